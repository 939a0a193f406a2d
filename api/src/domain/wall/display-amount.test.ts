import fc from 'fast-check';
import { amount, formatAmount } from '../amount.js';
import { ALL_PLACES, displayAmount, displayChange, roundForDisplay } from './display-amount.js';

const amounts = fc.oneof(
  fc.bigInt({ min: -1_000_000_000_000_000_000n, max: 1_000_000_000_000_000_000n }),
  fc.bigInt({ min: -20_000n, max: 20_000n }),
);
const texts = ({ id, en }: { id: string; en: string }) => [id, en];

it('DE5 people see at most two places, with a decimal comma', () => {
  expect(texts(displayAmount(amount('93.333333')))).toEqual(['93,33', '93.33']);
  expect(texts(displayAmount(amount('1250.5')))).toEqual(['1.250,5', '1,250.5']);
  expect(texts(displayAmount(amount('-0.005')))).toEqual(['−0,01', '−0.01']);
  expect(texts(displayAmount(amount('-0.004')))).toEqual(['0', '0']);
  expect(texts(displayChange(amount('0.21')))).toEqual(['+0,21', '+0.21']);
  expect(texts(displayChange(amount('-1.5')))).toEqual(['−1,5', '−1.5']);
  expect(texts(displayChange(amount('2')))).toEqual(['+2', '+2']);
  expect(texts(displayChange(amount('0.004')))).toEqual(['±0', '±0']);
});

it('writes numbers as the locales do, to as many places as asked for', () => {
  const formats = [0, 1, 2, 3, 4, 5, 6].map((maximumFractionDigits) => {
    const options = { maximumFractionDigits, signDisplay: 'negative', useGrouping: true } as const;
    return ['id-ID', 'en-US'].map((locale) => new Intl.NumberFormat(locale, options));
  });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: ALL_PLACES }), (a, places) => {
      // Given as a text, Intl rounds the exact decimal, half away from zero.
      const exact = formatAmount(a) as `${number}`;
      const written = (at: number) => formats[at]!.map((format) => format.format(exact).replace('-', '−'));
      expect(texts(displayAmount(a, places))).toEqual(written(places));
      expect(texts(displayAmount(a))).toEqual(written(2));
    }),
    { numRuns: 500 },
  );
});

it('rounds to the places that are shown, half away from zero', () => {
  const rounded = (a: string, places: number) => formatAmount(roundForDisplay(amount(a), places));
  expect(rounded('93.335', 2)).toBe('93.34');
  expect(rounded('-93.335', 2)).toBe('-93.34');
  expect(rounded('93.499999', 0)).toBe('93');
  expect(rounded('93.123456', 6)).toBe('93.123456');
});

it('a change and its opposite differ in the sign alone', () => {
  fc.assert(
    fc.property(amounts, (a) => {
      const swapped = displayChange(-a).id.replace(/^[+−]/, (sign) => (sign === '+' ? '−' : '+'));
      expect(swapped).toBe(displayChange(a).id);
      expect(displayChange(a).id.replace(/^[+−±]/, '')).toBe(displayAmount(a < 0n ? -a : a).id);
    }),
  );
});
