/** No reconnect comes sooner, ms: a server that closes at once must not be met by a hundred sockets a second. */
export const SHORTEST_WAIT = 500;
/** No reconnect waits longer, ms: a wall is back soon after the server is, however long it was away. */
export const LONGEST_WAIT = 10_000;
/** Upper end of the first window, ms; it doubles with each attempt. */
const FIRST_WINDOW = 2_000;

/** "You were too slow": the server is well, only this socket was not; resuming at once costs it nothing. */
const RESUME = 4510;
/** Try again later, and too many: the server asks for room. */
const OVERLOADED: ReadonlySet<number> = new Set([1013, 4513]);

/**
 * Milliseconds to wait before the next connection, with full jitter so that walls which lost the same server
 * do not come back in the same instant.
 *
 * @param attempt how many connections in a row failed before this one, from 0
 * @param code close code of the last connection
 * @param random uniform in [0, 1)
 */
export function reconnectDelay(attempt: number, code: number, random: number): number {
  if (code === RESUME && attempt === 0) return 0;
  const window = OVERLOADED.has(code) ? LONGEST_WAIT : Math.min(LONGEST_WAIT, FIRST_WINDOW * 2 ** attempt);
  return SHORTEST_WAIT + random * (window - SHORTEST_WAIT);
}
