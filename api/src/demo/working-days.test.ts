import { workingDays } from './working-days.js';

describe('workingDays', () => {
  it('are Mondays to Fridays, first and last day included', () => {
    expect(workingDays('2026-11-20', '2026-11-24')).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
  });

  it('are not the holidays that never move', () => {
    expect(workingDays('2026-12-24', '2027-01-04')).toEqual([
      '2026-12-24',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-04',
    ]);
  });

  it('are there on a leap day', () => {
    expect(workingDays('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('are none on a Sunday', () => {
    expect(workingDays('2026-11-22', '2026-11-22')).toEqual([]);
  });
});
