import fc from 'fast-check';
import { LONGEST_WAIT, reconnectDelay, SHORTEST_WAIT } from './backoff.js';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const ORDINARY = 1006;

describe('reconnectDelay', () => {
  it('stays between half a second and ten seconds for ever', () => {
    fc.assert(
      fc.property(fc.nat(100_000), random, (attempt, r) => {
        const delay = reconnectDelay(attempt, ORDINARY, r);
        expect(delay).toBeGreaterThanOrEqual(SHORTEST_WAIT);
        expect(delay).toBeLessThanOrEqual(LONGEST_WAIT);
      }),
    );
  });
  it('uses the whole window, which doubles up to ten seconds', () => {
    expect([0, 1, 2, 3, 50].map((attempt) => reconnectDelay(attempt, ORDINARY, 0))).toEqual([
      500, 500, 500, 500, 500,
    ]);
    expect(
      [0, 1, 2, 3, 50].map((attempt) => Math.round(reconnectDelay(attempt, ORDINARY, 0.999999))),
    ).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
  });
  it('resumes at once after 4510, but not when that keeps failing', () => {
    expect(reconnectDelay(0, 4510, 0.9)).toBe(0);
    expect(reconnectDelay(1, 4510, 0.9)).toBeGreaterThan(SHORTEST_WAIT);
  });
  it('spreads over the longest window when the server asks for room', () => {
    expect(reconnectDelay(0, 1013, 0.5)).toBe(5_250);
    expect(reconnectDelay(0, 4513, 0.5)).toBe(5_250);
  });
});
