import fc from 'fast-check';
import { formatAmount, ONE } from '../amount.js';
import { FIRST_POLICY } from './policy.js';
import { recencyWeight } from './recency-weight.js';

const HALF_LIFE = FIRST_POLICY.behaviour.halfLifeDays;
const ENDS_ON = '2026-12-31';

/** The day so many days before another. */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

const aged = (days: number, halfLife = HALF_LIFE) =>
  recencyWeight(daysBefore(ENDS_ON, days), ENDS_ON, halfLife);

const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const isoDays = days.map((date) => date.toISOString().slice(0, 10));
const halfLives = fc.integer({ min: 1, max: 3660 });

describe('BE2 an observation weighs half after each half-life, in straight lines between', () => {
  it('BE2 an observation weighs half after each half-life, in straight lines between', () => {
    const ages = [0, 1, 30, 44, 45, 46, 60, 90, 135];
    expect(ages.map((age) => formatAmount(aged(age)))).toEqual([
      '1',
      '0.988889',
      '0.666667',
      '0.511111',
      '0.5',
      '0.494444',
      '0.416667',
      '0.25',
      '0.125',
    ]);
    expect(formatAmount(recencyWeight('2026-11-16', '2026-12-31', 45))).toBe('0.5');
  });

  it('halves whatever the half-life, and the day on which the period ends', () => {
    fc.assert(
      fc.property(isoDays, halfLives, fc.nat({ max: 6 }), (endsOn, halfLife, halvings) => {
        const observedOn = daysBefore(endsOn, halvings * halfLife);
        expect(recencyWeight(observedOn, endsOn, halfLife)).toBe(ONE >> BigInt(halvings));
      }),
    );
  });

  it('falls with every day of a year, from a half-life of forty days on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 3660 }), fc.nat({ max: 365 }), (halfLife, age) => {
        expect(aged(age + 1, halfLife) < aged(age, halfLife)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is within half a millionth of the exact weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat({ max: 800 }), (halfLife, age) => {
        const exact = (1 - (age % halfLife) / (2 * halfLife)) / 2 ** Math.floor(age / halfLife);
        const off = Math.abs(Number(aged(age, halfLife)) - exact * 1e6);
        expect(off <= 0.500001 || exact < 1e-6).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

it('BE3 the age is counted to the last day of the period', () => {
  const weights = ['2026-12-31', '2026-11-30', '2027-06-30'].map((endsOn) =>
    formatAmount(recencyWeight('2026-11-30', endsOn, 31)),
  );
  // 31, 0 and 212 days: 6 halvings and 26 days of 31 more.
  expect(weights).toEqual(['0.5', '1', '0.009073']);
  expect(() => recencyWeight('2026-12-01', '2026-11-30', 45)).toThrow(RangeError);
});

it('BE4 no observation of the period weighs nothing', () => {
  expect(aged(19, 1)).toBe(2n);
  expect([20, 21, 365, 3660].map((age) => aged(age, 1))).toEqual([1n, 1n, 1n, 1n]);
  fc.assert(
    fc.property(fc.nat({ max: 4000 }), halfLives, (age, halfLife) => {
      const weight = aged(age, halfLife);
      expect(weight >= 1n && weight <= ONE).toBe(true);
    }),
  );
});

it('knows no age of what is no day', () => {
  expect(() => recencyWeight('kemarin', ENDS_ON, 45)).toThrow(RangeError);
});
