import type { EmployeeScoreChanged, FactOf } from '../../domain/facts.js';
import { takesObservations } from '../../domain/period/period-state.js';
import { ALL_PERIODS } from '../indicators/indicator.store.js';
import { groupBy } from '../../platform/group-by.js';
import { slices } from '../../platform/slices.js';
import { pairKey } from './pair-key.js';
import { placePeople } from './place-people.js';
import { recompute, type RecomputeNeeds, type Request } from './recompute-scores.js';
import type { StoredScore } from './score.store.js';

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
  const locked = await tx.scores.lockAllOf(people);
  return follow(
    tx,
    locked.filter(({ periodCode }) => open.has(periodCode)),
  );
}

/** People in a slice of a period that was opened again. */
const SLICE = 2_000;

/** Lets a period that was opened again follow what was recorded of its people's service while it was closed. */
export async function placeReopened(
  tx: RecomputeNeeds,
  facts: readonly FactOf<'PeriodChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  const changed: EmployeeScoreChanged[] = [];
  for (const { periodCode } of facts.filter(({ state }) => state === 'REOPENED')) {
    const pairs = (await tx.scores.peopleIn(periodCode)).map((employeeId) => ({ employeeId, periodCode }));
    for (const slice of slices(pairs, SLICE))
      changed.push(...(await follow(tx, await tx.scores.lock(slice))));
  }
  return changed;
}

/** Counts those of locked scores anew whose people serve elsewhere, or on other days, than they are counted. */
async function follow(tx: RecomputeNeeds, locked: readonly StoredScore[]): Promise<EmployeeScoreChanged[]> {
  const placements = await placePeople(tx, locked, null);
  const earlier = groupBy(await tx.scores.placementsOf(locked), pairKey);
  const requests = locked.flatMap((pair): Request[] => {
    const before = (earlier.get(pairKey(pair)) ?? []).map(({ unitId, days }) => ({ unitId, days }));
    const after = placements.get(pairKey(pair)) ?? [];
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const { employeeId, periodCode } = pair;
    return isSame ? [] : [{ employeeId, periodCode, cause: { kind: 'MOVE' }, movedFrom: before }];
  });
  const moved = new Set(requests.map(pairKey));
  const moving = locked.filter((pair) => moved.has(pairKey(pair)));
  if (moving.length === 0) return [];
  await tx.scores.place(moving, placements);
  return recompute(tx, requests, moving, new Set());
}
