/** How long and how hard. `pace` is how many ms a writer rests on the average; `every` how often something goes wrong. */
export const PROFILES = {
  /** For each change: under three minutes with everything around it. */
  smoke: { seconds: 90, writers: 6, walls: 20, pace: 90, every: [700, 2_500], revoke: [3_000, 7_000] },
  ci: { seconds: 600, writers: 8, walls: 40, pace: 90, every: [1_000, 4_000], revoke: [4_000, 10_000] },
  soak: { seconds: 3_600, writers: 8, walls: 40, pace: 90, every: [1_000, 4_000], revoke: [4_000, 15_000] },
  /** Walls that come back again and again, more than 20,000 times, while the processes under them are restarted. */
  comebacks: {
    ...{ seconds: 600, writers: 4, walls: 60, pace: 120, every: [3_000, 9_000], revoke: [10_000, 30_000] },
    ...{ fidget: [60, 1_000], faults: ['restart', 'kill api', 'cut'] },
  },
  /** Long enough for one seeded bug to show. */
  mutant: { seconds: 25, writers: 6, walls: 12, pace: 60, every: [500, 1_800], revoke: [1_000, 2_000] },
};
