import { appendAudit } from '../platform/audit/append-audit.js';
import type { TellDenied } from '../platform/audit/tell-denied.js';
import type { TellLook } from '../platform/audit/tell-looks.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Clock } from '../platform/clock.js';
import { actingStores } from '../platform/database/acting-stores.js';
import type { MikroORM } from '../platform/database/orm.js';
import { SYSTEM, type Reader } from '../platform/database/reader.js';
import { sqlOf } from '../platform/database/sql.js';
import type { HasWebhookDoor } from '../features/integration/webhooks/webhook-door.js';
import type { Context } from '../platform/graphql/context.js';
import { createPersonalReads } from '../platform/graphql/personal-reads.js';
import type { Door } from '../platform/http/door.js';
import { openStores, type Stores } from './stores.js';

/** What all requests of the process share. */
export interface ContextParts
  extends
    HasWebhookDoor,
    Pick<
      Context<Stores>,
      | 'key'
      | 'attempts'
      | 'rations'
      | 'transact'
      | 'rightsMoved'
      | 'unitOfWork'
      | 'feed'
      | 'signOnRegion'
      | 'siasnCodes'
    > {
  readonly orm: MikroORM;
  readonly reader: Reader;
  readonly tellDenied: TellDenied;
  readonly tellLook: TellLook;
  readonly clock: Clock;
}

/** What one request of one actor is answered with. */
export function createContext(
  parts: ContextParts,
  actor: Actor,
  door: Door,
): Context<Stores> & HasWebhookDoor {
  const { orm, reader, tellDenied, tellLook, clock, ...shared } = parts;
  const loaders = new Map<string, unknown>();
  const open = new Map<string, Stores>();
  return {
    ...shared,
    actor,
    door,
    reads: createPersonalReads(),
    read(regionCode) {
      const known = open.get(regionCode);
      if (known !== undefined) return known;
      const stores = actingStores(openStores(reader.fork(), regionCode, clock()), (ask) =>
        reader.as(actor, ask),
      );
      open.set(regionCode, stores);
      return stores;
    },
    readAtOnce: (regionCode, look) => reader.atOnce(actor, (em) => look(openStores(em, regionCode, clock()))),
    readWhole: (regionCode, look) => reader.atOnce(SYSTEM, (em) => look(openStores(em, regionCode, clock()))),
    loader<L>(key: string, make: () => L): L {
      const known = loaders.get(key);
      if (known !== undefined) return known as L;
      const made = make();
      loaders.set(key, made);
      return made;
    },
    async audit(event) {
      if (actor.regionCode === null)
        throw new Error(`${actor.kind} belongs to no region whose chain could tell`);
      const { kind, id } = actor;
      await appendAudit(sqlOf(orm.em.fork()), actor.regionCode, {
        ...event,
        at: clock(),
        actor: { kind, id },
      });
    },
    tellLook: (look) => tellLook(actor, look),
    tellDenied: (verb, error) => tellDenied(actor, verb, error),
    now: clock,
  };
}
