import { currentPeriod } from './current-period.js';

const period = (code: string, startsOn: string, endsOn: string) => ({ code, startsOn, endsOn });
const Q3 = period('2026-Q3', '2026-07-01', '2026-09-30');
const Q4 = period('2026-Q4', '2026-10-01', '2026-12-31');
const NEXT = period('2027-Q1', '2027-01-01', '2027-03-31');

describe('currentPeriod', () => {
  it.each([
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
    ['2026-09-30', '2026-Q3'],
  ])('is on %s the one under way, its first and last day included', (today, code) => {
    expect(currentPeriod([NEXT, Q3, Q4], today)?.code).toBe(code);
  });
  it('is the latest that has begun where none is under way', () => {
    expect(currentPeriod([Q3, Q4], '2027-02-01')?.code).toBe('2026-Q4');
  });
  it('is none before the first', () => {
    expect(currentPeriod([Q3, Q4], '2026-06-30')).toBeNull();
    expect(currentPeriod([], '2026-06-30')).toBeNull();
  });
});
