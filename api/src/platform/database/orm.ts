import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { migrations } from '@pantau/migrations';
import type { Pool } from 'pg';
import { letGoOfLostConnections } from './lost-connections.js';
import { PipelinedClient, toldClient, type AskedSql } from './pipelined-client.js';
import { PoolDoor } from './pool-door.js';

export type { MikroORM };

/** Connections that one API process keeps at most; PostgreSQL's own default allows 100 in all. */
const POOL_SIZE = 16;

/** How long a statement may run before the server ends it (P11 of the promises). */
const STATEMENT_TIMEOUT_MS = 5_000;

/** Row level security lets the product's own work see everything; readers act for somebody (`reader.ts`). */
export const AS_SYSTEM = '-c pantau.kind=SYSTEM';

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  /** Zero: no limit, for imports and migrations. */
  readonly statementTimeoutMs?: number;
  /** Settings of every connection beside these, as the server's `options` takes them. */
  readonly sessionOptions?: string;
  /** Connections begin without an actor, and so find nothing, in place of being the product's own. */
  readonly actsForNobody?: boolean;
  /** Called with each connection before it is used, also where it was used before. */
  readonly onReserveConnection?: (connection: unknown) => Promise<void>;
  readonly watched?: WatchedDatabase;
}

/** What is looked at from outside of a database's connections. */
export interface WatchedDatabase {
  /** Handed the pool once it is there. */
  readonly onPool?: (pool: CountedPool) => void;
  /** Asks each statement. */
  readonly asked?: AskedSql;
}

/** How many connections there are, how many of them do nothing, and how many wait for one. */
export type CountedPool = Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;

/** Opens the database. No query has run yet when this returns. */
export function createOrm(options: OrmOptions): MikroORM {
  const door = new PoolDoor();
  const orm = new MikroORM({
    clientUrl: options.url,
    entities: [...options.entities],
    extensions: [Migrator],
    pool: { min: 0, max: POOL_SIZE },
    driverOptions: {
      options: [
        '-c timezone=UTC',
        `-c statement_timeout=${options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS}`,
        ...(options.actsForNobody === true ? [] : [AS_SYSTEM]),
        ...(options.sessionOptions === undefined ? [] : [options.sessionOptions]),
      ].join(' '),
      application_name: 'pantau',
      connectionTimeoutMillis: STATEMENT_TIMEOUT_MS,
      onPoolCreated(pool: Pool) {
        // pg-pool makes its connections by this; its types do not show it.
        const { asked, onPool } = options.watched ?? {};
        (pool as unknown as { Client: typeof PipelinedClient }).Client =
          asked === undefined ? PipelinedClient : toldClient(asked);
        onPool?.(pool);
        letGoOfLostConnections(pool);
        door.hold(pool);
      },
    },
    ...(options.onReserveConnection && { onReserveConnection: options.onReserveConnection }),
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration.class })),
      snapshot: false,
      disableForeignKeys: false,
      tableName: 'migration',
    },
    // A mistyped name must not make a database on somebody's server.
    ensureDatabase: false,
    schemaGenerator: { disableForeignKeys: false, createForeignKeyConstraints: false },
    // The migrator talks to the terminal otherwise; what matters is returned or thrown.
    logger: () => undefined,
    allowGlobalContext: false,
    forceUtcTimezone: true,
  });
  const close = orm.close.bind(orm);
  orm.close = async (force) => {
    await door.shut();
    await close(force);
  };
  return orm;
}
