import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { Logger } from '../logger.js';
import { loggedMessage } from '../logged-message.js';

/**
 * Says "look" to every API process after a commit. It carries the region's code and nothing else, may be lost,
 * and may ring for nothing: the change log is the truth, and the feed looks by itself each second anyway.
 */
export interface Doorbell {
  ring(regionCode: string): void;
  /** Calls `hear` for each ring, of this process or another. */
  listen(hear: (regionCode: string) => void): void;
  close(): Promise<void>;
}

const CHANNEL = 'pantau_changes';

/** PostgreSQL's limit for one notice is 8,000 bytes; a region's code has five. Anything else is not ours. */
const REGION_CODE = /^\d{2}\.\d{2}$/;

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/** NOTIFY, with a connection of its own that comes back by itself. */
export function createNotifyDoorbell(databaseUrl: string, logger: Logger): Doorbell {
  const listeners: ((regionCode: string) => void)[] = [];
  let client: Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let wait = FIRST_RETRY_MS;
  /** Regions that wait for the notice before theirs to be sent; one notice says all that many would. */
  const waiting = new Set<string>();
  let sending: Promise<void> = Promise.resolve();

  const again = () => {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connect(), wait);
    wait = Math.min(wait * 2, LONGEST_RETRY_MS);
  };

  const connect = async () => {
    const fresh = new Client({
      connectionString: databaseUrl,
      application_name: 'pantau-doorbell',
      keepAlive: true,
    });
    const lost = () => {
      if (client === fresh) client = null;
      fresh.removeAllListeners('end');
      again();
    };
    fresh.on('error', (error) => logger.warn({ error: loggedMessage(error) }, 'doorbell connection failed'));
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => {
      if (payload !== undefined && REGION_CODE.test(payload)) for (const hear of listeners) hear(payload);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      if (closed) {
        await fresh.end();
        return;
      }
      client = fresh;
      wait = FIRST_RETRY_MS;
    } catch (error) {
      logger.warn({ error: loggedMessage(error) }, 'doorbell cannot listen');
      fresh.end().catch(() => undefined);
      lost();
    }
  };
  void connect();

  return {
    ring(regionCode) {
      if (waiting.has(regionCode)) return;
      waiting.add(regionCode);
      sending = sending.then(async () => {
        waiting.delete(regionCode);
        try {
          await client?.query('select pg_notify($1, $2)', [CHANNEL, regionCode]);
        } catch (error) {
          logger.warn({ error: loggedMessage(error) }, 'notice not sent');
        }
      });
    },
    listen: (hear) => void listeners.push(hear),
    async close() {
      closed = true;
      clearTimeout(retry);
      await sending;
      const open = client;
      client = null;
      open?.removeAllListeners('end');
      await open?.end().catch(() => undefined);
    },
  };
}

/** Redis is asked this often whether it answers: one that hangs keeps its connections, and tells nobody. */
const ASK_EVERY_MS = 1_000;
/** So long after its last answer it still counts as up: it may have been asked just before it hung. */
const UP_FOR_MS = 2_500;

/** Whether a connection answers. */
function watch(client: Redis): { isUp(): boolean; end(): void } {
  let answeredAt = performance.now();
  let asking = false;
  const timer = setInterval(() => {
    if (asking || client.status !== 'ready') return;
    asking = true;
    client
      .ping()
      .then(() => (answeredAt = performance.now()))
      .catch(() => undefined)
      .finally(() => (asking = false));
  }, ASK_EVERY_MS);
  timer.unref();
  // A fresh connection has just answered to be ready.
  client.on('ready', () => (answeredAt = performance.now()));
  return {
    isUp: () => client.status === 'ready' && performance.now() - answeredAt < UP_FOR_MS,
    end: () => clearInterval(timer),
  };
}

/** Redis publish and subscribe, beside NOTIFY: quicker where many API processes listen. */
export function createRedisDoorbell(redisUrl: string, logger: Logger): Doorbell & { isUp(): boolean } {
  const warn = (error: Error) => logger.warn({ error: loggedMessage(error) }, 'redis doorbell');
  // A dead or hung Redis must not hold up anybody: publishing fails at once while it is away.
  const publisher = new Redis(redisUrl, {
    enableOfflineQueue: false,
    commandTimeout: 500,
    maxRetriesPerRequest: 0,
    disconnectTimeout: 100,
  });
  const subscriber = new Redis(redisUrl, {
    maxRetriesPerRequest: null,
    autoResubscribe: true,
    disconnectTimeout: 100,
  });
  publisher.on('error', warn);
  subscriber.on('error', warn);
  subscriber.subscribe(CHANNEL).catch(warn);
  const watched = [watch(publisher), watch(subscriber)];

  return {
    isUp: () => watched.every((one) => one.isUp()),
    ring(regionCode) {
      publisher.publish(CHANNEL, regionCode).catch(warn);
    },
    listen(hear) {
      subscriber.on('message', (_channel: string, message: string) => {
        if (REGION_CODE.test(message)) hear(message);
      });
    },
    async close() {
      for (const one of watched) one.end();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Rings inside this process at once, and outside by every doorbell given. */
export function joinDoorbells(doorbells: readonly Doorbell[]): Doorbell {
  const listeners: ((regionCode: string) => void)[] = [];
  const hear = (regionCode: string) => {
    for (const listener of listeners) listener(regionCode);
  };
  for (const doorbell of doorbells) doorbell.listen(hear);
  return {
    ring(regionCode) {
      hear(regionCode);
      for (const doorbell of doorbells) doorbell.ring(regionCode);
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      await Promise.all(doorbells.map((doorbell) => doorbell.close()));
    },
  };
}
