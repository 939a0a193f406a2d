import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie';

/**
 * What a browser keeps for us: who is signed in; to which accounts the browser is known; a sign-in that is under way
 * at another provider.
 */
export type CookieKind = 'SESSION' | 'BROWSER' | 'OIDC';

/** Where the provider sends people back to; its cookie goes nowhere else. */
export const OIDC_PATH = '/auth/oidc';

interface Shape {
  readonly name: string;
  readonly path: string;
  readonly sameSite: 'strict' | 'lax';
  /** Characters that a value has at most. */
  readonly longest: number;
  /** Seconds that the browser keeps it; null: until it is closed. */
  readonly maxAge: number | null;
}

const DAY_SECONDS = 24 * 60 * 60;

const SHAPES: Readonly<Record<CookieKind, Shape>> = {
  // The server ends sessions; that the browser forgets its own when it is closed suits tablets that many use.
  SESSION: { name: 'pantau_session', path: '/', sameSite: 'strict', longest: 128, maxAge: null },
  BROWSER: { name: 'pantau_browser', path: '/', sameSite: 'strict', longest: 512, maxAge: 180 * DAY_SECONDS },
  // Lax, since the provider's page is another site and leads back here.
  OIDC: { name: 'pantau_oidc', path: OIDC_PATH, sameSite: 'lax', longest: 2048, maxAge: 600 },
};

/** Characters of a Cookie header that are looked at, well beyond ours; Node takes 16 KiB of headers in all. */
const LONGEST_HEADER = 8 * 1024;
/** What a value of ours is made of: no quotes, no escapes. */
const VALUE = /^[A-Za-z0-9._-]+$/;

/** Whether what the person sees is https, and the browser must therefore never send the cookie without. */
export interface Transport {
  readonly secure: boolean;
}

/**
 * The name in the browser. Over https it has the prefix with which the browser itself refuses one that was set
 * without https or by a neighbouring host: `__Host-` for the whole site, `__Secure-` where the path is narrower.
 */
export function cookieName(kind: CookieKind, { secure }: Transport): string {
  const { name, path } = SHAPES[kind];
  if (!secure) return name;
  return `${path === '/' ? '__Host-' : '__Secure-'}${name}`;
}

/** The value in a Cookie header; undefined where there is none that we could have set. Never throws. */
export function readCookie(
  header: string | undefined,
  kind: CookieKind,
  transport: Transport,
): string | undefined {
  if (typeof header !== 'string' || header.length > LONGEST_HEADER) return undefined;
  // Nothing of ours is encoded: taken as it stands, two spellings of a value are two values.
  const value = parseCookie(header, { decode: (text) => text })[cookieName(kind, transport)];
  return value !== undefined && value.length <= SHAPES[kind].longest && VALUE.test(value) ? value : undefined;
}

/** The longest that browsers keep anything (RFC 6265bis §5.6.1): it has to be handed over again before. */
export const LONGEST_KEPT_SECONDS = 400 * DAY_SECONDS;

/** The Set-Cookie header that hands a value over; `keptSeconds` where it is kept otherwise than its kind is. */
export function writeCookie(
  kind: CookieKind,
  value: string,
  transport: Transport,
  keptSeconds?: number,
): string {
  const { longest } = SHAPES[kind];
  const maxAge = keptSeconds ?? SHAPES[kind].maxAge;
  if (value.length > longest || !VALUE.test(value)) throw new Error(`not a value of the ${kind} cookie`);
  return stringifySetCookie({ ...shapeOf(kind, transport), value, ...(maxAge === null ? {} : { maxAge }) });
}

/** The Set-Cookie header that makes the browser forget it. */
export function clearCookie(kind: CookieKind, transport: Transport): string {
  return stringifySetCookie({ ...shapeOf(kind, transport), value: '', maxAge: 0, expires: new Date(0) });
}

function shapeOf(kind: CookieKind, transport: Transport): Omit<SetCookie, 'value'> {
  const { path, sameSite } = SHAPES[kind];
  const name = cookieName(kind, transport);
  return { name, path, sameSite, httpOnly: true, secure: transport.secure };
}
