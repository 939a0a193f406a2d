import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RATES, SOCKETS } from '../graphql/limits.js';

/** Null: go on. Otherwise how many seconds to wait. */
export type Wait = number | null;

/** Counts what each asks for, in the memory of this process. Keys stay in it: they are no log and no metric. */
export interface Rates {
  request(network: string, principal: string | null): Promise<Wait>;
  /** A place for one more socket, and how to give it back; null: there is none. */
  socket(network: string, principal: string | null): (() => void) | null;
  /** Counts the messages of one socket. */
  messages(): () => Promise<Wait>;
}

export function createRates(): Rates {
  const ofPrincipal = new RateLimiterMemory({ ...pointsOf(RATES.principalRequests), keyPrefix: 'p' });
  const ofNetwork = new RateLimiterMemory({ ...pointsOf(RATES.networkRequests), keyPrefix: 'n' });
  const ofSocket = new RateLimiterMemory({ ...pointsOf(RATES.socketMessages), keyPrefix: 's' });
  const open = new Map<string, number>();
  let sockets = 0;

  const enter = (key: string, most: number): (() => void) | null => {
    const there = open.get(key) ?? 0;
    if (there >= most) return null;
    open.set(key, there + 1);
    let here = true;
    return () => {
      if (!here) return;
      here = false;
      const left = (open.get(key) ?? 1) - 1;
      if (left === 0) open.delete(key);
      else open.set(key, left);
    };
  };

  return {
    async request(network, principal) {
      return (
        (await take(ofNetwork, network)) ?? (principal === null ? null : await take(ofPrincipal, principal))
      );
    },
    socket(network, principal) {
      const leaveNetwork = enter(`n:${network}`, SOCKETS.perNetwork);
      if (leaveNetwork === null || principal === null) return leaveNetwork;
      const leavePrincipal = enter(`p:${principal}`, SOCKETS.perPrincipal);
      if (leavePrincipal === null) {
        leaveNetwork();
        return null;
      }
      return () => {
        leaveNetwork();
        leavePrincipal();
      };
    },
    messages() {
      sockets += 1;
      const key = String(sockets);
      return () => take(ofSocket, key);
    },
  };
}

function pointsOf({ points, seconds }: { points: number; seconds: number }) {
  return { points, duration: seconds };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Wait> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}

/** Half of an IPv6 address is the machine's own choice: a network is its first 64 bits. */
const NETWORK_GROUPS = 4;

/** The network that a request comes from. */
export function networkOf(request: Pick<IncomingMessage, 'socket'>): string {
  const address = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:(?=\d+\.)/, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right]
    .slice(0, NETWORK_GROUPS)
    .join(':');
}
