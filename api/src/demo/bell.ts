/** About normally distributed with mean 0 and deviation 1, never beyond 3: a sum of uniform numbers needs no tails cut. */
export function bell(random: () => number): number {
  return 2 * (random() + random() + random() - 1.5);
}
