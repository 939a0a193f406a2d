import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { knownBrowser, rememberBrowser } from './known-browser.js';

const key = createSecretKey(randomBytes(32));
const SITI = { regionCode: '35.78', loginName: 'siti' };
const BUDI = { regionCode: '35.78', loginName: 'budi' };

it('a browser is known to the accounts that signed in there, and to no other', () => {
  const first = rememberBrowser(key, undefined, SITI);
  const value = rememberBrowser(key, first, BUDI);
  expect(knownBrowser(key, value, SITI)).toBe(knownBrowser(key, first, SITI));
  expect(knownBrowser(key, value, BUDI)).toBe(knownBrowser(key, value, SITI));
  expect(knownBrowser(key, value, { ...SITI, regionCode: '35.79' })).toBeNull();
  expect(knownBrowser(key, value, { ...SITI, loginName: 'sit' })).toBeNull();
  expect(knownBrowser(createSecretKey(randomBytes(32)), value, SITI)).toBeNull();
});

it('each browser is another, and none shows whose it is', () => {
  const [one, other] = [rememberBrowser(key, undefined, SITI), rememberBrowser(key, undefined, SITI)];
  expect(knownBrowser(key, one, SITI)).not.toBe(knownBrowser(key, other, SITI));
  expect(one).not.toContain('siti');
  // What names a browser of one's own and the mark of another do not go together.
  expect(knownBrowser(key, `${one.split('.')[0]}.${other.split('.')[1]}`, SITI)).toBeNull();
});

it('the newest eight accounts are kept, and one that comes again is not kept twice', () => {
  let value: string | undefined;
  const accounts = Array.from({ length: 10 }, (_, place) => ({ ...SITI, loginName: `name ${place}` }));
  for (const account of accounts) value = rememberBrowser(key, value, account);
  const known = accounts.map((account) => knownBrowser(key, value, account) !== null);
  expect(known).toEqual([false, false, true, true, true, true, true, true, true, true]);
  expect(rememberBrowser(key, value, accounts[9]!)).toBe(value);
  expect(knownBrowser(key, rememberBrowser(key, value, accounts[2]!), accounts[3]!)).not.toBeNull();
});

it('whatever a cookie holds, it makes no browser known and throws nothing', () => {
  const values = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w-]{22}\.[\w-]{20,200}$/));
  fc.assert(
    fc.property(values, (value) => {
      expect(knownBrowser(key, value, SITI)).toBeNull();
      expect(knownBrowser(key, rememberBrowser(key, value, SITI), SITI)).not.toBeNull();
    }),
  );
  expect(knownBrowser(key, 'a'.repeat(1_000_000), SITI)).toBeNull();
  expect(knownBrowser(key, undefined, SITI)).toBeNull();
});
