import fc from 'fast-check';
import { amount, type Amount } from '../amount.js';
import { FIRST_POLICY } from './policy.js';
import { ratingOf, type Rating } from './rating.js';

const rating = (value: string) => ratingOf(amount(value), FIRST_POLICY.bands);

it('RT1 a rating follows from the bands, each edge inside the better one', () => {
  expect(['120', '110', '109.999999', '90', '89.999999', '70', '69.999999', '0'].map(rating)).toEqual([
    'ABOVE',
    'ABOVE',
    'MEETS',
    'MEETS',
    'BELOW',
    'BELOW',
    'BELOW',
    'BELOW',
  ]);
  const order: readonly Rating[] = ['BELOW', 'MEETS', 'ABOVE'];
  const points = fc.bigInt({ min: 0n, max: amount('200') });
  const place = (value: Amount) => order.indexOf(ratingOf(value, FIRST_POLICY.bands));
  fc.assert(
    fc.property(points, points, (a, b) => {
      expect(place(a) <= place(b) || a > b).toBe(true);
    }),
  );
});

it('the edges are those of the policy', () => {
  const bands = { above: amount('100'), meets: amount('80'), decide: amount('50') };
  expect(['100', '99.999999', '80', '79.999999'].map((value) => ratingOf(amount(value), bands))).toEqual([
    'ABOVE',
    'MEETS',
    'MEETS',
    'BELOW',
  ]);
});
