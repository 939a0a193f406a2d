import { setTimeout as wait } from 'node:timers/promises';

/** Longer than anything here takes, and shorter than a test may, so that the test says what did not come. */
const PATIENCE_MS = 40_000;

/**
 * Waits until something holds.
 * @param what named in the error
 * @throws Error where it does not come to hold
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`never came: ${what}`);
    await wait(2);
  }
}
