import fc from 'fast-check';
import { addDays, addWorkingDays, isWorkingDay } from '../working-days.js';
import {
  ESCALATES_AFTER,
  escalatesDue,
  escalation,
  isLate,
  isSettled,
  keptBy,
  onWorkingDay,
  standingOn,
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

it('the latest day that is for the unit above is one that is, and the next is none', () => {
  fc.assert(
    fc.property(day, holidays, (today, all) => {
      const isHoliday = (one: string) => all.has(one);
      const levelOf = (dueOn: string) =>
        escalation({ state: 'STARTED', dueOn, settledOn: null }, today, isHoliday);
      const latest = escalatesDue(today, isHoliday);
      expect([levelOf(latest), levelOf(addDays(latest, 1)) < 2]).toEqual([2, true]);
    }),
  );
});

it('a promise counts 100 in time and 0 once where it is late, and nothing is left of a 0 that was none', () => {
  const settled = (state: 'DONE' | 'CANNOT', settledOn: string) => ({
    state,
    dueOn: '2026-12-01',
    settledOn,
  });
  const both = (clock: CommitmentClock) => [keptBy(clock, false), keptBy(clock, true)];
  expect(both(settled('DONE', '2026-12-01'))).toEqual(['100', '100']);
  expect(both(settled('DONE', '2026-12-02'))).toEqual(['0', null]);
  expect(both(settled('CANNOT', '2026-12-01'))).toEqual([null, 'TAKEN_BACK']);
  expect(both(settled('CANNOT', '2026-12-02'))).toEqual([null, null]);
  expect(both({ state: 'STARTED', dueOn: '2026-12-01', settledOn: null })).toEqual([null, null]);
});

it('how a promise stood on a day is what had happened to it by then, by the clock of Jakarta', () => {
  const steps = [
    { state: 'PROMISED' as const, dueOn: '2026-12-01', at: new Date('2026-11-24T13:00:00Z') },
    { state: 'DONE' as const, dueOn: '2026-12-01', at: new Date('2026-11-30T17:00:00Z') },
  ];
  expect(standingOn('2026-11-23', steps)).toBeNull();
  expect(standingOn('2026-11-30', steps)).toMatchObject({ state: 'PROMISED', settledOn: null });
  expect(standingOn('2026-12-01', steps)).toMatchObject({ state: 'DONE', settledOn: '2026-12-01' });
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
