import { localDate } from '../calendar.js';
import { addWorkingDays, type IsHoliday } from '../working-days.js';

/** What a citizen wants with it. */
export type ComplaintClass = 'INFORMATION' | 'GRIEVANCE' | 'ASPIRATION' | 'VIOLATION' | 'VIOLATION_IN_FIELD';

/**
 * Working days within which a complaint of a class is answered, counted from the day after it was filed. The deadlines
 * of SP4N-LAPOR! as KemenPANRB told them in 2018; the 14 days for a wish are a choice of the product.
 */
export const ANSWER_DAYS: { readonly [C in ComplaintClass]: number } = {
  INFORMATION: 5,
  GRIEVANCE: 5,
  ASPIRATION: 14,
  VIOLATION: 14,
  VIOLATION_IN_FIELD: 60,
};

/** Working days within which whoever complains hears from the office for the first time, whatever the class. */
export const RESPONSE_DAYS = 3;

/** The last days for the first response and for the answer, 'YYYY-MM-DD' in Asia/Jakarta. */
export interface ComplaintDeadlines {
  readonly respondBy: string;
  readonly dueOn: string;
}

/** When a complaint that is filed now has to be responded to, and answered. */
export function complaintDeadlines(
  complaintClass: ComplaintClass,
  filedAt: Date,
  isHoliday: IsHoliday,
): ComplaintDeadlines {
  const day = localDate(filedAt);
  return {
    respondBy: addWorkingDays(day, RESPONSE_DAYS, isHoliday),
    dueOn: addWorkingDays(day, ANSWER_DAYS[complaintClass], isHoliday),
  };
}

/** Whether the last day for the answer is over and there is none. */
export function isOverdue(dueOn: string, today: string, isAnswered: boolean): boolean {
  return !isAnswered && dueOn < today;
}
