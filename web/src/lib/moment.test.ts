import { elapsed } from './moment.js';

describe('elapsed', () => {
  const since = { wall: 1_000_000, steady: 500 };

  it('is the time that passed when both clocks agree', () => {
    expect(elapsed(since, { wall: 1_002_000, steady: 2_500 })).toBe(2_000);
  });
  it('counts the time a machine slept, which the steady clock does not', () => {
    expect(elapsed(since, { wall: 1_600_000, steady: 700 })).toBe(600_000);
  });
  it('is not shortened when the system time is set back', () => {
    expect(elapsed(since, { wall: 400_000, steady: 4_500 })).toBe(4_000);
  });
  it('is never negative', () => {
    expect(elapsed(since, { wall: 999_000, steady: 400 })).toBe(0);
  });
});
