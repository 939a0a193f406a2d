import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import { weightedMean } from './weighted-mean.js';

const parts = fc
  .array(
    fc.record({
      weight: fc.bigInt({ min: 1n, max: 100_000_000n }),
      points: fc.bigInt({ min: 0n, max: amount('120') }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((one, i) => ({ key: `K${i}`, ...one })));

const sum = (amounts: Iterable<Amount>) => [...amounts].reduce((a, b) => a + b, 0n);

it('weighs each part and says what it brings', () => {
  const { value, contributions } = weightedMean([
    { key: 'A', weight: amount('15'), points: amount('93.333333') },
    { key: 'B', weight: amount('10'), points: amount('100') },
  ]);
  expect(formatAmount(value)).toBe('96');
  expect([...contributions]).toEqual([
    ['A', amount('56')],
    ['B', amount('40')],
  ]);
});

it('lies between the least and the most, and its contributions add up', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const { value, contributions } = weightedMean(all);
      const points = all.map((part) => part.points);
      expect(points.some((one) => one <= value) && points.some((one) => one >= value)).toBe(true);
      expect(sum(contributions.values())).toBe(value);
    }),
  );
});

it('only the proportion of the weights matters', () => {
  fc.assert(
    fc.property(parts, fc.bigInt({ min: 2n, max: 1000n }), (all, times) => {
      const larger = all.map((part) => ({ ...part, weight: part.weight * times }));
      expect(weightedMean(larger)).toEqual(weightedMean(all));
    }),
  );
});

it('there is no mean of nothing', () => {
  expect(() => weightedMean([])).toThrow(RangeError);
  expect(() => weightedMean([{ key: 'A', weight: 0n, points: amount('100') }])).toThrow(RangeError);
});
