import type { EmployeeScoreChanged, FactOf } from '../../domain/facts.js';
import { slices } from '../../platform/slices.js';
import { weighPeriods } from '../observations/day-weights.js';
import { recompute, type RecomputeNeeds } from './recompute-scores.js';

/** People computed again at a time. */
const SLICE = 2_000;

/**
 * Computes everybody again in the open periods for which a policy was signed. It tells of everybody, also where the
 * value stays: the version behind it is another one, and units may stand differently under its bands.
 */
export async function recomputeUnderPolicy(
  tx: RecomputeNeeds,
  facts: readonly FactOf<'PolicySigned'>[],
): Promise<EmployeeScoreChanged[]> {
  const changed: EmployeeScoreChanged[] = [];
  const behaviours = (await tx.indicators.behaviours()).map(({ id }) => id);
  for (const periodCode of new Set(facts.flatMap((fact) => fact.periodCodes))) {
    const pairs = (await tx.scores.peopleIn(periodCode)).map((employeeId) => ({ employeeId, periodCode }));
    const weights = await weighPeriods(tx, [periodCode]);
    for (const slice of slices(pairs, SLICE)) {
      const locked = await tx.scores.lock(slice);
      // The half-life may be another one: what recent behaviour weighs is summed anew.
      await tx.observations.recount(
        locked.flatMap(({ employeeId }) =>
          behaviours.map((indicatorId) => ({ employeeId, periodCode, indicatorId })),
        ),
        weights,
      );
      const requests = slice.map((pair) => ({ ...pair, cause: { kind: 'POLICY' } as const, always: true }));
      changed.push(...(await recompute(tx, requests, locked, new Set())));
    }
  }
  return changed;
}
