import { touchedQuarters } from './touched-quarters.js';

describe('touchedQuarters', () => {
  it.each([
    ['2026-08-26', '2026-11-24', ['2026-Q3', '2026-Q4']],
    ['2026-10-04', '2027-01-02', ['2026-Q4', '2027-Q1']],
    ['2026-10-01', '2026-12-31', ['2026-Q4']],
    ['2026-09-30', '2027-01-01', ['2026-Q3', '2026-Q4', '2027-Q1']],
  ])('from %s to %s', (first, last, codes) => {
    expect(touchedQuarters(first, last).map(({ code }) => code)).toEqual(codes);
  });
});
