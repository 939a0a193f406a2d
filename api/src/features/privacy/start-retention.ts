import type { Clock } from '../../platform/clock.js';
import type { Sql } from '../../platform/database/sql.js';
import type { Logger } from '../../platform/logger.js';
import { endRecords } from './end-records.js';
import { loggedMessage } from '../../platform/logged-message.js';

/** The ending of records while a server runs. */
export interface Retention {
  stop(): Promise<void>;
}

export interface RetentionOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMs?: number;
}

const DAY_MS = 86_400_000;

/** Takes away what is over once a day. Several processes may do so at once: each takes other rows. */
export function startRetention({ sql, clock, logger, everyMs = DAY_MS }: RetentionOptions): Retention {
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(async () => {
      if (stopped) return;
      try {
        logger.info(
          { ended: await endRecords(sql, clock(), () => stopped) },
          'records that are over were taken away',
        );
      } catch (error) {
        logger.error({ error: loggedMessage(error) }, 'records that are over could not be taken away');
      }
    });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
