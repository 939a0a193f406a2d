import fc from 'fast-check';
import { fromWibInput, toWibInput } from './wib-input.js';

const MINUTE = 60_000;

describe('a date and time to type', () => {
  it('is in WIB, whatever zone the device is set to', () => {
    expect(toWibInput(Date.parse('2026-11-20T02:30:59Z'))).toBe('2026-11-20T09:30');
    expect(toWibInput(Date.parse('2026-11-20T17:00:00Z'))).toBe('2026-11-21T00:00');
    expect(fromWibInput('2026-11-20T09:30')).toBe(Date.parse('2026-11-20T02:30:00Z'));
  });
  it('comes back to the same minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000_000 }), (minutes) => {
        expect(fromWibInput(toWibInput(minutes * MINUTE))).toBe(minutes * MINUTE);
      }),
    );
  });
  it('is nothing while it is empty or half typed', () => {
    expect(fromWibInput('')).toBeNull();
    expect(fromWibInput('2026-11')).toBeNull();
  });
});
