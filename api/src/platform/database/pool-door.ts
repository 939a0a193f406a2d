import { setImmediate as turn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/**
 * The way to a pool's connections, which is shut before the pool ends. The query builder forgets its pool first and
 * ends it then; whoever has waited for a connection meanwhile is handed one that nobody gives back, and the end waits
 * for it for good. So nobody new is let in, and those who wait are served, before anything ends.
 */
export class PoolDoor {
  readonly #waiting = new Set<Promise<PoolClient>>();
  #isShut = false;

  /** The query builder asks a pool for connections by promise alone; a callback would not be called. */
  hold(pool: Pool): void {
    const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
    const enter = async (): Promise<PoolClient> => {
      if (this.#isShut) throw new Error('the connections to the database are closed');
      const handed = connect();
      this.#waiting.add(handed);
      try {
        return await handed;
      } finally {
        this.#waiting.delete(handed);
      }
    };
    pool.connect = enter as typeof pool.connect;
  }

  /** Lets nobody in any more, and waits until whoever waits has a connection or was refused one. */
  async shut(): Promise<void> {
    this.#isShut = true;
    await Promise.allSettled(this.#waiting);
    // What was handed over is in the hands of whoever asked at the end of this turn.
    await turn();
  }
}
