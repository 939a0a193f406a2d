import { AsyncLocalStorage } from 'node:async_hooks';
import { IsolationLevel, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import type { Actor } from '../auth/actor.js';
import { createOrm, type MikroORM } from './orm.js';

/**
 * Reads for somebody: every statement runs on a connection that knows who asks, and row level security gives only
 * what that actor may see. It cannot write. Outside `as` a statement runs for nobody and finds nothing.
 */
export interface Reader {
  /** Something to ask on, outside any transaction; only inside `as` it finds anything. */
  fork(): EntityManager;
  /** Runs what asks, for this actor. */
  as<T>(actor: Acting, ask: () => Promise<T>): Promise<T>;
  /** Several questions on one consistent look. */
  atOnce<T>(actor: Acting, look: (em: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What row level security asks about an actor. */
export type Acting = Pick<Actor, 'id' | 'kind' | 'regionCode'> | typeof SYSTEM;

/** The part of a reserved connection that is used here. */
interface Reserved {
  executeQuery(query: CompiledQuery): Promise<unknown>;
}

/** The product's own work, where an answer is made of many rows and holds none of them. */
export const SYSTEM = { id: '', kind: 'SYSTEM', regionCode: null } as const;

const ROLE = 'pantau_reader';

/** Opens the connections for reading. The tables must be there. */
export async function createReader(options: {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
}): Promise<Reader> {
  const acting = new AsyncLocalStorage<Acting>();
  /** For whom each connection acts now; a connection that is new acts for nobody. */
  const actsFor = new WeakMap<object, string>();
  const orm: MikroORM = createOrm({
    ...options,
    sessionOptions: (await mayBecomeReader(options.url))
      ? `-c role=${ROLE}`
      : '-c default_transaction_read_only=on',
    async onReserveConnection(connection) {
      const { kind, regionCode, id } = acting.getStore() ?? { kind: '', regionCode: '', id: '' };
      const who = `${kind} ${regionCode ?? ''} ${id}`;
      if (actsFor.get(connection as object) === who) return;
      await (connection as Reserved).executeQuery(
        CompiledQuery.raw(
          `select set_config('pantau.kind', $1, false), set_config('pantau.region', $2, false), set_config('pantau.id', $3, false)`,
          [kind, regionCode ?? '', id],
        ),
      );
      actsFor.set(connection as object, who);
    },
  });
  await orm.connect();
  return {
    fork: () => orm.em.fork(),
    as: (actor, ask) => acting.run(actor, ask),
    atOnce: (actor, look) =>
      acting.run(actor, () =>
        orm.em.fork().transactional(look, { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true }),
      ),
    close: () => orm.close(),
  };
}

/** Whether the role is there and this login may take it on; else row level security holds the owner itself. */
async function mayBecomeReader(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ may: boolean }>(
      `select exists (select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')) as may`,
      [ROLE],
    );
    return rows[0]?.may === true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
