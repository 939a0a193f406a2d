import type { MikroORM } from './orm.js';
import { sqlOf } from './sql.js';

/** One number for all Pantau processes: only one of them migrates at a time. */
const MIGRATION_LOCK = 7_268_261;

/** Brings the tables up to date and gives the names of the migrations that ran. Safe to call from many processes. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    await sqlOf(em).rows('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const ran = await orm.migrator.up({ transaction: em.getTransactionContext() as never });
    return ran.map((migration) => migration.name);
  });
}
