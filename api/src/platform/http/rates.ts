import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RATES, SOCKETS } from '../graphql/limits.js';

/** Null: go on. Otherwise how many seconds to wait. */
export type Wait = number | null;

/** Counts what each asks for, in the memory of this process. Keys stay in it: they are no log and no metric. */
export interface Rates {
  request(network: string): Promise<Wait>;
  /** The same for whoever asks, once that is known. */
  asked(principal: string): Promise<Wait>;
  /** A place for one more socket of a network, and how to give it back; null: there is none. */
  socket(network: string): (() => void) | null;
  /** The same for whoever opened it. */
  socketOf(principal: string): (() => void) | null;
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
    request: (network) => take(ofNetwork, network),
    asked: (principal) => take(ofPrincipal, principal),
    socket: (network) => enter(`n:${network}`, SOCKETS.perNetwork),
    socketOf: (principal) => enter(`p:${principal}`, SOCKETS.perPrincipal),
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
