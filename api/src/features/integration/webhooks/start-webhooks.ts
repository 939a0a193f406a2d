import type { KeyObject } from 'node:crypto';
import type { Doorbell } from '../../../platform/changes/doorbell.js';
import type { Clock } from '../../../platform/clock.js';
import type { MikroORM } from '../../../platform/database/orm.js';
import { sqlOf } from '../../../platform/database/sql.js';
import type { PostOut } from '../../../platform/http/post-out.js';
import { loggedMessage } from '../../../platform/logged-message.js';
import type { Logger } from '../../../platform/logger.js';
import { findBehind, makeDeliveries } from './make-deliveries.js';
import { noteOutcome, sendDelivery, takeDue, type Taken } from './send-deliveries.js';

/** The sending of webhooks while a server runs. */
export interface Webhooks {
  /** Lets what is on the way end, and sends nothing more. */
  stop(): Promise<void>;
}

export interface WebhooksOptions {
  readonly orm: MikroORM;
  readonly doorbell: Pick<Doorbell, 'listen'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Opens the secrets of endpoints. */
  readonly key: KeyObject;
  readonly postOut: PostOut;
  readonly everyMs?: number;
  /** 0 up to 1, for the jitter of retries. */
  readonly chance?: () => number;
}

/** Without any ring it is looked so often; retries come due without one. */
const EVERY_MS = 1_000;
/** On the way from one process altogether. */
const MOST_ON_THE_WAY = 64;
/** What is on the way when the process stops has so long to end. */
const DRAIN_MS = 5_000;

/**
 * Makes deliveries of committed changes and sends them, beside all requests. Every process does, and what one does
 * no other does: rows are locked while it looks at them, and taken for a while when it sends.
 */
export function startWebhooks(options: WebhooksOptions): Webhooks {
  const { orm, doorbell, clock, logger, key, postOut, everyMs = EVERY_MS, chance = Math.random } = options;
  const cut = new AbortController();
  const onTheWay = new Map<string, number>();
  const sending = new Set<Promise<void>>();
  let stopped = false;
  let lookAgain = false;
  let looking: Promise<void> | null = null;

  /** Nobody else is kept waiting by it: whatever goes wrong is the next look's. */
  const tell = (error: unknown, what: string) => logger.error({ error: loggedMessage(error) }, what);

  const send = async (delivery: Taken) => {
    try {
      const posted = await sendDelivery(delivery, { key, postOut, now: clock(), signal: cut.signal });
      // What was cut by the end of the process was no fault of the receiver's: the next process takes it up.
      if (cut.signal.aborted && 'trouble' in posted) return;
      await noteOutcome(orm, delivery, posted, clock, chance());
    } catch (error) {
      tell(error, 'a webhook could not be sent');
    } finally {
      const left = (onTheWay.get(delivery.webhookId) ?? 1) - 1;
      if (left === 0) onTheWay.delete(delivery.webhookId);
      else onTheWay.set(delivery.webhookId, left);
    }
  };

  const look = async () => {
    const sql = sqlOf(orm.em.fork());
    for (const behind of await findBehind(sql)) {
      for (let more = true; more && !stopped;) more = await makeDeliveries(orm, behind, clock());
    }
    const room = MOST_ON_THE_WAY - sending.size;
    if (stopped || room <= 0) return;
    for (const delivery of await takeDue(sql, clock(), onTheWay, room)) {
      onTheWay.set(delivery.webhookId, (onTheWay.get(delivery.webhookId) ?? 0) + 1);
      const sent = send(delivery).finally(() => {
        sending.delete(sent);
        // There may be more for this one.
        run();
      });
      sending.add(sent);
    }
  };

  const run = () => {
    if (stopped) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = (async () => {
      do {
        lookAgain = false;
        await look().catch((error: unknown) => tell(error, 'webhooks could not be looked for'));
      } while (lookAgain && !stopped);
      looking = null;
    })();
  };

  doorbell.listen(run);
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      const late = setTimeout(() => cut.abort(), DRAIN_MS);
      await Promise.all(sending);
      clearTimeout(late);
    },
  };
}
