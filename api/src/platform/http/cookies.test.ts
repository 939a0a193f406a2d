import fc from 'fast-check';
import { createSecretKey, randomBytes } from 'node:crypto';
import { rememberBrowser } from '../auth/known-browser.js';
import { makeToken } from '../auth/token.js';
import { clearCookie, cookieName, readCookie, writeCookie, type CookieKind } from './cookies.js';

const HTTP = { secure: false };
const HTTPS = { secure: true };
const KINDS: CookieKind[] = ['SESSION', 'BROWSER', 'OIDC'];

it('the session goes to this site alone, and no script reads it', () => {
  expect(writeCookie('SESSION', 'abc', HTTP)).toBe('pantau_session=abc; Path=/; HttpOnly; SameSite=Strict');
  expect(writeCookie('SESSION', 'abc', HTTPS)).toBe(
    '__Host-pantau_session=abc; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
});

it('a browser stays known for half a year', () => {
  expect(writeCookie('BROWSER', 'abc', HTTPS)).toBe(
    '__Host-pantau_browser=abc; Max-Age=15552000; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
});

it('a sign-in at another provider is kept for ten minutes, for its return alone', () => {
  expect(writeCookie('OIDC', 'abc', HTTPS)).toBe(
    '__Secure-pantau_oidc=abc; Max-Age=600; Path=/auth/oidc; HttpOnly; Secure; SameSite=Lax',
  );
});

it('a cookie is cleared under the name and path under which it was set', () => {
  for (const kind of KINDS) {
    for (const transport of [HTTP, HTTPS]) {
      const [set, cleared] = [writeCookie(kind, 'abc', transport), clearCookie(kind, transport)];
      for (const part of [/^[^=]+=/, /Path=[^;]+/, /SameSite=\w+/]) {
        expect(part.exec(cleared)?.[0]).toBe(part.exec(set)?.[0]);
      }
      expect(cleared).toContain('Max-Age=0');
      expect(cleared.includes('Secure')).toBe(transport.secure);
    }
  }
});

it('what was set is read among others, and not under the name of the other transport', () => {
  const token = makeToken('SESSION', '35.78').text;
  const header = (name: string) => `theme=dark; ${name}=${token}; __Host-other=1`;
  expect(readCookie(header('pantau_session'), 'SESSION', HTTP)).toBe(token);
  expect(readCookie(header('__Host-pantau_session'), 'SESSION', HTTPS)).toBe(token);
  // A neighbouring host or a page without https can set this one.
  expect(readCookie(header('pantau_session'), 'SESSION', HTTPS)).toBeUndefined();
  expect(readCookie(header('pantau_session'), 'BROWSER', HTTP)).toBeUndefined();
});

it('a browser known to many accounts still has room in its cookie', () => {
  const key = createSecretKey(randomBytes(32));
  let value: string | undefined;
  for (let place = 0; place < 20; place += 1) {
    value = rememberBrowser(key, value, { regionCode: '35.78', loginName: `name ${place}` });
  }
  expect(readCookie(writeCookie('BROWSER', value!, HTTP).split(';')[0], 'BROWSER', HTTP)).toBe(value);
});

it.each([
  ['nothing', undefined],
  ['an empty header', ''],
  ['an empty value', 'pantau_session='],
  ['quotes', 'pantau_session="abc"'],
  ['an escape', 'pantau_session=%61bc'],
  ['a value too long', `pantau_session=${'a'.repeat(129)}`],
  ['a header too long', `x=${'a'.repeat(9000)}; pantau_session=abc`],
  ['a name that only ends like it', 'xpantau_session=abc'],
  ['other capitals', 'Pantau_Session=abc'],
  ['a name of the prototype', '__proto__=abc; constructor=abc'],
])('out of %s no session is read', (_what, header) => {
  expect(readCookie(header, 'SESSION', HTTP)).toBeUndefined();
});

it.each(['', 'a b', 'a;b', 'a\r\nSet-Cookie: x=y', 'ä', 'a'.repeat(129)])(
  'the value %j is never set',
  (value) => {
    expect(() => writeCookie('SESSION', value, HTTP)).toThrow('SESSION cookie');
  },
);

it('whatever header comes, reading it throws nothing and gives only what could be ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...KINDS), (text, kind) => {
      for (const header of [text, `${cookieName(kind, HTTP)}=${text}`]) {
        expect(readCookie(header, kind, HTTP) ?? 'none').toMatch(/^[A-Za-z0-9._-]+$/);
      }
    }),
  );
});
