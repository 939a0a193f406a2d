import { seededRandom } from './seeded-random.js';

const draw = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw('a', 5)).toEqual(draw('a', 5));
    expect(draw('a', 5)).not.toEqual(draw('b', 5));
  });

  it('spreads from 0 to below 1', () => {
    const numbers = draw('spread', 2_000);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const tenths = Array.from(
      { length: 10 },
      (_, i) => numbers.filter((n) => Math.floor(n * 10) === i).length,
    );
    expect(Math.min(...tenths)).toBeGreaterThan(150);
    expect(Math.max(...tenths)).toBeLessThan(250);
  });
});
