import {
  addTallies,
  EMPTY_TALLY,
  tallyDifference,
  type UnitTally,
} from '../../domain/scoring/roll-up-unit.js';
import { groupBy } from '../../platform/group-by.js';
import { pairKey } from './pair-key.js';
import type { HasScores, StoredScore } from './score.store.js';
import { tallyPlaced } from './tally-placed.js';

/** What each unit's sums gain, by its id. */
export type UnitDifferences = Map<string, UnitTally>;

/** Adds what the units would gain if people who stay where they are went from one score to another. */
export async function addUnitDifferences(
  tx: HasScores,
  moves: readonly { readonly before: StoredScore; readonly after: StoredScore }[],
  differences: UnitDifferences,
): Promise<void> {
  const counted = moves.filter(
    ({ before, after }) => before.value !== after.value || before.coverage !== after.coverage,
  );
  const placed = groupBy(await tx.scores.placementsOf(counted.map(({ before }) => before)), pairKey);
  for (const { before, after } of counted) {
    const places = placed.get(pairKey(before)) ?? [];
    const lost = tallyPlaced(places, before);
    for (const [unitId, gained] of tallyPlaced(places, after)) {
      const difference = tallyDifference(lost.get(unitId) ?? null, gained);
      differences.set(unitId, addTallies(differences.get(unitId) ?? EMPTY_TALLY, difference));
    }
  }
}
