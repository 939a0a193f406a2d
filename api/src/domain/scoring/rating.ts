import type { Amount } from '../amount.js';
import type { ScoringPolicy } from './policy.js';

/** Against what was expected: above, as expected, below (PermenPANRB 6/2022). */
export type Rating = 'ABOVE' | 'MEETS' | 'BELOW';

/**
 * The rating that a value in points proposes, by the bands of the policy, each edge inside the better rating. It takes
 * the raw value: rounded for display, 109.999999 would look like the edge it did not reach.
 */
export function ratingOf(value: Amount, bands: ScoringPolicy['bands']): Rating {
  if (value >= bands.above) return 'ABOVE';
  return value >= bands.meets ? 'MEETS' : 'BELOW';
}
