import { FAKE_PERIODS } from '../../testing/fake-policies.js';
import { dayOf, formatDay, nextPeriodDay, periodToTry } from './policy-days.js';

const [Q1, Q4, Q3] = FAKE_PERIODS;

describe('days of policies', () => {
  it('are written out', () => {
    expect(formatDay('2027-01-01', 'id')).toBe('1 Januari 2027');
    expect(formatDay('2027-01-01', 'en')).toBe('1 January 2027');
  });
  it('begin at midnight in Jakarta', () => {
    expect(dayOf(Date.parse('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
    expect(dayOf(Date.parse('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
  });
});

describe('nextPeriodDay', () => {
  it('is the first day of the next period that is there, not of one that begins today', () => {
    expect(nextPeriodDay(FAKE_PERIODS, '2026-11-24')).toBe('2027-01-01');
    expect(nextPeriodDay(FAKE_PERIODS, '2026-08-31')).toBe('2026-10-01');
    expect(nextPeriodDay(FAKE_PERIODS, '2026-10-01')).toBe('2027-01-01');
  });
  it('is the day after the period under way where none has been made ready', () => {
    expect(nextPeriodDay([Q4!, Q3!], '2026-11-24')).toBe('2027-01-01');
    expect(nextPeriodDay([Q4!, Q3!], '2026-12-31')).toBe('2027-01-01');
  });
  it('is today where there is no period', () => {
    expect(nextPeriodDay([], '2026-11-24')).toBe('2026-11-24');
    expect(nextPeriodDay([Q3!], '2026-11-24')).toBe('2026-11-24');
  });
});

describe('periodToTry', () => {
  it('is the one under way, from its first day to its last', () => {
    expect(periodToTry(FAKE_PERIODS, '2026-10-01')).toBe('2026-Q4');
    expect(periodToTry(FAKE_PERIODS, '2026-12-31')).toBe('2026-Q4');
    expect(periodToTry(FAKE_PERIODS, '2027-01-01')).toBe('2027-Q1');
  });
  it('is else the latest that has begun, else any', () => {
    expect(periodToTry(FAKE_PERIODS, '2028-01-01')).toBe('2027-Q1');
    expect(periodToTry([Q1!, Q4!], '2026-01-01')).toBe('2027-Q1');
    expect(periodToTry([], '2026-01-01')).toBeNull();
  });
});
