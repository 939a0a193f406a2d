import { isUuid } from '../platform/is-uuid.js';
import { stableKey } from './stable-key.js';

describe('stableKey', () => {
  it('is a UUID that depends on what is done alone', () => {
    expect(isUuid(stableKey('close 2026-Q3'))).toBe(true);
    expect(stableKey('close 2026-Q3')).toBe(stableKey('close 2026-Q3'));
    expect(stableKey('close 2026-Q3')).not.toBe(stableKey('close 2026-Q4'));
  });
});
