import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeyObject } from 'node:crypto';
import type { Request, Response } from 'express';
import { createTellLooks } from '../platform/audit/tell-looks.js';
import { createTellDenied } from '../platform/audit/tell-denied.js';
import type { GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Actor } from '../platform/auth/actor.js';
import { createAttempts } from '../platform/auth/attempts.js';
import { createRations } from '../platform/auth/rations.js';
import { deriveKey, type KeyPurpose, type RootSecret } from '../platform/auth/secret.js';
import { createQuotas } from '../platform/auth/quota.js';
import { createOidc } from '../platform/auth/oidc.js';
import type { OidcConfig } from '../platform/config.js';
import { OIDC_PATH } from '../platform/http/cookies.js';
import { serveSignOn } from './sign-on-routes.js';
import { createSocketGuard } from '../platform/auth/socket-guard.js';
import { createChangeFeed } from '../platform/changes/change-feed.js';
import { createNotifyDoorbell, createRedisDoorbell, joinDoorbells } from '../platform/changes/doorbell.js';
import { systemClock, type Clock } from '../platform/clock.js';
import {
  createOrm,
  type CountedPool,
  type MikroORM,
  type WatchedDatabase,
} from '../platform/database/orm.js';
import { createReader } from '../platform/database/reader.js';
import { sqlOf } from '../platform/database/sql.js';
import type { Context } from '../platform/graphql/context.js';
import { createPostOut, type ResolveName } from '../platform/http/post-out.js';
import { createReachableAddresses } from '../platform/http/reachable-addresses.js';
import { createApollo } from '../platform/http/apollo.js';
import { createKeptAnswers } from '../platform/graphql/kept-answers.js';
import { LIMITS } from '../platform/graphql/limits.js';
import type { Door } from '../platform/http/door.js';
import { networkOfRequest, requestDoor } from '../platform/http/request-door.js';
import { UNVERIFIED_CODES, type SiasnCodes } from '../domain/integration/siasn-codes.js';
import { createHttpServer, serveHttp } from '../platform/http/server.js';
import { createRates, type Rates } from '../platform/http/rates.js';
import type { Admitted } from '../platform/http/sockets.js';
import { createMetrics, type Metrics } from '../platform/http/metrics.js';
import { createStreams } from '../platform/http/stream.js';
import { createTurnsOfEach } from '../platform/http/turns.js';
import { serveWebsocket } from '../platform/http/websocket.js';
import { Followers } from '../platform/live/follower.js';
import { createIsOwnOrigin } from '../platform/http/own-origin.js';
import type { Logger } from '../platform/logger.js';
import type { Tracing } from '../platform/tracing/tracing.js';
import type { UnitOfWork } from '../platform/unit-of-work.js';
import { startRetention } from '../features/privacy/start-retention.js';
import { startWebhooks, type Webhooks } from '../features/integration/webhooks/start-webhooks.js';
import { createWebhookDoor } from '../features/integration/webhooks/webhook-door.js';
import { startLateClock } from '../features/forum/start-late-clock.js';
import { entities } from './entities.js';
import { createGraphqlSchema } from './graphql-schema.js';
import { createContext, type ContextParts } from './create-context.js';
import { createIdentify } from './identify.js';
import { keepable } from './policies/keepable.js';
import type { Verb } from './policies/verbs.js';
import { serveForumMinutes } from './forum-minutes.js';
import { serveForumPhotos } from './forum-photos.js';
import { serveImportFiles } from './import-files.js';
import { serveExportFiles } from './export-files.js';
import { serveMyData } from './my-data.js';
import { serveScim } from './scim.js';
import { productUnitOfWork } from './product-unit-of-work.js';
import type { Stores } from './stores.js';
import { createTransact } from './transact.js';
import { createWhoAsks } from './who-asks.js';

/** How long the database may take to answer before the process calls itself not ready. */
const READY_WITHIN_MS = 500;

/** Some thousand pages of fifty people. */
const ANSWER_BYTES = 64 * 1024 * 1024;

export interface Parts {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly logger: Logger;
  /** What every key of the server is derived from; the same for all API processes. */
  readonly secret: RootSecret;
  /** The address by which browsers reach the server; null: this machine alone. */
  readonly origin?: string | null;
  /** An organisation's own sign-on; it leads people back to `origin`. */
  readonly oidc?: OidcConfig | null;
  /** Whether the last address of X-Forwarded-For is to be believed. */
  readonly trustsProxy?: boolean;
  readonly clock?: Clock;
  /** Folder of the built web pages; null: the API alone. */
  readonly webRoot: string | null;
  /** Another schema than the product's: for tests of what stands behind its guard. */
  readonly schema?: GraphQLSchema;
  /** Other counts than the product's: for a load that comes from one place. */
  readonly rates?: Rates;
  /** Tells OpenTelemetry how each request went; null: nobody. */
  readonly tracing?: Tracing | null;
  /** Private networks to which webhooks may be sent. */
  readonly webhookAllow?: readonly string[];
  /** How names of receivers become addresses, how long a sending may take, how often it is looked: for tests. */
  readonly webhookSending?: {
    readonly resolve?: ResolveName;
    readonly timeoutMs?: number;
    readonly everyMs?: number;
  };
  /** How much memory answers may take that are kept for those who ask again; 0: none is kept. */
  readonly answerBytes?: number;
  /** What our words are called in SIASN's reference tables; else what is known without being verified. */
  readonly siasnCodes?: SiasnCodes;
}

/** One API process, composed and not yet listening. The only place that says `new`. */
export interface Pantau {
  readonly orm: MikroORM;
  readonly unitOfWork: UnitOfWork<Stores, Verb>;
  readonly server: Server;
  /** For what is done beside requests, such as the code of the first administrator. */
  readonly transact: Context<Stores>['transact'];
  readonly key: Context<Stores>['key'];
  readonly now: Clock;
  /** How the process does, for Prometheus. */
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** Listens, and gives the port. */
  listen(host: string, port: number): Promise<number>;
  /** Tells clients to come back, finishes what is under way, and lets go of every connection. */
  close(): Promise<void>;
}

/** Puts the process together. Nothing is asked of the database yet, except by the doorbell's connection. */
export async function compose(parts: Parts): Promise<Pantau> {
  const {
    databaseUrl,
    redisUrl,
    logger,
    secret,
    origin = null,
    oidc = null,
    trustsProxy = false,
    webRoot,
    clock = systemClock,
    schema = await createGraphqlSchema(),
    rates = createRates(),
    answerBytes = ANSWER_BYTES,
    siasnCodes = UNVERIFIED_CODES,
    webhookAllow = [],
    webhookSending: { everyMs, ...sending } = {},
    tracing = null,
  } = parts;
  const pools: Record<string, CountedPool> = {};
  const watchedAs = (pool: string): WatchedDatabase => ({
    onPool: (counted) => void (pools[pool] = counted),
    ...(tracing && { asked: tracing.statement }),
  });
  const orm = createOrm({ url: databaseUrl, entities, watched: watchedAs('product') });
  await orm.connect();
  const redis = redisUrl === null ? null : createRedisDoorbell(redisUrl, logger);
  const doorbell = joinDoorbells([
    createNotifyDoorbell(databaseUrl, logger),
    ...(redis === null ? [] : [redis]),
  ]);
  const feed = createChangeFeed({ sql: sqlOf(orm.em.fork()), doorbell, now: clock, logger });
  const tellDenied = createTellDenied(sqlOf(orm.em.fork()), clock, logger);
  const tellLook = createTellLooks(orm, clock);
  const unitOfWork = productUnitOfWork(orm, clock, doorbell, {
    tellDenied,
    onCommand: (outcome, seconds) => metrics.command(outcome, seconds),
    ...(tracing && { around: tracing.around }),
  });

  const derived = new Map<KeyPurpose, KeyObject>();
  const key = (purpose: KeyPurpose): KeyObject => {
    const known = derived.get(purpose) ?? deriveKey(secret, purpose);
    derived.set(purpose, known);
    return known;
  };
  const reader = await createReader({ url: databaseUrl, entities, watched: watchedAs('reader') });
  const identify = createIdentify(sqlOf(orm.em.fork()), clock);
  const quotas = createQuotas(sqlOf(orm.em.fork()));
  const attempts = createAttempts(orm, key('rate'));
  const rations = createRations(orm, key('rate'));
  const isOwnOrigin = createIsOwnOrigin(origin);
  const doors = { transport: { secure: origin?.startsWith('https:') ?? false }, trustsProxy };
  const guard = createSocketGuard({ sql: sqlOf(orm.em.fork()), doorbell, now: clock, logger });

  const transact = createTransact(orm, clock);
  // A receiver on this machine is a developer's; where real people are served there is none.
  const reachable = createReachableAddresses({ allow: webhookAllow, loopback: origin === null });
  const shared: ContextParts = {
    ...{ orm, reader, tellDenied, tellLook, clock, key, attempts, rations, transact, unitOfWork, feed },
    rightsMoved: (regionCode) => doorbell.ring(regionCode),
    signOnRegion: oidc?.regionCode ?? null,
    siasnCodes,
    webhookDoor: createWebhookDoor(reachable, origin === null),
  };
  const contextFor = (actor: Actor, door: Door) => createContext(shared, actor, door);
  const whoAsks = createWhoAsks({ identify, quotas, clock, createContext: contextFor });

  const { app, server } = createHttpServer();
  const apollo = createApollo(schema, server, logger);
  await apollo.start();
  /** From the first moment of the end on: whoever spreads the work sends no more here, while the port is still open. */
  let draining = false;
  const isDatabaseUp = async () => {
    // A database that hangs is as little use as one that is gone, and must not hang the health page too.
    const late = new Promise<{ ok: boolean }>((resolve) => {
      setTimeout(() => resolve({ ok: false }), READY_WITHIN_MS).unref();
    });
    return (await Promise.race([orm.checkConnection(), late])).ok;
  };
  const readiness = async () => ({
    ready: !draining && (await isDatabaseUp()),
    degraded: redis === null || redis.isUp() ? [] : ['redis'],
  });
  const networkOf = (request: IncomingMessage) => networkOfRequest(request, doors);
  // The contract is no secret; but whoever has not signed in has no use for it where real people are served.
  const mayIntrospect = ({ kind }: Actor) => kind !== 'PUBLIC' || origin === null;
  const doorOf = (request: IncomingMessage, response: Response) => requestDoor(request, response, doors);
  const contextOf = async (request: Request, response: Response) => {
    const door = doorOf(request, response);
    return contextFor(await whoAsks.request(request, door), door);
  };
  const followers = new Followers();
  const turns = createTurnsOfEach(LIMITS.principalAtOnce);
  const live = {
    ...{ schema, rates, turns, logger, networkOf, mayIntrospect, followers },
    identify: (request: IncomingMessage, payload: unknown) =>
      whoAsks.socket(request, payload, requestDoor(request, null, doors)),
    watch: ({ actor, again }: Admitted, close: (code: number, reason: string) => void) =>
      again === null ? () => undefined : guard.watch({ actor, again, close }),
  };
  const streams = createStreams({ ...live, onOperation: (kind) => metrics.count('sse', kind) });
  const answers = createKeptAnswers(schema, keepable, answerBytes);
  const metrics = createMetrics({
    connections: () => ({ websocket: sockets.count(), sse: streams.count() }),
    followers: () => followers,
    feedAge: () => feed.ageSeconds(),
    answers: () => answers.asked,
    pools: () => pools,
    degraded: () => (redis === null ? {} : { redis: !redis.isUp() }),
    isDatabaseUp,
  });
  const doorkeeping = { networkOf, enter: contextOf, mayIntrospect, turns };
  serveHttp({
    ...{ app, streams, metrics, tracing },
    mount: () => {
      serveMyData(app, contextOf, logger);
      serveExportFiles(app, contextOf, logger);
      serveForumMinutes(app, contextOf, logger);
      serveForumPhotos(app, contextOf, logger);
      serveImportFiles(app, contextOf, logger);
      serveScim(app, { rates, doors: doorkeeping, logger, origin });
      if (oidc === null || origin === null) return;
      const provider = createOidc({
        ...oidc,
        redirectUri: `${origin}${OIDC_PATH}/callback`,
        allowInsecure: true,
        key: key('oidc'),
        clock,
        onTrouble: (what) => logger.warn({ what }, 'sign-on'),
      });
      serveSignOn(app, { oidc: provider, regionCode: oidc.regionCode, transact, doorOf, logger });
    },
    apollo,
    schema,
    rates,
    answers,
    logger,
    isOwnOrigin,
    readiness,
    webRoot,
    doors: doorkeeping,
  });
  const retention = startRetention({ orm, clock, logger });
  const lateClock = startLateClock({ orm, unitOfWork, logger });
  let webhooks: Webhooks | null = null;
  /** With the first request, not before: the tables may not be there yet. */
  const sendWebhooks = () => {
    webhooks ??= startWebhooks({
      ...{ orm, doorbell, clock, logger, key: key('webhook') },
      postOut: createPostOut({ reachable, ...sending }),
      ...(everyMs !== undefined && { everyMs }),
    });
  };
  const onOperation = (kind: OperationTypeNode) => metrics.count('websocket', kind);
  const sockets = serveWebsocket({ ...live, server, isOwnOrigin, onOperation });

  return {
    orm,
    unitOfWork,
    server,
    transact,
    key,
    now: clock,
    metrics,
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          sendWebhooks();
          resolve((server.address() as AddressInfo).port);
        });
      }),
    async close() {
      draining = true;
      streams.close();
      await sockets.close();
      metrics.close();
      await retention.stop();
      await lateClock.stop();
      await webhooks?.stop();
      await apollo.stop();
      feed.close();
      guard.close();
      await doorbell.close();
      await reader.close();
      await orm.close();
    },
  };
}
