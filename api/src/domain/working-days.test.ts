import fc from 'fast-check';
import { addDays, addWorkingDays, deadlineAfter, isWorkingDay } from './working-days.js';

/** Holidays and collective leave of the civil service from February to September 2026, as they were decreed for it. */
const DECREED_2026 = new Set([
  ...['2026-02-16', '2026-02-17'],
  ...['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'],
  ...['2026-04-03', '2026-04-05', '2026-05-01', '2026-05-14', '2026-05-15', '2026-05-27', '2026-05-28'],
  ...['2026-05-31', '2026-06-01', '2026-06-16', '2026-08-17', '2026-08-25'],
]);
const isHoliday = (day: string) => DECREED_2026.has(day);
const never = () => false;

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('WD1 offices work from Monday to Friday but for holidays', () => {
  const week = ['2026-08-14', '2026-08-15', '2026-08-16', '2026-08-17', '2026-08-18'];
  expect(week.map((day) => isWorkingDay(day, isHoliday))).toEqual([true, false, false, false, true]);
  expect(isWorkingDay('2026-08-17', never)).toBe(true);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
  fc.assert(
    fc.property(days, fc.boolean(), (day, holiday) => {
      const weekend = ['Sat', 'Sun'].includes(weekday.format(new Date(day)));
      expect(isWorkingDay(day, () => holiday)).toBe(!weekend && !holiday);
    }),
  );
});

describe('WD2 the day itself is day 0', () => {
  it('WD2 the day itself is day 0', () => {
    expect(addWorkingDays('2026-11-02', 0, isHoliday)).toBe('2026-11-02');
    expect(addWorkingDays('2026-11-02', 1, isHoliday)).toBe('2026-11-03');
    expect(addWorkingDays('2026-11-06', 1, isHoliday)).toBe('2026-11-09');
    // A counter also works on Saturdays; what is recorded then begins to count on Monday.
    expect(addWorkingDays('2026-11-07', 0, isHoliday)).toBe('2026-11-07');
    expect(addWorkingDays('2026-11-07', 1, isHoliday)).toBe('2026-11-09');
  });

  it('ends on a working day, with so many of them after the first day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.func(fc.boolean()), (day, count, holiday) => {
        // One holiday in two at most, so that it ends.
        const closed = (at: string) => Number(at.slice(-2)) % 2 === 0 && holiday(at);
        const end = addWorkingDays(day, count, closed);
        let worked = 0;
        for (let at = addDays(day, 1); at <= end; at = addDays(at, 1))
          if (isWorkingDay(at, closed)) worked += 1;
        expect(worked).toBe(count);
        expect(isWorkingDay(end, closed)).toBe(true);
      }),
    );
  });

  it('adds plain days over months, years and leap days, both ways', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 99 }),
        (day, n, more) => {
          expect(addDays(addDays(day, n), -n)).toBe(day);
          expect(addDays(day, n + more) > addDays(day, n)).toBe(true);
          expect(addDays(addDays(day, n), more)).toBe(addDays(day, n + more));
        },
      ),
    );
    expect(() => addDays('kemarin', 1)).toThrow(RangeError);
    expect(() => addWorkingDays('kemarin', 1, never)).toThrow(RangeError);
  });
});

it.each([
  ['no holiday between', '2026-11-02', '2026-11-20', '2026-11-16'],
  ['over Independence Day and Maulid', '2026-08-14', '2026-09-07', '2026-08-28'],
  ['over Nyepi, Eid and Good Friday', '2026-03-13', '2026-04-10', '2026-03-27'],
  ['from a Saturday', '2026-11-07', '2026-11-26', '2026-11-21'],
])('fourteen days after a day: %s', (_case, day, working, calendar) => {
  expect(deadlineAfter(day, { days: 14, calendar: 'WORKING' }, isHoliday)).toBe(working);
  expect(deadlineAfter(day, { days: 14, calendar: 'CALENDAR' }, isHoliday)).toBe(calendar);
});

it('WD3 a deadline counts the days that the policy says', () => {
  expect(deadlineAfter('2026-08-14', { days: 14, calendar: 'WORKING' }, isHoliday)).toBe('2026-09-07');
  expect(deadlineAfter('2026-08-14', { days: 14, calendar: 'CALENDAR' }, isHoliday)).toBe('2026-08-28');
  expect(deadlineAfter('2026-08-14', { days: 3, calendar: 'CALENDAR' }, isHoliday)).toBe('2026-08-17');
  expect(deadlineAfter('2026-08-14', { days: 3, calendar: 'WORKING' }, isHoliday)).toBe('2026-08-20');
});
