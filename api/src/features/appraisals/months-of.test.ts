import { monthsOf } from './months-of.js';

it.each([
  ['2026-11', 1],
  ['2026-Q3', 3],
  ['2026-S2', 6],
  ['2026', 12],
])('%s has %i months', (code, months) => {
  expect(monthsOf(code)).toBe(months);
});

it('knows no months of what is no period', () => {
  expect(() => monthsOf('2026-13')).toThrow('2026-13');
});
