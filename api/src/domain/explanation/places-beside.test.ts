import fc from 'fast-check';
import { amount } from '../amount.js';
import { displayAmount, roundForDisplay } from '../wall/display-amount.js';
import { placesBeside } from './places-beside.js';

const EDGES = [amount('90'), amount('110')];
const beside = (a: string, places = 2) => displayAmount(amount(a), placesBeside(amount(a), EDGES, places)).id;

it('EX9 rounding carries no shown number onto an edge or over it', () => {
  expect(beside('109.996')).toBe('109,996');
  expect(beside('109.994')).toBe('109,99');
  expect(beside('110.004')).toBe('110,004');
  expect(beside('110')).toBe('110');
  expect(beside('89.6', 0)).toBe('89,6');
  expect(beside('90.4', 0)).toBe('90,4');
  expect(beside('95.333333')).toBe('95,33');
  const near = fc.bigInt({ min: amount('109'), max: amount('111') });
  fc.assert(
    fc.property(near, near, fc.integer({ min: 0, max: 6 }), (a, edge, places) => {
      const shown = roundForDisplay(a, placesBeside(a, [edge], places));
      expect([shown < edge, shown > edge]).toEqual([a < edge, a > edge]);
    }),
  );
});
