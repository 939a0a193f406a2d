import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import { LOCAL_OPERATOR, type Actor } from '../platform/auth/actor.js';
import { createChangeFeed } from '../platform/changes/change-feed.js';
import { createNotifyDoorbell, createRedisDoorbell, joinDoorbells } from '../platform/changes/doorbell.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { createOrm, type MikroORM } from '../platform/database/orm.js';
import { sqlOf } from '../platform/database/sql.js';
import type { Context } from '../platform/graphql/context.js';
import { createApollo } from '../platform/http/apollo.js';
import { createHttpServer, serveHttp } from '../platform/http/server.js';
import { createRates } from '../platform/http/rates.js';
import { serveWebsocket } from '../platform/http/websocket.js';
import { isOwnOrigin } from '../platform/http/own-origin.js';
import type { Logger } from '../platform/logger.js';
import type { UnitOfWork } from '../platform/unit-of-work.js';
import { entities } from './entities.js';
import { createGraphqlSchema } from './graphql-schema.js';
import type { Verb } from './policies.js';
import { productUnitOfWork } from './product-unit-of-work.js';
import { openStores, type Stores } from './stores.js';

/** How long the database may take to answer before the process calls itself not ready. */
const READY_WITHIN_MS = 500;

export interface Parts {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Folder of the built web pages; null: the API alone. */
  readonly webRoot: string | null;
}

/** One API process, composed and not yet listening. The only place that says `new`. */
export interface Pantau {
  readonly orm: MikroORM;
  readonly unitOfWork: UnitOfWork<Stores, Verb>;
  readonly server: Server;
  /** Listens, and gives the port. */
  listen(host: string, port: number): Promise<number>;
  /** Tells clients to come back, finishes what is under way, and lets go of every connection. */
  close(): Promise<void>;
}

/** Puts the process together. Nothing is asked of the database yet, except by the doorbell's connection. */
export async function compose(parts: Parts): Promise<Pantau> {
  const { databaseUrl, redisUrl, logger, webRoot, clock = systemClock } = parts;
  const orm = createOrm({ url: databaseUrl, entities });
  await orm.connect();
  const redis = redisUrl === null ? null : createRedisDoorbell(redisUrl, logger);
  const doorbell = joinDoorbells([
    createNotifyDoorbell(databaseUrl, logger),
    ...(redis === null ? [] : [redis]),
  ]);
  const feed = createChangeFeed({ sql: sqlOf(orm.em.fork()), doorbell, now: clock, logger });
  const unitOfWork = productUnitOfWork(orm, clock, doorbell);

  const createContext = (actor: Actor = LOCAL_OPERATOR): Context<Stores> => {
    const loaders = new Map<string, unknown>();
    const em = orm.em.fork();
    return {
      actor,
      read: (regionCode) => openStores(em, regionCode, clock()),
      readAtOnce: (regionCode, look) =>
        orm.em.fork().transactional((once: EntityManager) => look(openStores(once, regionCode, clock())), {
          isolationLevel: IsolationLevel.REPEATABLE_READ,
          readOnly: true,
        }),
      unitOfWork,
      feed,
      loader<L>(key: string, make: () => L): L {
        const known = loaders.get(key);
        if (known !== undefined) return known as L;
        const made = make();
        loaders.set(key, made);
        return made;
      },
      now: clock,
    };
  };

  const schema = await createGraphqlSchema();
  const { app, server } = createHttpServer();
  const apollo = createApollo(schema, server, logger);
  await apollo.start();
  const readiness = async () => {
    // A database that hangs is as little use as one that is gone, and must not hang the health page too.
    const late = new Promise<{ ok: boolean }>((resolve) => {
      setTimeout(() => resolve({ ok: false }), READY_WITHIN_MS).unref();
    });
    const { ok } = await Promise.race([orm.checkConnection(), late]);
    return { ready: ok, degraded: redis === null || redis.isUp() ? [] : ['redis'] };
  };
  const rates = createRates();
  serveHttp({ app, apollo, createContext, readiness, webRoot, schema, rates, logger });
  const closeSockets = serveWebsocket({ server, schema, createContext, isOwnOrigin, rates, logger });

  return {
    orm,
    unitOfWork,
    server,
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    async close() {
      await closeSockets();
      await apollo.stop();
      feed.close();
      await doorbell.close();
      await orm.close();
    },
  };
}
