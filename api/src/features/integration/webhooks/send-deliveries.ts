import type { KeyObject } from 'node:crypto';
import { isGivenUp, nextTry } from '../../../domain/integration/retry-schedule.js';
import { appendAudit } from '../../../platform/audit/append-audit.js';
import { signWebhook } from '../../../platform/auth/sign-webhook.js';
import type { Clock } from '../../../platform/clock.js';
import type { MikroORM } from '../../../platform/database/orm.js';
import { instant, sqlOf, type Sql } from '../../../platform/database/sql.js';
import type { Posted, PostOut } from '../../../platform/http/post-out.js';
import type { DisabledBecause } from './webhook.entity.js';
import type { DeliveryTrouble } from './webhook-delivery.entity.js';
import { openSecret } from './webhook-seal.js';

/**
 * For so long nobody else takes up what a process is sending; then it is taken for dead. Longer than any sending takes.
 */
const LEASE_MS = 60_000;

/** Deliveries that a process has on the way to one endpoint; to one that fails it has one. */
const AT_ONCE = 4;

/** A delivery that is this process's to send. */
export interface Taken {
  readonly regionCode: string;
  readonly id: string;
  readonly webhookId: string;
  readonly body: string;
  readonly attempts: number;
  readonly tries: number;
  readonly url: string;
  readonly secret: Buffer;
  /** The secret before it, where it still signs. */
  readonly previous: Buffer | null;
}

interface TakenRow {
  readonly region_code: string;
  readonly id: string;
  readonly webhook_id: string;
  readonly body: string;
  readonly attempts: number;
  readonly tries: number;
  readonly url: string;
  readonly secret: string;
  readonly previous: string | null;
}

/**
 * Takes what is due, at most `room`, and of each endpoint no more than it may have on the way; `busy` says how many of
 * each this process has there already. Of several processes each takes others.
 */
export async function takeDue(
  sql: Sql,
  now: Date,
  busy: ReadonlyMap<string, number>,
  room: number,
): Promise<Taken[]> {
  const rows = await sql.rows<TakenRow>(
    `with due as materialized (
       select w.region_code, d.id, w.url, w.secret,
         case when w.previous_until > $1 then w.previous_secret end as previous
       from webhook w
       left join unnest($2::uuid[], $3::int[]) as busy (id, count) on busy.id = w.id
       cross join lateral (
         select id from webhook_delivery
         where region_code = w.region_code and webhook_id = w.id and state = 'WAITING' and next_at <= $1
         order by next_at, id
         limit greatest(0, case when w.failing_since is null then $4::int else 1 end - coalesce(busy.count, 0))
         for update skip locked) d
       where w.ended_at is null and w.disabled_at is null
       order by coalesce(busy.count, 0), w.failing_since nulls first limit $5)
     update webhook_delivery t set next_at = $6
     from due where t.region_code = due.region_code and t.id = due.id
     returning t.region_code, t.id, t.webhook_id, t.body, t.attempts, t.tries, due.url,
       encode(due.secret, 'hex') as secret, encode(due.previous, 'hex') as previous`,
    [now, [...busy.keys()], [...busy.values()], AT_ONCE, room, new Date(now.getTime() + LEASE_MS)],
  );
  return rows.map((row) => ({
    regionCode: row.region_code,
    id: row.id,
    webhookId: row.webhook_id,
    body: row.body,
    attempts: row.attempts,
    tries: row.tries,
    url: row.url,
    secret: Buffer.from(row.secret, 'hex'),
    previous: row.previous === null ? null : Buffer.from(row.previous, 'hex'),
  }));
}

/** Sends one delivery, signed as of now by each secret that is good. */
export async function sendDelivery(
  delivery: Taken,
  { key, postOut, now, signal }: { key: KeyObject; postOut: PostOut; now: Date; signal: AbortSignal },
): Promise<Posted> {
  const { regionCode, webhookId, secret, previous } = delivery;
  const secrets = [secret, ...(previous === null ? [] : [previous])].map((sealed) =>
    openSecret(key, regionCode, webhookId, sealed),
  );
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Pantau-Webhook',
    ...signWebhook(`msg_${delivery.id}`, now, delivery.body, secrets),
  };
  return postOut(delivery.url, headers, delivery.body, signal);
}

const GONE = 410;
/** With these a receiver may say when to come back. */
const COME_BACK = new Set([429, 503]);

/** Writes down what became of a try: of the delivery, and of its endpoint. */
export async function noteOutcome(
  orm: MikroORM,
  delivery: Taken,
  posted: Posted,
  clock: Clock,
  chance: number,
): Promise<void> {
  const { regionCode, id, webhookId, attempts } = delivery;
  const now = clock();
  const status = 'status' in posted ? posted.status : null;
  const trouble = troubleOf(posted);
  const tries = delivery.tries + 1;
  const again =
    trouble === null || trouble === 'GONE' ? null : nextTry(tries, now, retryAfterOf(posted, now), chance);
  const state = trouble === null ? 'DELIVERED' : again === null ? 'FAILED' : 'WAITING';
  await orm.em.fork().transactional(async (em) => {
    const sql = sqlOf(em);
    // The endpoint first, as whoever commands it does.
    const [webhook] = await sql.rows<{ failing_since: string | null; disabled_at: string | null }>(
      `select failing_since, disabled_at from webhook where region_code = $1 and id = $2 for update`,
      [regionCode, webhookId],
    );
    // Sent by two, because one was taken for dead: what is written down first is one try, and so is the second.
    // Asked for again meanwhile: where this try has not arrived, that next one still comes at once.
    await sql.rows(
      `update webhook_delivery set attempts = $3, tries = $4, state = $5, status = $6, trouble = $7, last_at = $8,
         next_at = case when $5 = 'WAITING' then least($9::timestamptz, case when tries < $10 then next_at end) end
       where region_code = $1 and id = $2 and state = 'WAITING' and attempts = $11`,
      [regionCode, id, attempts + 1, tries, state, status, trouble, now, again, delivery.tries, attempts],
    );
    if (webhook === undefined) return;
    if (trouble === null) {
      await sql.rows(
        'update webhook set last_success_at = $3, failing_since = null where region_code = $1 and id = $2',
        [regionCode, webhookId, now],
      );
      return;
    }
    const since = webhook.failing_since === null ? null : instant(webhook.failing_since);
    const because: DisabledBecause | null =
      trouble === 'GONE' ? 'GONE' : isGivenUp(since, now) ? 'FAILING' : null;
    await sql.rows(
      `update webhook set failing_since = coalesce(failing_since, $3),
         disabled_at = coalesce(disabled_at, case when $4::text is null then null else $3 end),
         disabled_because = coalesce(disabled_because, $4)
       where region_code = $1 and id = $2`,
      [regionCode, webhookId, now, because],
    );
    if (because === null || webhook.disabled_at !== null) return;
    await appendAudit(sql, regionCode, {
      at: now,
      actor: { kind: 'SYSTEM', id: 'pantau' },
      action: 'disableWebhook',
      outcome: 'DONE',
      detail: { told: { webhookId, because }, subjects: [] },
    });
  });
}

function troubleOf(posted: Posted): DeliveryTrouble | null {
  if ('trouble' in posted) return posted.trouble;
  const { status } = posted;
  if (status >= 200 && status < 300) return null;
  if (status === GONE) return 'GONE';
  return status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS';
}

/** Seconds, or a date; anything else says nothing. Milliseconds from now. */
function retryAfterOf(posted: Posted, now: Date): number | null {
  if (!('status' in posted) || posted.retryAfter === null || !COME_BACK.has(posted.status)) return null;
  if (/^\d{1,9}$/.test(posted.retryAfter)) return Number(posted.retryAfter) * 1_000;
  const at = Date.parse(posted.retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
