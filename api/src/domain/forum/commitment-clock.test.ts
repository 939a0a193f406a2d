import fc from 'fast-check';
import { addDays, addWorkingDays, isWorkingDay } from '../working-days.js';
import {
  ESCALATES_AFTER,
  escalation,
  isLate,
  isSettled,
  onWorkingDay,
  type CommitmentClock,
  type CommitmentState,
} from './commitment-clock.js';

const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-11-02', n));
const holidays = fc.uniqueArray(day, { maxLength: 30 }).map((all) => new Set(all));
const state = fc.constantFrom<CommitmentState>('PROMISED', 'STARTED', 'DONE', 'CANNOT');
const clock: fc.Arbitrary<CommitmentClock> = fc.record({ state, dueOn: day, settled: day }).map((one) => ({
  ...{ state: one.state, dueOn: one.dueOn, settledOn: isSettled(one.state) ? one.settled : null },
}));

it('the last day itself is in time; the day after is not', () => {
  const last = { dueOn: '2026-12-01', settledOn: null, state: 'STARTED' as const };
  expect([isLate(last, '2026-12-01'), isLate(last, '2026-12-02')]).toEqual([false, true]);
});

it('what is late stays late until it is settled, and goes up one step after the other, never down', () => {
  fc.assert(
    fc.property(clock, day, fc.integer({ min: 0, max: 60 }), holidays, (one, today, days, off) => {
      const isHoliday = (what: string) => off.has(what);
      const later = addDays(today, days);
      expect(isLate(one, later) || !isLate(one, today)).toBe(true);
      expect(escalation(one, later, isHoliday)).toBeGreaterThanOrEqual(escalation(one, today, isHoliday));
    }),
  );
});

it('what was settled is as late on every day as on the day on which it was, and is for nobody any more', () => {
  fc.assert(
    fc.property(clock, day, holidays, (one, today, off) => {
      if (one.settledOn === null) return;
      expect(isLate(one, today)).toBe(one.state === 'DONE' && one.settledOn > one.dueOn);
      expect(escalation(one, today, (what) => off.has(what))).toBe(0);
    }),
  );
});

it('is for the unit above when it has been late for more than five working days, and for nobody in time', () => {
  fc.assert(
    fc.property(day, day, holidays, (dueOn, today, off) => {
      const isHoliday = (what: string) => off.has(what);
      let worked = 0;
      for (let one = addDays(dueOn, 1); one <= today; one = addDays(one, 1))
        if (isWorkingDay(one, isHoliday)) worked += 1;
      const step = escalation({ state: 'PROMISED', dueOn, settledOn: null }, today, isHoliday);
      if (today <= dueOn) expect(step).toBe(0);
      else if (worked < ESCALATES_AFTER) expect(step).toBe(1);
      else if (worked > ESCALATES_AFTER) expect(step).toBe(2);
      else expect(step).toBe(today > addWorkingDays(dueOn, ESCALATES_AFTER, isHoliday) ? 2 : 1);
    }),
  );
});

it('a day off becomes the next day on which offices work, any other day itself', () => {
  fc.assert(
    fc.property(day, holidays, (one, off) => {
      const isHoliday = (what: string) => off.has(what);
      const moved = onWorkingDay(one, isHoliday);
      expect(isWorkingDay(moved, isHoliday)).toBe(true);
      for (let before = one; before < moved; before = addDays(before, 1))
        expect(isWorkingDay(before, isHoliday)).toBe(false);
    }),
  );
});
