import fc from 'fast-check';
import { amount, formatAmount } from '../amount.js';
import { displayAmount, displayChange } from './display-amount.js';

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

it('writes numbers as the locales do', () => {
  const options = { maximumFractionDigits: 2, signDisplay: 'negative', useGrouping: true } as const;
  const id = new Intl.NumberFormat('id-ID', options);
  const en = new Intl.NumberFormat('en-US', options);
  fc.assert(
    fc.property(amounts, (a) => {
      // Given as a text, Intl rounds the exact decimal, half away from zero.
      const exact = formatAmount(a) as `${number}`;
      expect(texts(displayAmount(a))).toEqual(
        [id, en].map((format) => format.format(exact).replace('-', '−')),
      );
    }),
    { numRuns: 500 },
  );
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
