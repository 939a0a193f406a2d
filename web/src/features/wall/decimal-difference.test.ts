import fc from 'fast-check';
import { decimalDifference } from './decimal-difference.js';

describe('decimalDifference', () => {
  it('is exact where floating point is not', () => {
    expect(decimalDifference('0.1', '0.3')).toBe('0.2');
    expect(decimalDifference('82.403333', '82.61')).toBe('0.206667');
    expect(decimalDifference('120', '0')).toBe('-120');
    expect(decimalDifference('-0.5', '0.25')).toBe('0.75');
    expect(decimalDifference('7.000001', '7')).toBe('-0.000001');
    expect(decimalDifference('82.40', '82.4')).toBe('0');
  });
  it('added to the first number gives the second', () => {
    const millionths = fc.integer({ min: -120_000_000, max: 120_000_000 });
    const text = (n: number) => (n / 1e6).toFixed(6);
    fc.assert(
      fc.property(millionths, millionths, (a, b) => {
        expect(Math.round(Number(decimalDifference(text(a), text(b))) * 1e6)).toBe(b - a);
      }),
    );
  });
});
