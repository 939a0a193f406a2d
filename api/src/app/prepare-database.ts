import { linesBeforeTheChain } from '../features/observations/record-line.js';
import { adoptHistory, lockUnchained, unchainedRegions } from '../platform/audit/adopt-history.js';
import { beginNewLives } from '../platform/changes/new-life.js';
import { systemClock } from '../platform/clock.js';
import { migrate } from '../platform/database/migrate.js';
import type { MikroORM } from '../platform/database/orm.js';
import { sqlOf, type Sql } from '../platform/database/sql.js';
import type { RecordLine } from '../platform/audit/trail.js';
import { evidenceBeforeTheChain } from './evidence-before-the-chain.js';

/**
 * Brings the tables up to date, takes a history from before the audit chain into it, and has the streams of restored
 * data begin another life. Safe to call from many processes; nothing may be written before it has ended. Gives the names of the migrations that ran.
 */
export async function prepareDatabase(orm: MikroORM): Promise<string[]> {
  const ran = await migrate(orm);
  for (const regionCode of await unchainedRegions(sqlOf(orm.em.fork()))) {
    await orm.em.fork().transactional(async (em) => {
      const sql = sqlOf(em);
      const head = await lockUnchained(sql, regionCode);
      if (head === null) return;
      await adoptHistory(sql, regionCode, head, recordBeforeTheChain(sql, regionCode), systemClock());
    });
  }
  await orm.em.fork().transactional((em) => beginNewLives(sqlOf(em), systemClock()));
  return ran;
}

async function* recordBeforeTheChain(sql: Sql, regionCode: string): AsyncGenerator<readonly RecordLine[]> {
  yield* linesBeforeTheChain(sql, regionCode);
  yield* evidenceBeforeTheChain(sql, regionCode);
}
