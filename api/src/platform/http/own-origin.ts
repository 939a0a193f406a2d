import type { IncomingMessage } from 'node:http';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whether a request was made by a page of ours, or by no page at all. */
export type IsOwnOrigin = (request: Pick<IncomingMessage, 'headers'>) => boolean;

/**
 * `origin` is where browsers reach the server; null: on this machine alone. A page of another site sends its own
 * Origin; one that plays with DNS names sends its own Host.
 */
export function createIsOwnOrigin(origin: string | null): IsOwnOrigin {
  const ownHost = origin === null ? null : new URL(origin).host.toLowerCase();
  return ({ headers }) => {
    const host = headers.host?.toLowerCase();
    if (host === undefined || !(host === ownHost || LOOPBACK_HOST.test(host))) return false;
    if (isOfAnotherSite(headers)) return false;
    if (headers.origin === undefined) return true;
    if (!URL.canParse(headers.origin)) return false;
    return host === ownHost ? headers.origin === origin : new URL(headers.origin).host.toLowerCase() === host;
  };
}

/**
 * What browsers say by themselves of a request (Fetch Metadata), where its address is https or this machine. A link
 * that leads here is welcome, as is whoever types the address.
 */
function isOfAnotherSite(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && headers['sec-fetch-mode'] !== 'navigate';
}
