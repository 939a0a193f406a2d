import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { networkOf } from '../auth/attempts.js';
import { clearCookie, readCookie, writeCookie, type Transport } from './cookies.js';
import type { Door } from './door.js';

export interface DoorSettings {
  readonly transport: Transport;
  /** Whether a proxy of our own stands before the server. */
  readonly trustsProxy: boolean;
}

/** The door of a request: over HTTP cookies can be left at it, over a websocket (no response) none can. */
export function requestDoor(
  request: IncomingMessage,
  response: Response | null,
  { transport, trustsProxy }: DoorSettings,
): Door {
  const leave = (cookie: string) => void response?.append('Set-Cookie', cookie);
  return {
    network: networkOfRequest(request, { trustsProxy }),
    readCookie: (kind) => readCookie(request.headers.cookie, kind, transport),
    keepsCookies: response !== null,
    leaveCookie: (kind, value, keptSeconds) => leave(writeCookie(kind, value, transport, keptSeconds)),
    dropCookie: (kind) => leave(clearCookie(kind, transport)),
  };
}

/** The network that a request comes from. */
export function networkOfRequest(
  request: IncomingMessage,
  { trustsProxy }: Pick<DoorSettings, 'trustsProxy'>,
): string {
  return networkOf(addressOf(request, trustsProxy));
}

/** Behind a proxy of our own the last address counts that it added; whatever stands before that, anybody can write. */
function addressOf({ headers, socket }: IncomingMessage, trustsProxy: boolean): string | undefined {
  const forwarded = trustsProxy ? headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? socket.remoteAddress : last;
}
