import fc from 'fast-check';
import { dateInWords, inWords, longDate } from './date-in-words.js';

it.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [31, 'tiga puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1_000, 'seribu'],
  [1_945, 'seribu sembilan ratus empat puluh lima'],
  [2_026, 'dua ribu dua puluh enam'],
])('%i is written out as %s', (n, words) => {
  expect(inWords(n)).toBe(words);
});

it.each([-1, 0.5, 10_000, Number.NaN])('%d is nothing that minutes write out', (n) => {
  expect(() => inWords(n)).toThrow(RangeError);
});

it('a number is read out again as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999 }), (n) => {
      expect(readOut(inWords(n))).toBe(n);
    }),
  );
});

it('no two numbers are written alike', () => {
  const number = fc.integer({ min: 0, max: 9_999 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(inWords(a) === inWords(b)).toBe(a === b);
    }),
  );
});

it('a day is named with its weekday, in words and in short', () => {
  expect(dateInWords('2026-11-24')).toBe(
    'Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu dua puluh enam',
  );
  expect(dateInWords('2027-01-01')).toBe(
    'Jumat, tanggal satu, bulan Januari, tahun dua ribu dua puluh tujuh',
  );
  expect(longDate('2026-12-01')).toBe('1 Desember 2026');
});

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

/** A number from its words, as one hears it: what was said so far is multiplied, the next is added. */
function readOut(words: string): number {
  let [sum, digit] = [0, 0];
  const times = (by: number) => {
    sum += digit * by;
    digit = 0;
  };
  for (const word of words.replaceAll(/\bse(?=puluh|belas|ratus|ribu)/g, 'satu ').split(' ')) {
    if (word === 'ribu') times(1_000);
    else if (word === 'ratus') times(100);
    else if (word === 'puluh') times(10);
    else if (word === 'belas') digit += 10;
    else digit = DIGITS.indexOf(word);
  }
  return sum + digit;
}
