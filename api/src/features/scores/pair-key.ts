import type { EmployeePeriod } from '../indicators/indicator.store.js';

/** One text for an employee and a period, for maps. */
export function pairKey({ employeeId, periodCode }: EmployeePeriod): string {
  return `${employeeId} ${periodCode}`;
}
