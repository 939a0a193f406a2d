import type { Placement } from '../../domain/people/service-days.js';
import { takesObservations } from '../../domain/period/period-state.js';
import { groupBy } from '../../platform/group-by.js';
import type { HasService } from '../employees/service.store.js';
import type { EmployeePeriod, HasIndicators } from '../indicators/indicator.store.js';
import { pairKey } from './pair-key.js';
import { placePeople } from './place-people.js';
import type { HasScores } from './score.store.js';

/** Steps of a period that are looked back over; more have never been needed. */
const STEPS = 100;

/**
 * Where people counted in their periods at `knownAt`, by `pairKey`; null: where they count now. A period that was
 * closed then counts them as it was closed, whatever was recorded of transfers and leaves after.
 */
export async function placedIn(
  tx: HasService & HasIndicators & HasScores,
  pairs: readonly EmployeePeriod[],
  knownAt: Date | null,
): Promise<Map<string, readonly Placement[]>> {
  if (knownAt === null) return groupBy(await tx.scores.placementsOf(pairs), pairKey);
  const placed = new Map<string, readonly Placement[]>();
  const byPeriod = groupBy(pairs, ({ periodCode }) => periodCode);
  const steps = await tx.indicators.periodChangesOf([...byPeriod.keys()], STEPS);
  for (const [periodCode, people] of byPeriod) {
    // Newest first.
    const taken = steps.filter((step) => step.periodCode === periodCode && step.recordedAt <= knownAt);
    const isOpen = taken[0] === undefined || takesObservations(taken[0].state);
    const closing = isOpen ? undefined : taken.find(({ state }) => state === 'CLOSED');
    const asOf = closing?.recordedAt ?? knownAt;
    for (const [key, placements] of await placePeople(tx, people, asOf)) placed.set(key, placements);
  }
  return placed;
}
