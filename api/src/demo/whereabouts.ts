import { addDays } from '../domain/working-days.js';
import type { EmployeeLine } from './static-files.js';
import { ON_LEAVE, TRANSFERRED } from './stories.js';

/** The first day, 'YYYY-MM-DD', that the one who was transferred spent in the unit of today. */
export function transferredOn(today: string): string {
  return addDays(today, -TRANSFERRED.daysAgo);
}

/** The first and the last day, 'YYYY-MM-DD', of the one leave that is told of. */
export function leaveAt(today: string): { readonly startsOn: string; readonly endsOn: string } {
  const startsOn = addDays(today, -ON_LEAVE.sinceDaysAgo);
  return { startsOn, endsOn: addDays(startsOn, ON_LEAVE.days - 1) };
}

/** The codes of the units that somebody served in, the one of today last. */
export function unitsOf({ nip, unit }: Pick<EmployeeLine, 'nip' | 'unit'>): string[] {
  return nip === TRANSFERRED.nip ? [TRANSFERRED.from, TRANSFERRED.to] : [unit];
}

/** The code of the unit in which somebody served on a day, 'YYYY-MM-DD'. */
export function unitOn(
  { nip, unit }: Pick<EmployeeLine, 'nip' | 'unit'>,
  day: string,
  today: string,
): string {
  if (nip !== TRANSFERRED.nip) return unit;
  return day < transferredOn(today) ? TRANSFERRED.from : TRANSFERRED.to;
}

/** Whether somebody was on leave on a day, 'YYYY-MM-DD'. */
export function isOnLeave({ nip }: Pick<EmployeeLine, 'nip'>, day: string, today: string): boolean {
  if (nip !== ON_LEAVE.nip) return false;
  const { startsOn, endsOn } = leaveAt(today);
  return startsOn <= day && day <= endsOn;
}
