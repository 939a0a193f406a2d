import { localDate } from '../calendar.js';
import { addDays, addWorkingDays, isWorkingDay, type IsHoliday } from '../working-days.js';

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

/**
 * What a report means for the share of promises kept in time: 100, 0, TAKEN_BACK where what was counted should not have
 * been, or null where it says nothing of it. `told`: the promise was told of as late, and has counted so.
 */
export function keptBy(
  { state, dueOn, settledOn }: CommitmentClock,
  told: boolean,
): '0' | '100' | 'TAKEN_BACK' | null {
  const inTime = isInTime({ dueOn, settledOn });
  if (state === 'DONE') return inTime ? '100' : told ? null : '0';
  return state === 'CANNOT' && inTime && told ? 'TAKEN_BACK' : null;
}

/** Whether it was done or given up by its last day. */
export function isInTime({ dueOn, settledOn }: Pick<CommitmentClock, 'dueOn' | 'settledOn'>): boolean {
  return settledOn !== null && settledOn <= dueOn;
}

/** Working days after which a late promise is for the unit above too (product choice). */
export const ESCALATES_AFTER = 5;

/** Whom a promise is for today: 0 who made it; 1 it is late, and its own leadership looks at it; 2 also the unit above. */
export function escalation(clock: CommitmentClock, today: string, isHoliday: IsHoliday): 0 | 1 | 2 {
  if (isSettled(clock.state) || !isLate(clock, today)) return 0;
  return today > addWorkingDays(clock.dueOn, ESCALATES_AFTER, isHoliday) ? 2 : 1;
}

/** The latest last day of those that are for the unit above today. */
export function escalatesDue(today: string, isHoliday: IsHoliday): string {
  let dueOn = addDays(today, -1);
  while (addWorkingDays(dueOn, ESCALATES_AFTER, isHoliday) >= today) dueOn = addDays(dueOn, -1);
  return dueOn;
}

/** The day itself where offices work, else the next one on which they do. */
export function onWorkingDay(day: string, isHoliday: IsHoliday): string {
  return isWorkingDay(day, isHoliday) ? day : addWorkingDays(day, 1, isHoliday);
}
