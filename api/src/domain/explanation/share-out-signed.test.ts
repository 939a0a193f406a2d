import fc from 'fast-check';
import { divideRounded } from '../amount.js';
import { shareOutSigned } from './share-out-signed.js';

const numerators = fc.array(fc.bigInt({ min: -1_000n, max: 1_000n }), { minLength: 1, maxLength: 6 });
const divisors = fc.bigInt({ min: 1n, max: 12n });
const keyed = (all: readonly bigint[]) => all.map((numerator, i) => ({ key: `k${i}`, numerator }));
const sum = (all: Iterable<bigint>) => [...all].reduce((a, b) => a + b, 0n);

it('shares add up exactly to the whole, each within a millionth of its own', () => {
  fc.assert(
    fc.property(numerators, divisors, (all, divisor) => {
      const whole = divideRounded(sum(all), divisor);
      const shares = shareOutSigned(whole, keyed(all), divisor);
      expect(sum(shares.values())).toBe(whole);
      all.forEach((numerator, i) => {
        const off = shares.get(`k${i}`)! * divisor - numerator;
        expect(off < divisor && -off < divisor).toBe(true);
        if (numerator % divisor === 0n) expect(off).toBe(0n);
      });
    }),
    { numRuns: 500 },
  );
});

it('shares out by hand', () => {
  expect([...shareOutSigned(1n, keyed([-4n, 7n]), 3n)]).toEqual([
    ['k0', -1n],
    ['k1', 2n],
  ]);
  expect([...shareOutSigned(0n, keyed([-5n, 5n]), 1n)]).toEqual([
    ['k0', -5n],
    ['k1', 5n],
  ]);
});

it('the order of the claims decides nothing', () => {
  fc.assert(
    fc.property(numerators, divisors, (all, divisor) => {
      const whole = divideRounded(sum(all), divisor);
      const claims = keyed(all);
      const turned = shareOutSigned(whole, claims.toReversed(), divisor);
      expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(shareOutSigned(whole, claims, divisor)));
    }),
  );
});
