import { once } from 'node:events';
import type { Response } from 'express';

/**
 * Writes a piece of a long answer, and waits where whoever reads is slower than we are.
 * @returns whether anybody is still reading
 * @throws AbortError where `late` comes first
 */
export async function writeSlowly(
  response: Response,
  piece: string | Buffer,
  late: AbortSignal,
): Promise<boolean> {
  if (response.destroyed) return false;
  if (response.write(piece)) return true;
  // Whichever comes, the other is not waited for any more.
  const over = new AbortController();
  const signal = AbortSignal.any([late, over.signal]);
  const waiting = ['drain', 'close'].map((event) => once(response, event, { signal }));
  try {
    await Promise.race(waiting);
  } finally {
    over.abort();
    await Promise.allSettled(waiting);
  }
  return !response.destroyed;
}
