import { AsyncLocalStorage } from 'node:async_hooks';
import { IsolationLevel, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Actor } from '../auth/actor.js';
import { prepared } from './prepared.js';
import { createOrm, type MikroORM, type WatchedDatabase } from './orm.js';

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
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<{ readonly rows: Row[] }>;
}

/** The product's own work, where an answer is made of many rows and holds none of them. */
export const SYSTEM = { id: '', kind: 'SYSTEM', regionCode: null } as const;

/** Outside `as`. */
const NOBODY = { id: '', kind: '', regionCode: null } as const;

const ROLE = 'pantau_reader';

const ACT_FOR = prepared(
  `select set_config('pantau.kind', $1, false), set_config('pantau.region', $2, false), set_config('pantau.id', $3, false)`,
);

/** Opens nothing yet: each connection takes the role on when it is first used, by when the tables are there. */
export async function createReader(options: {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  /** Another role for readers; one that is not there leaves the owner itself to be held. */
  readonly role?: string;
  readonly watched?: WatchedDatabase;
}): Promise<Reader> {
  const acting = new AsyncLocalStorage<Acting>();
  /** For whom each connection acts now; a connection that is new acts for nobody. */
  const actsFor = new WeakMap<object, string>();
  const orm: MikroORM = createOrm({
    ...options,
    actsForNobody: true,
    sessionOptions: '-c default_transaction_read_only=on',
    async onReserveConnection(reserved) {
      const connection = reserved as Reserved;
      try {
        await actFor(connection, acting.getStore() ?? NOBODY);
      } catch (error) {
        // A connection goes back to the pool only where it was handed over. So it is, and fails what is asked first.
        actsFor.delete(connection);
        connection.executeQuery = () => {
          Reflect.deleteProperty(connection, 'executeQuery');
          return Promise.reject(error);
        };
      }
    },
  });

  async function actFor(
    connection: Reserved,
    { kind, regionCode, id }: Acting | typeof NOBODY,
  ): Promise<void> {
    if (!actsFor.has(connection)) await becomeReader(connection, options.role ?? ROLE);
    const who = `${kind} ${regionCode ?? ''} ${id}`;
    if (actsFor.get(connection) === who) return;
    await connection.executeQuery(CompiledQuery.raw(ACT_FOR, [kind, regionCode ?? '', id]));
    actsFor.set(connection, who);
  }

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

/**
 * Takes the role of readers on, where it is there and this login may. Otherwise row level security holds the owner of
 * the tables itself; a login that it holds not at all reads nothing.
 */
async function becomeReader(connection: Reserved, role: string): Promise<void> {
  const { rows } = await connection.executeQuery<{ role: string | null; unbound: boolean }>(
    CompiledQuery.raw(
      `select (select set_config('role', rolname, false) from pg_roles
           where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')) as role,
         (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
           or exists (select 1 from pg_class where oid = to_regclass('public.employee') and not relforcerowsecurity
             and pg_has_role(current_user, relowner, 'USAGE')) as unbound`,
      [role],
    ),
  );
  if (rows[0]?.role === null && rows[0].unbound) {
    throw new Error(`row level security does not hold this login, and it may not become ${role}`);
  }
}
