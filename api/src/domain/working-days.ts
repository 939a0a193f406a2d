import type { ScoringPolicy } from './scoring/policy.js';

/** Whether a day, 'YYYY-MM-DD', is a holiday that keeps the offices closed. Weekends are no matter of it. */
export type IsHoliday = (day: string) => boolean;

const DAY_MS = 24 * 60 * 60 * 1000;
const SUNDAY = 0;
const SATURDAY = 6;

/**
 * The day, 'YYYY-MM-DD', so many whole days later; earlier where `days` is negative.
 * @throws RangeError where `day` is no day
 */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Whether offices work on a day: Monday to Friday (Perpres 21/2023 Art. 3) but for holidays. */
export function isWorkingDay(day: string, isHoliday: IsHoliday): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !isHoliday(day);
}

/**
 * The last of so many working days after a day, which itself is day 0 and need not be one; `days` is 0 or more.
 * @throws RangeError where `day` is no day
 */
export function addWorkingDays(day: string, days: number, isHoliday: IsHoliday): string {
  let [at, left] = [day, days];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at, isHoliday)) left -= 1;
  }
  return at;
}

/** The last day on which what became known on `day` can be contested. Counted in calendar days it may be a day off. */
export function deadlineAfter(day: string, rule: ScoringPolicy['contest'], isHoliday: IsHoliday): string {
  return rule.calendar === 'WORKING' ? addWorkingDays(day, rule.days, isHoliday) : addDays(day, rule.days);
}
