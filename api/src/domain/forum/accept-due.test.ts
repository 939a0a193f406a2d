import fc from 'fast-check';
import { addDays, isWorkingDay } from '../working-days.js';
import { acceptDue, DUE_REFUSALS } from './accept-due.js';

const DAY_0 = '2026-11-24';
const day = fc.integer({ min: -500, max: 900 }).map((n) => addDays(DAY_0, n));
const heldOn = fc.integer({ min: -400, max: 400 }).map((n) => addDays(DAY_0, n));
/** Holidays anywhere, weeks of them as well. */
const holidays = fc
  .array(fc.tuple(day, fc.integer({ min: 1, max: 21 })), { maxLength: 12 })
  .map((all) => new Set(all.flatMap(([first, n]) => Array.from({ length: n }, (_, m) => addDays(first, m)))));
const due = fc.oneof(
  fc.record({ dueOn: day, workingDays: fc.constant(null) }),
  fc.record({ dueOn: fc.constant(null), workingDays: fc.integer({ min: -5, max: 260 }) }),
);

it('a promise is due on a day on which offices work, after the day of the session', () => {
  fc.assert(
    fc.property(due, heldOn, holidays, (input, held, off) => {
      const isHoliday = (one: string) => off.has(one);
      const answer = acceptDue(input, held, isHoliday);
      if (!answer.ok) return;
      expect(answer.value > held).toBe(true);
      expect(isWorkingDay(answer.value, isHoliday)).toBe(true);
      expect(input.dueOn === null || answer.value >= input.dueOn).toBe(true);
    }),
  );
});

it('a day that is named is moved on over days off alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), holidays, (days, off) => {
      const dueOn = addDays(DAY_0, days);
      const isHoliday = (one: string) => off.has(one);
      const answer = acceptDue({ dueOn, workingDays: null }, DAY_0, isHoliday);
      if (!answer.ok) throw new Error(answer.refusal.code);
      for (let one = dueOn; one < answer.value; one = addDays(one, 1))
        expect(isWorkingDay(one, isHoliday)).toBe(false);
    }),
  );
});

it('so many working days have as many working days in them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 250 }), heldOn, holidays, (workingDays, held, off) => {
      const isHoliday = (one: string) => off.has(one);
      const answer = acceptDue({ dueOn: null, workingDays }, held, isHoliday);
      if (!answer.ok) throw new Error(answer.refusal.code);
      let worked = 0;
      for (let one = addDays(held, 1); one <= answer.value; one = addDays(one, 1))
        if (isWorkingDay(one, isHoliday)) worked += 1;
      expect(worked).toBe(workingDays);
    }),
  );
});

it('whatever else is sent is refused with a code of the list', () => {
  const text = fc.option(
    fc.oneof(day, fc.string(), fc.constantFrom('2026-02-30', '2026-13-01', '0000-00-00')),
  );
  fc.assert(
    fc.property(text, fc.option(fc.maxSafeInteger()), heldOn, (dueOn, workingDays, held) => {
      const answer = acceptDue({ dueOn, workingDays }, held, () => false);
      if (!answer.ok) expect(Object.keys(DUE_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it.each([
  ['neither', null, null, 'DUE_MISSING'],
  ['both', '2026-12-01', 5, 'DUE_MISSING'],
  ['no day of the calendar', '2026-11-31', null, 'DUE_MISSING'],
  ['the day of the session', '2026-11-24', null, 'DUE_IN_PAST'],
  ['no working day at all', null, 0, 'DUE_IN_PAST'],
  ['a year and two days', '2027-11-26', null, 'DUE_TOO_FAR'],
  ['a year of working days and more', null, 251, 'DUE_TOO_FAR'],
])('%s is no last day', (_, dueOn, workingDays, code) => {
  expect(acceptDue({ dueOn, workingDays }, DAY_0, () => false)).toMatchObject({ refusal: { code } });
});
