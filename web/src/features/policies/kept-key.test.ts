import { keyFor, newKey } from './kept-key.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('keyFor', () => {
  let made = 0;
  const make = () => `key ${(made += 1)}`;

  it('keeps the key while the same is sent again, and makes another for anything else', () => {
    const first = keyFor(null, 'a', make);
    expect(first).toEqual({ written: 'a', key: 'key 1' });
    expect(keyFor(first, 'a', make)).toBe(first);
    expect(keyFor(first, 'b', make)).toEqual({ written: 'b', key: 'key 2' });
  });
  it('makes UUIDs, no two the same', () => {
    const keys = Array.from({ length: 100 }, newKey);
    for (const key of keys) expect(key).toMatch(UUID);
    expect(new Set(keys).size).toBe(100);
  });
});
