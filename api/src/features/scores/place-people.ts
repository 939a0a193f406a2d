import { storedPeriod } from '../../domain/calendar.js';
import { placementsIn, type Placement } from '../../domain/people/service-days.js';
import type { HasService } from '../employees/service.store.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { pairKey } from './pair-key.js';

/** Where people served in their periods, by days, from what was recorded by `knownAt` (null: by now). */
export async function placePeople(
  tx: HasService,
  pairs: readonly EmployeePeriod[],
  knownAt: Date | null,
): Promise<Map<string, readonly Placement[]>> {
  const people = [...new Set(pairs.map(({ employeeId }) => employeeId))];
  const assignments = await tx.service.assignmentsOf(people, knownAt);
  const leaves = await tx.service.leavesOf(people, knownAt);
  return new Map(
    pairs.map((pair) => {
      const { employeeId, periodCode } = pair;
      const placements = placementsIn(
        storedPeriod(periodCode),
        assignments.get(employeeId) ?? [],
        leaves.get(employeeId) ?? [],
      );
      return [pairKey(pair), placements];
    }),
  );
}
