import { randomUUID } from 'node:crypto';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import type { MikroORM } from '../../platform/database/orm.js';
import { sqlOf } from '../../platform/database/sql.js';
import { loggedMessage } from '../../platform/logged-message.js';
import type { Logger } from '../../platform/logger.js';
import type { UnitOfWork } from '../../platform/unit-of-work.js';
import type { ForumNeeds } from './forum-needs.js';
import { noteLate } from './note-late.js';

/** The clock of promises while a server runs. */
export interface LateClock {
  stop(): Promise<void>;
}

export interface LateClockOptions {
  readonly orm: MikroORM;
  readonly unitOfWork: Pick<UnitOfWork<ForumNeeds, 'noteLate'>, 'run'>;
  readonly logger: Logger;
  readonly everyMs?: number;
}

const MINUTE_MS = 60_000;
const CLOCK = { ...COMMAND_LINE, id: 'forum' };

/**
 * Looks each minute whether a promise has become late. Of several processes that look at the same time one finds it;
 * a process that was not there for days finds all of it at its first look.
 */
export function startLateClock({
  orm,
  unitOfWork,
  logger,
  everyMs = MINUTE_MS,
}: LateClockOptions): LateClock {
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    const regions = await sqlOf(orm.em.fork()).rows<{ code: string }>(
      'select region_code as code from region order by region_code',
    );
    for (const { code: regionCode } of regions) {
      for (let more = true; more && !stopped;) {
        const command = { verb: 'noteLate', actor: CLOCK, regionCode, key: randomUUID(), input: {} } as const;
        more = (await unitOfWork.run(command, noteLate)).ok;
      }
    }
  };
  const run = () => {
    last = last.then(async () => {
      if (stopped) return;
      await look().catch((error: unknown) => {
        logger.error({ error: loggedMessage(error) }, 'late promises could not be looked for');
      });
    });
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
