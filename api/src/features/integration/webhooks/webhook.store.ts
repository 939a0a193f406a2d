import type { EntityManager } from '@mikro-orm/postgresql';
import type { AskedType } from '../../../domain/integration/webhook-event.js';
import type { Position } from '../../../platform/changes/cursor.js';
import { sqlOf } from '../../../platform/database/sql.js';
import { WebhookDeliveryEntity, type WebhookDeliveryRow } from './webhook-delivery.entity.js';
import { WebhookEntity, type WebhookRow } from './webhook.entity.js';

/** What commands and administrators ask about the endpoints of one region and what was sent to them. */
export interface WebhookStore {
  get(id: string): Promise<WebhookRow | null>;
  /** The same, and nobody else changes it or makes deliveries for it until the end of the transaction. */
  lock(id: string): Promise<WebhookRow | null>;
  /** In the order in which they were made; ended ones too. */
  page(after: string | null, limit: number): Promise<WebhookRow[]>;
  /** How many have not ended; two at once may not both find room for the last one. */
  countOpen(): Promise<number>;
  add(webhook: NewWebhook): Promise<void>;
  change(
    id: string,
    terms: { readonly name: string; readonly url: string; readonly types: AskedType[] },
  ): Promise<void>;
  /** Takes a new secret; the old one signs as well until `oldUntil`, or ends at once. */
  rotate(id: string, secret: Buffer, oldUntil: Date | null): Promise<void>;
  disable(id: string, at: Date): Promise<void>;
  /** From now on; what happened meanwhile is not told. What waited already is sent at once. */
  enable(id: string, at: Date, from: Position): Promise<void>;
  /** For good; what waited is given up. */
  end(id: string, at: Date, by: string): Promise<void>;

  delivery(webhookId: string, id: string): Promise<WebhookDeliveryRow | null>;
  /** The newest first. */
  deliveries(webhookId: string, before: string | null, limit: number): Promise<WebhookDeliveryRow[]>;
  addTrial(trial: {
    readonly id: string;
    readonly webhookId: string;
    readonly body: string;
    readonly at: Date;
  }): Promise<void>;
  /** Sends one again, whatever became of it. */
  again(webhookId: string, id: string, at: Date): Promise<void>;
  /** Sends all again that were given up and were made since then. */
  failedAgain(webhookId: string, since: Date, at: Date): Promise<void>;
}

export type NewWebhook = Pick<
  WebhookRow,
  'id' | 'name' | 'url' | 'types' | 'secret' | 'createdAt' | 'createdBy' | 'epoch' | 'logOffset'
>;

export interface HasWebhooks {
  readonly webhooks: WebhookStore;
}

export function createWebhookStore(em: EntityManager, regionCode: string): WebhookStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(WebhookEntity, { regionCode, id }, plain),
    async lock(id) {
      await sql.rows('select 1 from webhook where region_code = $1 and id = $2 for update', [regionCode, id]);
      return em.findOne(WebhookEntity, { regionCode, id }, plain);
    },
    page: (after, limit) =>
      em.find(
        WebhookEntity,
        { regionCode, ...(after === null ? {} : { id: { $gt: after } }) },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    async countOpen() {
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('webhooks ' || $1, 0))`, [regionCode]);
      const [row] = await sql.rows<{ open: number }>(
        'select count(*)::int as open from webhook where region_code = $1 and ended_at is null',
        [regionCode],
      );
      return row!.open;
    },
    async add(webhook) {
      await em.insert(WebhookEntity, { ...webhook, regionCode });
    },
    async change(id, terms) {
      await em.nativeUpdate(WebhookEntity, { regionCode, id }, terms);
    },
    async rotate(id, secret, oldUntil) {
      await sql.rows(
        `update webhook set secret = $3, previous_until = $4,
           previous_secret = case when $4::timestamptz is null then null else secret end
         where region_code = $1 and id = $2`,
        [regionCode, id, secret, oldUntil],
      );
    },
    async disable(id, at) {
      await em.nativeUpdate(
        WebhookEntity,
        { regionCode, id, disabledAt: null },
        { disabledAt: at, disabledBecause: 'ADMINISTRATOR' },
      );
    },
    async enable(id, at, from) {
      const rows = await sql.rows(
        `update webhook set disabled_at = null, disabled_because = null, failing_since = null, epoch = $3, log_offset = $4
         where region_code = $1 and id = $2 and disabled_at is not null returning 1`,
        [regionCode, id, from.epoch, from.offset.toString()],
      );
      if (rows.length === 0) return;
      await sql.rows(
        `update webhook_delivery set next_at = $3
         where region_code = $1 and webhook_id = $2 and state = 'WAITING'`,
        [regionCode, id, at],
      );
    },
    async end(id, at, by) {
      await em.nativeUpdate(WebhookEntity, { regionCode, id }, { endedAt: at, endedBy: by });
      await sql.rows(
        `update webhook_delivery set state = 'FAILED', next_at = null, trouble = 'ENDED'
         where region_code = $1 and webhook_id = $2 and state = 'WAITING'`,
        [regionCode, id],
      );
    },
    delivery: (webhookId, id) => em.findOne(WebhookDeliveryEntity, { regionCode, webhookId, id }, plain),
    deliveries: (webhookId, before, limit) =>
      em.find(
        WebhookDeliveryEntity,
        { regionCode, webhookId, ...(before === null ? {} : { id: { $lt: before } }) },
        { ...plain, orderBy: { id: 'desc' }, limit },
      ),
    async addTrial({ id, webhookId, body, at }) {
      await em.insert(WebhookDeliveryEntity, {
        ...{ regionCode, id, webhookId, body, madeAt: at, nextAt: at },
        ...{ type: 'TEST', state: 'WAITING', attempts: 0, tries: 0 },
      });
    },
    async again(webhookId, id, at) {
      await sql.rows(
        `update webhook_delivery set state = 'WAITING', tries = 0, next_at = $4
         where region_code = $1 and webhook_id = $2 and id = $3`,
        [regionCode, webhookId, id, at],
      );
    },
    async failedAgain(webhookId, since, at) {
      await sql.rows(
        `update webhook_delivery set state = 'WAITING', tries = 0, next_at = $4
         where region_code = $1 and webhook_id = $2 and state = 'FAILED' and made_at >= $3`,
        [regionCode, webhookId, since, at],
      );
    },
  };
}
