import { amount } from '../../domain/amount.js';
import type { TalliedScore } from '../../domain/scoring/roll-up-unit.js';

/** The units on the way from the root to where somebody serves, and the days served there. */
export interface PlacedPath {
  readonly path: readonly string[];
  readonly days: number;
}

/** What of a score a unit counts. */
type Counted = { readonly value: string | null; readonly coverage: string };

/**
 * How each unit counts one person: with all days served in it or below, so that who moved inside a unit stays one
 * person there.
 */
export function tallyPlaced(placed: readonly PlacedPath[], score: Counted): Map<string, TalliedScore> {
  const days = new Map<string, number>();
  for (const { path, days: served } of placed) {
    for (const unitId of path) days.set(unitId, (days.get(unitId) ?? 0) + served);
  }
  const value = score.value === null ? null : amount(score.value);
  const coverage = amount(score.coverage);
  return new Map([...days].map(([unitId, served]) => [unitId, { value, coverage, days: served }]));
}
