import { setTimeout as wait } from 'node:timers/promises';

/** Longer than a page takes on a busy machine. */
const PATIENCE_MS = 15_000;

/**
 * Holds what a page shows against what it has to show, until it does: what it asks for is there a moment later. Not for
 * what it must never show: that would be forgiven for as long.
 * @throws what did not hold at the end
 */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await wait(50);
    }
  }
}
