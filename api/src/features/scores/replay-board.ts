import { formatAmount } from '../../domain/amount.js';
import type { UnitOnBoard } from '../../domain/facts.js';
import {
  addTallies,
  EMPTY_TALLY,
  tallyDifference,
  type UnitTally,
} from '../../domain/scoring/roll-up-unit.js';
import { slices } from '../../platform/slices.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { View } from '../observations/observation.store.js';
import type { PlanNeeds } from './load-plans.js';
import { placedIn } from './placed-in.js';
import { UNITS } from './read-board.js';
import { replayScores } from './replay-scores.js';
import { tallyPlaced } from './tally-placed.js';
import { unitOnBoard } from './unit-on-board.js';

/** People computed again at a time. */
const SLICE = 1_000;

/** The board as it was in a view of the past: computed from the raw observations of everybody in the period. */
export async function replayBoard(
  tx: PlanNeeds & HasUnits,
  periodCode: string,
  view: View,
): Promise<UnitOnBoard[]> {
  const units = await tx.units.page(null, UNITS);
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const sums = new Map<string, UnitTally & { readonly observations: number }>();
  const everybody = (await tx.scores.peopleIn(periodCode)).map((employeeId) => ({ employeeId, periodCode }));
  for (const pairs of slices(everybody, SLICE)) {
    const placements = await placedIn(tx, pairs, view.knownAt);
    for (const [key, { score, by }] of await replayScores(tx, pairs, { view })) {
      const placed = (placements.get(key) ?? []).map(({ unitId, days }) => ({
        path: paths.get(unitId) ?? [],
        days,
      }));
      const counted = {
        value: score.value === null ? null : formatAmount(score.value),
        coverage: formatAmount(score.coverage),
      };
      for (const [unitId, tallied] of tallyPlaced(placed, counted)) {
        const { observations, ...known } = sums.get(unitId) ?? { ...EMPTY_TALLY, observations: 0 };
        sums.set(unitId, {
          ...addTallies(known, tallyDifference(null, tallied)),
          observations: observations + by.observations,
        });
      }
    }
  }
  const policy = (await tx.policies.ofPeriods([periodCode], view.knownAt)).get(periodCode) ?? null;
  return units.map((unit) => {
    const sum = sums.get(unit.id);
    return unitOnBoard(
      unit,
      sum === undefined ? null : { ...sum, unitId: unit.id, periodCode, changedAt: null },
      policy,
    );
  });
}
