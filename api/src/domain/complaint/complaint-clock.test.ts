import { isWorkingDay } from '../working-days.js';
import {
  ANSWER_DAYS,
  complaintDeadlines,
  isOverdue,
  RESPONSE_DAYS,
  type ComplaintClass,
} from './complaint-clock.js';
import fc from 'fast-check';

const none = () => false;
const CLASSES = Object.keys(ANSWER_DAYS) as ComplaintClass[];

it('a complaint is responded to within 3 working days, and answered within those of its class', () => {
  // Tuesday at noon in Jakarta.
  const filedAt = new Date('2026-11-24T05:00:00Z');
  const answers = CLASSES.map((one) => [one, complaintDeadlines(one, filedAt, none)] as const);
  expect(Object.fromEntries(answers.map(([one, { dueOn }]) => [one, dueOn]))).toEqual({
    INFORMATION: '2026-12-01',
    GRIEVANCE: '2026-12-01',
    ASPIRATION: '2026-12-14',
    VIOLATION: '2026-12-14',
    VIOLATION_IN_FIELD: '2027-02-16',
  });
  for (const [, { respondBy }] of answers) expect(respondBy).toBe('2026-11-27');
});

it('the day is that of Jakarta, and days off do not count', () => {
  // Saturday in Jakarta, still Friday in London.
  const filedAt = new Date('2026-11-27T18:00:00Z');
  const isHoliday = (day: string) => day === '2026-12-01';
  expect(complaintDeadlines('GRIEVANCE', filedAt, isHoliday)).toEqual({
    respondBy: '2026-12-03',
    dueOn: '2026-12-07',
  });
});

it('whenever it is filed, both days are working days and the answer is never due before the response', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('2026-01-01'),
        max: new Date('2027-12-31'),
        noInvalidDate: true,
      }),
      fc.constantFrom(...CLASSES),
      fc.func(fc.boolean()),
      (filedAt, one, mayBeOff) => {
        // No more days off in a row than one: a calendar without any working day has no deadline.
        const isHoliday = (day: string) => Number(day.slice(-2)) % 3 === 0 && mayBeOff(day);
        const { respondBy, dueOn } = complaintDeadlines(one, filedAt, isHoliday);
        expect(isWorkingDay(respondBy, isHoliday)).toBe(true);
        expect(isWorkingDay(dueOn, isHoliday)).toBe(true);
        expect(dueOn >= respondBy).toBe(true);
      },
    ),
  );
  expect(Math.min(...Object.values(ANSWER_DAYS))).toBeGreaterThanOrEqual(RESPONSE_DAYS);
});

it('is overdue from the day after its last one on, until it is answered', () => {
  expect(isOverdue('2026-12-01', '2026-12-01', false)).toBe(false);
  expect(isOverdue('2026-12-01', '2026-12-02', false)).toBe(true);
  expect(isOverdue('2026-12-01', '2026-12-02', true)).toBe(false);
});
