import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import type { Predicate } from '../scoring/predicate.js';
import { displayAmount } from '../wall/display-amount.js';
import { CREDIT_REFUSALS, creditPoints, type FunctionalLevel } from './credit-points.js';

function points(level: FunctionalLevel, predicate: Predicate, months: number): Amount {
  const outcome = creditPoints(level, predicate, months);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const text = (...given: Parameters<typeof points>) => formatAmount(points(...given));

const COEFFICIENTS = {
  PEMULA: '3.75',
  TERAMPIL: '5',
  MAHIR: '12.5',
  PENYELIA: '25',
  AHLI_PERTAMA: '12.5',
  AHLI_MUDA: '25',
  AHLI_MADYA: '37.5',
  AHLI_UTAMA: '50',
} as const;
const PERCENT = { SANGAT_BAIK: 150n, BAIK: 100n, BUTUH_PERBAIKAN: 75n, KURANG: 50n, SANGAT_KURANG: 25n };
/** Best first. */
const PREDICATES = Object.keys(PERCENT) as Predicate[];
const LEVELS = Object.keys(COEFFICIENTS) as FunctionalLevel[];

const levels = fc.constantFrom(...LEVELS);
const predicates = fc.constantFrom(...PREDICATES);

it('CP1 a year with the predicate Baik brings the coefficient of the level', () => {
  expect(Object.fromEntries(LEVELS.map((level) => [level, text(level, 'BAIK', 12)]))).toEqual(COEFFICIENTS);
});

it('CP2 the predicate decides how much of the coefficient counts', () => {
  expect(PREDICATES.map((predicate) => text('AHLI_PERTAMA', predicate, 12))).toEqual([
    '18.75',
    '12.5',
    '9.375',
    '6.25',
    '3.125',
  ]);
  expect(PREDICATES.map((predicate) => text('AHLI_UTAMA', predicate, 12))).toEqual([
    '75',
    '50',
    '37.5',
    '25',
    '12.5',
  ]);
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 12 }), (level, months) => {
      const brought = PREDICATES.map((predicate) => points(level, predicate, months));
      for (const [place, given] of brought.slice(1).entries()) expect(given).toBeLessThan(brought[place]!);
    }),
  );
});

it('CP3 a part of a year counts by its months', () => {
  expect(text('AHLI_MUDA', 'BAIK', 6)).toBe('12.5');
  expect(text('PEMULA', 'SANGAT_KURANG', 1)).toBe('0.078125');
  expect(displayAmount(points('AHLI_PERTAMA', 'BAIK', 2)).id).toBe('2,08');
  fc.assert(
    fc.property(levels, predicates, fc.integer({ min: 1, max: 11 }), (level, predicate, months) => {
      const rest = points(level, predicate, 12 - months);
      const apart = points(level, predicate, months) + rest - points(level, predicate, 12);
      // Two roundings against one: never more than a millionth apart.
      expect(apart >= -1n && apart <= 1n).toBe(true);
      expect(points(level, predicate, months)).toBeLessThan(points(level, predicate, months + 1));
    }),
  );
});

it('CP4 credit points are rounded once', () => {
  expect(text('AHLI_PERTAMA', 'BAIK', 2)).toBe('2.083333');
  // 1/12 rounded first would give 1.041663 and 10.416675.
  expect(text('AHLI_PERTAMA', 'BAIK', 1)).toBe('1.041667');
  expect(text('AHLI_MUDA', 'BAIK', 5)).toBe('10.416667');
  fc.assert(
    fc.property(levels, predicates, fc.integer({ min: 1, max: 12 }), (level, predicate, months) => {
      const percent = PERCENT[predicate];
      const exact = amount(COEFFICIENTS[level]) * percent * BigInt(months);
      const apart = 2n * (points(level, predicate, months) * 1200n - exact);
      expect(apart >= -1200n && apart <= 1200n).toBe(true);
    }),
  );
});

it('CP5 the months are a whole number from 1 to 12', () => {
  for (const months of [0, -1, 13, 1.5, 11.999, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(creditPoints('PEMULA', 'BAIK', months)).toEqual({
      ok: false,
      refusal: {
        code: 'MONTHS_OUT_OF_RANGE',
        field: 'months',
        mender: 'SENDER',
        message: CREDIT_REFUSALS.MONTHS_OUT_OF_RANGE.message,
      },
    });
  }
  expect(CREDIT_REFUSALS.MONTHS_OUT_OF_RANGE.message.id).toContain('1 sampai 12');
  expect(CREDIT_REFUSALS.MONTHS_OUT_OF_RANGE.message.en).toContain('1 to 12');
  for (const months of [1, 12]) expect(creditPoints('PEMULA', 'BAIK', months).ok).toBe(true);
});
