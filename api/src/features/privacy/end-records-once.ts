import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Clock } from '../../platform/clock.js';
import type { MikroORM } from '../../platform/database/orm.js';
import { sqlOf } from '../../platform/database/sql.js';
import { endRecords, type Ended } from './end-records.js';

/**
 * Takes away what is over, and writes down in each region's audit chain how many rows of which kind went: so that an
 * auditor can tell what time took from what somebody took. Where nothing was over, nothing is written.
 * @returns null where another process is at it just now
 */
export async function endRecordsOnce(
  orm: MikroORM,
  clock: Clock,
  stopped: () => boolean = () => false,
): Promise<Ended | null> {
  // The transaction holds the lock and is otherwise idle; each batch is committed beside it, by itself.
  return orm.em.fork().transactional(async (em) => {
    const sql = sqlOf(em);
    const [lock] = await sql.rows<{ held: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as held`,
    );
    if (lock?.held !== true) return null;
    const now = clock();
    const byRegion = new Map<string, Partial<Record<keyof Ended, number>>>();
    const ended = await endRecords(sqlOf(orm.em.fork()), now, stopped, (regionCode, kind, rows) => {
      const told = byRegion.get(regionCode) ?? {};
      told[kind] = (told[kind] ?? 0) + rows;
      byRegion.set(regionCode, told);
    });
    for (const [regionCode, told] of [...byRegion].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [head] = await sql.rows('select 1 from audit_head where region_code = $1', [regionCode]);
      // A code for the set-up of a region that was never opened belongs to no chain.
      if (head === undefined) continue;
      await appendAudit(sql, regionCode, {
        at: now,
        actor: { kind: 'SYSTEM', id: 'pantau' },
        action: 'endRecords',
        outcome: 'DONE',
        detail: { told, subjects: [] },
      });
    }
    return ended;
  });
}
