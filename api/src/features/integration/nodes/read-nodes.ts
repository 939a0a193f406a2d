import { isUuid } from '../../../platform/is-uuid.js';
import type { Node } from '../../../platform/graphql/node.object.js';
import { toConfirmedPredicate } from '../../appraisals/confirmation.object.js';
import type { HasConfirmations } from '../../appraisals/confirmation.store.js';
import { toEmployee } from '../../employees/employee.object.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import { toUnit } from '../../employees/unit.object.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { toIndicator } from '../../indicators/indicator.object.js';
import type { EmployeePeriod, HasIndicators } from '../../indicators/indicator.store.js';
import { toObservation } from '../../observations/observation.object.js';
import type { HasObservations } from '../../observations/observation.store.js';
import { toEmployeeScore } from '../../scores/score.object.js';
import type { HasScores } from '../../scores/score.store.js';

export type NodeStores = HasEmployees &
  HasUnits &
  HasIndicators &
  HasObservations &
  HasScores &
  HasConfirmations & { readonly regionCode: string };

/** The rows of these ids in their order, null for each that the stores do not find: one statement for each type. */
export async function readNodes(stores: NodeStores, ids: readonly string[]): Promise<(Node | null)[]> {
  const uuids = [...new Set(ids.filter(isUuid))];
  const pairs = [...new Set(ids)].flatMap((id) => scorePair(id) ?? []);
  const found = new Map<string, Node>();
  const keep = (rows: readonly Node[]) => {
    for (const row of rows) found.set(row.id, row);
  };
  if (uuids.length > 0) {
    const [employees, units, indicators, observations, confirmations] = await Promise.all([
      stores.employees.byIds(uuids),
      stores.units.byIds(uuids),
      stores.indicators.byIds(uuids),
      stores.observations.byIds(uuids),
      stores.confirmations.byIds(uuids),
    ]);
    keep(employees.map(toEmployee));
    keep(units.map(toUnit));
    keep(indicators.map(toIndicator));
    keep(observations.map(toObservation));
    keep(confirmations.map((row) => toConfirmedPredicate(stores.regionCode, row)));
  }
  if (pairs.length > 0) keep((await stores.scores.byPairs(pairs)).map(toEmployeeScore));
  return ids.map((id) => found.get(id) ?? null);
}

/** Employee and period, as `EmployeeScore.id` joins them. */
function scorePair(id: string): EmployeePeriod | null {
  const [employeeId = '', periodCode = '', ...more] = id.split(':');
  return isUuid(employeeId) && periodCode !== '' && more.length === 0 ? { employeeId, periodCode } : null;
}
