import { beginTrail } from '../platform/audit/trail.js';
import type { Clock } from '../platform/clock.js';
import type { MikroORM } from '../platform/database/orm.js';
import type { Context } from '../platform/graphql/context.js';
import { openStores, type Stores } from './stores.js';

/**
 * A transaction as the system that is no command: for sign-ins, and for what the server does by itself. One that leaves
 * evidence without an entry of the audit chain that covers it is rolled back.
 */
export function createTransact(orm: MikroORM, clock: Clock): Context<Stores>['transact'] {
  return (regionCode, act) =>
    orm.em.fork().transactional(async (em) => {
      const trail = beginTrail();
      const done = await act(openStores(em, regionCode, clock(), trail));
      if (trail.waits) throw new Error('evidence was written that no entry of the audit chain covers');
      return done;
    });
}
