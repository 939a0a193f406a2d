const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After how long the next try comes, milliseconds, as Standard Webhooks recommends; the first try comes at once. */
const DELAYS = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
];

/** Up to this share longer, so that what failed together does not come back together. */
const JITTER = 0.1;

/** However long a receiver asks to be left alone. */
const LONGEST_WAIT = 24 * HOUR;

/** An endpoint to which nothing has got through for so long is disabled. */
export const FAILING_DAYS = 5;

/** Tries of one delivery, the first one included. */
export const MOST_TRIES = DELAYS.length + 1;

/**
 * When to try again after the failure of try number `tries` (from 1); null: no more.
 * @param retryAfterMs what the receiver asked for (Retry-After), milliseconds; null: nothing
 * @param chance 0 up to 1, for the jitter
 */
export function nextTry(tries: number, now: Date, retryAfterMs: number | null, chance: number): Date | null {
  const delay = DELAYS[tries - 1];
  if (delay === undefined) return null;
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_WAIT);
  return new Date(now.getTime() + Math.max(Math.round(delay * (1 + JITTER * chance)), asked));
}

/** Whether an endpoint that has failed since then is to be left alone until somebody looks. */
export function isGivenUp(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_DAYS * 24 * HOUR;
}
