import { parseCookie, stringifySetCookie } from 'cookie';

/** What browsers keep for us. None of it can be read by a page's program, and no other site's request brings it. */
export interface Cookies {
  readSession(header: string | undefined): string | null;
  keepSession(token: string, expiresAt: Date): string;
  dropSession(): string;
  readKnownBrowser(header: string | undefined): string | null;
  keepKnownBrowser(mark: string): string;
}

/** Longer headers are not read: ours are far shorter. */
const LONGEST_HEADER = 4_096;
const KNOWN_FOR_S = 365 * 24 * 3600;

/** Over TLS a name with __Host- keeps other hosts of the domain from leaving a cookie of their own. */
export function createCookies(overTls: boolean): Cookies {
  const named = (name: string) => (overTls ? `__Host-${name}` : name);
  const session = named('pantau_session');
  const browser = named('pantau_browser');
  const bound = { httpOnly: true, sameSite: 'strict', path: '/', secure: overTls } as const;
  const read = (header: string | undefined, name: string): string | null =>
    header === undefined || header.length > LONGEST_HEADER ? null : (parseCookie(header)[name] ?? null);
  return {
    readSession: (header) => read(header, session),
    keepSession: (token, expires) => stringifySetCookie({ ...bound, name: session, value: token, expires }),
    dropSession: () => stringifySetCookie({ ...bound, name: session, value: '', maxAge: 0 }),
    readKnownBrowser: (header) => read(header, browser),
    keepKnownBrowser: (mark) => stringifySetCookie({ ...bound, name: browser, value: mark, maxAge: KNOWN_FOR_S }),
  };
}
