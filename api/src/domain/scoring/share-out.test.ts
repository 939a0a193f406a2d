import fc from 'fast-check';
import { divideRounded } from '../amount.js';
import { shareOut } from './share-out.js';

const claims = fc
  .array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 9 })
  .map((numerators) => numerators.map((numerator, i) => ({ key: `K${i}`, numerator })));

it('gives the millionth that is left to the largest remainder', () => {
  const shares = shareOut(
    5n,
    [
      { key: 'A', numerator: 7n },
      { key: 'B', numerator: 8n },
    ],
    3n,
  );
  expect([...shares]).toEqual([
    ['A', 2n],
    ['B', 3n],
  ]);
});

it('gives equal remainders by key', () => {
  const half = (key: string) => ({ key, numerator: 1n });
  expect(shareOut(1n, [half('B'), half('A')], 2n)).toEqual(
    new Map([
      ['A', 1n],
      ['B', 0n],
    ]),
  );
});

it('adds up to the rounded whole, and nothing stays nothing', () => {
  fc.assert(
    fc.property(claims, fc.bigInt({ min: 1n, max: 50n }), (all, divisor) => {
      const whole = divideRounded(
        all.reduce((sum, { numerator }) => sum + numerator, 0n),
        divisor,
      );
      const shares = shareOut(whole, all, divisor);
      expect([...shares.values()].reduce((sum, share) => sum + share, 0n)).toBe(whole);
      for (const { key, numerator } of all) if (numerator === 0n) expect(shares.get(key)).toBe(0n);
    }),
    { numRuns: 1000 },
  );
});
