import { FAILING_DAYS, isGivenUp, MOST_TRIES, nextTry } from './retry-schedule.js';

const NOW = new Date('2026-11-24T05:00:00Z');
const HOUR = 3_600_000;
const after = (tries: number, asked: number | null = null, chance = 0) => {
  const next = nextTry(tries, NOW, asked, chance);
  return next === null ? null : next.getTime() - NOW.getTime();
};

it('tries again after the times that Standard Webhooks recommends, and then no more', () => {
  const hours = [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24];
  expect(Array.from({ length: MOST_TRIES }, (_, n) => after(n + 1))).toEqual([
    ...hours.map((hour) => hour * HOUR),
    null,
  ]);
});

it('comes a little later than that by chance, never earlier', () => {
  expect(after(4, null, 0.5)).toBe(2.1 * HOUR);
});

it('waits for as long as the receiver asks, where that is longer, but not for ever', () => {
  expect(after(1, 60_000)).toBe(60_000);
  expect(after(4, 60_000)).toBe(2 * HOUR);
  expect(after(1, 99 * 24 * HOUR)).toBe(24 * HOUR);
});

it('gives an endpoint up after days without a success', () => {
  const days = (count: number) => new Date(NOW.getTime() - count * 24 * HOUR);
  expect(isGivenUp(null, NOW)).toBe(false);
  expect(isGivenUp(new Date(days(FAILING_DAYS).getTime() + 1), NOW)).toBe(false);
  expect(isGivenUp(days(FAILING_DAYS), NOW)).toBe(true);
});
