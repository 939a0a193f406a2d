import type { CookieKind } from './cookies.js';

/** The door through which a request came in: what a sign-in has to know of it, and may leave at it. */
export interface Door {
  /** The network that it came from; for counting attempts, never stored or logged in clear. */
  readonly network: string;
  /** Whether a cookie can be left at it. */
  readonly keepsCookies: boolean;
  readCookie(kind: CookieKind): string | undefined;
  /** Over a websocket there is nowhere to leave a cookie. */
  leaveCookie(kind: CookieKind, value: string, keptSeconds?: number): void;
  dropCookie(kind: CookieKind): void;
}
