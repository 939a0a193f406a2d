import type { EmployeeScoreChanged, FactOf } from '../../domain/facts.js';
import { takesObservations } from '../../domain/period/period-state.js';
import { ALL_PERIODS } from '../indicators/indicator.store.js';
import { groupBy } from '../../platform/group-by.js';
import { pairKey } from './pair-key.js';
import { placePeople } from './place-people.js';
import { recompute, type RecomputeNeeds, type Request } from './recompute-scores.js';

/**
 * Counts people anew by the days that they serve where, after a transfer, an appointment or a leave. Periods that are
 * closed stay as they were closed; regional HR reopens one where it must follow.
 */
export async function placeAgain(
  tx: RecomputeNeeds,
  facts: readonly FactOf<'EmployeeChanged' | 'ServiceChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  const people = [...new Set(facts.map(({ employeeId }) => employeeId))];
  if (people.length === 0) return [];
  const open = new Set(
    (await tx.indicators.periods(ALL_PERIODS))
      .filter(({ state }) => takesObservations(state))
      .map(({ code }) => code),
  );
  const stored = (await tx.scores.lockAllOf(people)).filter(({ periodCode }) => open.has(periodCode));
  const placements = await placePeople(tx, stored, null);
  const earlier = groupBy(await tx.scores.placementsOf(stored), pairKey);
  const requests = stored.flatMap((pair): Request[] => {
    const before = (earlier.get(pairKey(pair)) ?? []).map(({ unitId, days }) => ({ unitId, days }));
    const after = placements.get(pairKey(pair)) ?? [];
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const { employeeId, periodCode } = pair;
    return isSame ? [] : [{ employeeId, periodCode, cause: { kind: 'MOVE' }, movedFrom: before }];
  });
  const moved = new Set(requests.map(pairKey));
  const locked = stored.filter((pair) => moved.has(pairKey(pair)));
  if (locked.length === 0) return [];
  await tx.scores.place(locked, placements);
  return recompute(tx, requests, locked, new Set());
}
