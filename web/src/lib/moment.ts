/**
 * A local instant, read from both clocks of a browser. `wall` (ms since 1970) jumps when the system time is
 * corrected; `steady` (ms since some start) stands still while a machine sleeps. Neither alone can be trusted
 * to say how old a figure is.
 */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** The present, from both clocks. */
export function currentMoment(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/** Milliseconds from `since` to `now`, never negative: the longer of the two readings, so that an age is never flattered. */
export function elapsed(since: Moment, now: Moment): number {
  return Math.max(0, now.wall - since.wall, now.steady - since.steady);
}
