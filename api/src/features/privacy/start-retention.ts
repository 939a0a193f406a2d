import type { Clock } from '../../platform/clock.js';
import type { MikroORM } from '../../platform/database/orm.js';
import type { Logger } from '../../platform/logger.js';
import { loggedMessage } from '../../platform/logged-message.js';
import { endRecordsOnce } from './end-records-once.js';

/** The ending of records while a server runs. */
export interface Retention {
  stop(): Promise<void>;
}

export interface RetentionOptions {
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long after the start it is done first. */
  readonly firstMs?: number;
  readonly everyMs?: number;
}

/** After the start, when whoever waited for the server has been let in. */
const FIRST_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Takes away what is over, once some minutes after the start and then once a day: a process that is started anew every
 * day comes to it as well. Of several processes one does it at a time; the next finds nothing left.
 */
export function startRetention(options: RetentionOptions): Retention {
  const { orm, clock, logger, firstMs = FIRST_MS, everyMs = DAY_MS } = options;
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const run = () => {
    last = last.then(async () => {
      if (stopped) return;
      try {
        const ended = await endRecordsOnce(orm, clock, () => stopped);
        if (ended !== null) logger.info({ ended }, 'records that are over were taken away');
      } catch (error) {
        logger.error({ error: loggedMessage(error) }, 'records that are over could not be taken away');
      }
    });
  };
  const first = setTimeout(run, firstMs);
  const timer = setInterval(run, everyMs);
  first.unref();
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await last;
    },
  };
}
