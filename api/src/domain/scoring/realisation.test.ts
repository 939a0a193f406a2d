import { amount, formatAmount } from '../amount.js';
import { realisation, type Measurement } from './realisation.js';

function measured(...values: string[]): Measurement {
  const amounts = values.map(amount);
  return { count: amounts.length, total: amounts.reduce((a, b) => a + b), latestValue: amounts.at(-1)! };
}

it('RE1 MEAN is the total over the count', () => {
  expect(formatAmount(realisation(measured('10', '11', '11'), 'MEAN'))).toBe('10.666667');
  expect(formatAmount(realisation(measured('-0.000001', '0'), 'MEAN'))).toBe('-0.000001');
});

it('RE2 SUM is the total', () => {
  expect(formatAmount(realisation(measured('2', '1', '1'), 'SUM'))).toBe('4');
});

it('RE3 LATEST is the value of the latest moment observed', () => {
  expect(formatAmount(realisation(measured('84.1', '88.31'), 'LATEST'))).toBe('88.31');
});

it('asks for no mean of nothing', () => {
  expect(() => realisation({ count: 0, total: 0n, latestValue: 0n }, 'MEAN')).toThrow(RangeError);
});
