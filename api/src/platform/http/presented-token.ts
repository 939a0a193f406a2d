import type { IncomingMessage } from 'node:http';
import type { Door } from './door.js';

/** A token as it came, not yet believed. */
export interface Presented {
  readonly token: string;
  readonly by: 'HEADER' | 'COOKIE';
}

const BEARER = /^Bearer (\S+)$/i;
/** Longer than any token: what is longer is not even looked at. */
const LONGEST = 200;

/** The token of a request: `Authorization: Bearer …` for programs and walls, the cookie for browsers. */
export function presentedToken({ headers }: IncomingMessage, door: Door): Presented | null {
  const { authorization } = headers;
  if (authorization !== undefined) {
    return { token: BEARER.exec(authorization.slice(0, LONGEST))?.[1] ?? '', by: 'HEADER' };
  }
  const session = door.readCookie('SESSION');
  return session === undefined ? null : { token: session, by: 'COOKIE' };
}

/** The token in a websocket's first message, `{ "authorization": "Bearer …" }`; null where it brings none. */
export function presentedInMessage(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const own = Object.getOwnPropertyDescriptor(payload, 'authorization')?.value as unknown;
  if (own === undefined) return null;
  return typeof own === 'string' ? (BEARER.exec(own.slice(0, LONGEST))?.[1] ?? '') : '';
}
