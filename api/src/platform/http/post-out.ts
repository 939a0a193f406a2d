import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { ReachableAddresses } from './reachable-addresses.js';

/** Why something that was sent out did not arrive; without any word of the receiver's. */
export type PostTrouble = 'TIMEOUT' | 'NAME_UNKNOWN' | 'ADDRESS_REFUSED' | 'TLS' | 'NO_CONNECTION';

/** What became of it: the receiver's status, or why there is none. */
export type Posted =
  { readonly status: number; readonly retryAfter: string | null } | { readonly trouble: PostTrouble };

/** How names become addresses; `node:dns`'s own, except in tests. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface PostOutOptions {
  readonly reachable: ReachableAddresses;
  readonly resolve?: ResolveName;
  /** For all of it: the name, the connection, the sending and the answer. */
  readonly timeoutMs?: number;
}

/** Sends a body to an address outside. */
export type PostOut = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Posted>;

const TIMEOUT_MS = 15_000;
/** What is read of an answer before the line is cut: its status is all that counts. */
const MOST_ANSWER_BYTES = 16 * 1024;

/** Thrown by the look-up that a connection is made with. */
class AddressRefused extends Error {}

/**
 * Makes the one door through which the server sends to addresses that people typed in. Each address is judged when it
 * is connected to, by the look-up of that very connection, so that a name cannot mean one thing when it is checked and
 * another when it is used. Connections are not kept, redirects not followed, and the environment's proxies not asked.
 */
export function createPostOut({
  reachable,
  resolve = systemLookup,
  timeoutMs = TIMEOUT_MS,
}: PostOutOptions): PostOut {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '', 0);
      // Of a name with good and bad addresses none is believed: whoever made it means harm, or made a mistake.
      const first = addresses[0];
      if (first === undefined || !addresses.every(({ address }) => reachable.allows(address))) {
        return done(new AddressRefused(), '', 0);
      }
      if (options.all === true) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
  return (url, headers, body, signal) =>
    new Promise((settle) => {
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, '');
      // An address needs no look-up, and so passes none.
      if (isIP(host) !== 0 && !reachable.allows(host)) return settle({ trouble: 'ADDRESS_REFUSED' });
      const late = AbortSignal.timeout(timeoutMs);
      let answer: Posted | null = null;
      const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(
        target,
        {
          method: 'POST',
          agent: false,
          lookup,
          headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
          signal: AbortSignal.any([late, signal]),
        },
        (response) => {
          const { statusCode: status = 0, headers: said } = response;
          // From here on its status was said, however the rest ends.
          answer = { status, retryAfter: said['retry-after'] ?? null };
          const end = () => settle(answer!);
          let read = 0;
          response.on('data', (part: Buffer) => {
            read += part.length;
            if (read > MOST_ANSWER_BYTES) response.destroy();
          });
          response.on('error', end).on('close', end);
        },
      );
      request.on('error', (error) =>
        settle(answer ?? { trouble: late.aborted ? 'TIMEOUT' : troubleOf(error) }),
      );
      request.end(body);
    });
}

function troubleOf(error: NodeJS.ErrnoException): PostTrouble {
  if (error instanceof AddressRefused) return 'ADDRESS_REFUSED';
  const code = error.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'NAME_UNKNOWN';
  if (code === 'ETIMEDOUT') return 'TIMEOUT';
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code))
    return 'TLS';
  return 'NO_CONNECTION';
}
