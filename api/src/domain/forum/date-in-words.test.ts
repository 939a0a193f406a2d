import fc from 'fast-check';
import { dateInWords, inWords, longDate } from './date-in-words.js';

it.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
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
