import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedHome } from './embedded-home.js';

const isRoot = process.getuid?.() === 0;

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'pantau-clone-'));
});
afterEach(() => rmSync(clone, { recursive: true }));

it('takes the folder that PANTAU_HOME names, as a full path', () => {
  expect(embeddedHome({ PANTAU_HOME: '/srv/pantau' }, clone)).toBe('/srv/pantau');
  expect(embeddedHome({ PANTAU_HOME: 'data' }, clone)).toBe(join(process.cwd(), 'data'));
});

(isRoot ? it : it.skip)('gives root a home for each clone outside of it, and the same one every time', () => {
  const home = embeddedHome({}, clone);
  expect(home).toMatch(/^\/var\/lib\/pantau\/[0-9a-f]{16}$/);
  expect(embeddedHome({ PANTAU_HOME: '' }, clone)).toBe(home);

  const other = mkdtempSync(join(tmpdir(), 'pantau-clone-'));
  expect(embeddedHome({}, other)).not.toBe(home);
  rmSync(other, { recursive: true });

  const id = join(clone, '.pantau/id');
  expect(home).toContain(readFileSync(id, 'utf8').trim());
  writeFileSync(id, '../../etc');
  expect(() => embeddedHome({}, clone)).toThrow('16 hexadecimal digits');
});

(isRoot ? it.skip : it)('keeps a normal user’s data inside the clone', () => {
  expect(embeddedHome({}, clone)).toBe(join(clone, '.pantau'));
});
