import { hasAttended, keyOfTap, noteAttended, type Shelf } from './attended-here.js';

const shelfOf = () => {
  const kept = new Map<string, string>();
  const shelf: Shelf = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
  return { kept, on: () => shelf };
};

it('a tap keeps its key until it was counted, also where the page is loaded again; then the key is forgotten', () => {
  const { kept, on } = shelfOf();
  const key = keyOfTap('a', on);
  expect(keyOfTap('a', on)).toBe(key);
  expect(hasAttended('a', on)).toBe(false);
  noteAttended('a', on);
  expect(hasAttended('a', on)).toBe(true);
  expect([...kept.values()].join('')).not.toContain(key);
});

it('another session has a key of its own, and nothing is known of the one before', () => {
  const { on } = shelfOf();
  const key = keyOfTap('a', on);
  noteAttended('a', on);
  expect(keyOfTap('b', on)).not.toBe(key);
  expect(hasAttended('a', on)).toBe(false);
});

it('a browser that keeps nothing, or something else, asks again', () => {
  const closed = () => {
    throw new Error('no storage');
  };
  expect(keyOfTap('a', closed)).toMatch(/^[0-9a-f-]{36}$/);
  noteAttended('a', closed);
  expect(hasAttended('a', closed)).toBe(false);
  const { kept, on } = shelfOf();
  kept.set('pantau.hadir', '{"session": 3}');
  expect(hasAttended('a', on)).toBe(false);
});
