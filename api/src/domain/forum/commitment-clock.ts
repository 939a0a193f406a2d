import { localDate } from '../calendar.js';
import { addWorkingDays, isWorkingDay, type IsHoliday } from '../working-days.js';

/** How far a promise has come. CANNOT: the office says plainly that it will not be, and why. */
export type CommitmentState = 'PROMISED' | 'STARTED' | 'DONE' | 'CANNOT';

/** A promise as its clock sees it. Days are 'YYYY-MM-DD' in Asia/Jakarta. */
export interface CommitmentClock {
  readonly state: CommitmentState;
  readonly dueOn: string;
  /** The day on which it was done or given up; null before. */
  readonly settledOn: string | null;
}

/** Whether nothing more is to come of it. */
export function isSettled(state: CommitmentState): boolean {
  return state === 'DONE' || state === 'CANNOT';
}

/** Whether its last day is over and it was not done by then; what the office has given up is not late. */
export function isLate({ state, dueOn, settledOn }: CommitmentClock, today: string): boolean {
  if (state === 'CANNOT') return false;
  return (settledOn ?? today) > dueOn;
}

/** How it stood when a day was over, by what had happened to it until then, in its order; null: it had not been made. */
export function standingOn(
  day: string,
  steps: readonly { readonly state: CommitmentState; readonly dueOn: string; readonly at: Date }[],
): CommitmentClock | null {
  const last = steps.findLast(({ at }) => localDate(at) <= day);
  if (last === undefined) return null;
  const { state, dueOn, at } = last;
  return { state, dueOn, settledOn: isSettled(state) ? localDate(at) : null };
}

/** Working days after which a late promise is for the unit above too (product choice). */
export const ESCALATES_AFTER = 5;

/** Whom a promise is for today: 0 who made it; 1 it is late, and its own leadership looks at it; 2 also the unit above. */
export function escalation(clock: CommitmentClock, today: string, isHoliday: IsHoliday): 0 | 1 | 2 {
  if (isSettled(clock.state) || !isLate(clock, today)) return 0;
  return today > addWorkingDays(clock.dueOn, ESCALATES_AFTER, isHoliday) ? 2 : 1;
}

/** The day itself where offices work, else the next one on which they do. */
export function onWorkingDay(day: string, isHoliday: IsHoliday): string {
  return isWorkingDay(day, isHoliday) ? day : addWorkingDays(day, 1, isHoliday);
}
