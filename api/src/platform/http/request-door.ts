import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { Cookies } from './cookies.js';
import type { Door } from './door.js';
import { networkOf } from './network-of.js';

/** The door of a request: over HTTP cookies can be left at it, over a websocket (no response) none can. */
export function requestDoor(
  request: IncomingMessage,
  response: Response | null,
  cookies: Cookies,
  trustsProxy: boolean,
): Door {
  const leave = (cookie: string) => void response?.append('Set-Cookie', cookie);
  return {
    network: networkOf(request, trustsProxy),
    knownBrowser: cookies.readKnownBrowser(request.headers.cookie),
    keepSession: (token, expiresAt) => leave(cookies.keepSession(token, expiresAt)),
    keepBrowser: (mark) => leave(cookies.keepKnownBrowser(mark)),
    dropSession: () => leave(cookies.dropSession()),
  };
}
