import { uuidv7 } from 'uuidv7';
import {
  eventsOf,
  HEARD_KINDS,
  type AskedType,
  type HeardChange,
  type WasSettled,
} from '../../../domain/integration/webhook-event.js';
import { readHead } from '../../../platform/changes/change-log.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { MikroORM } from '../../../platform/database/orm.js';
import { instant, sqlOf, type Sql } from '../../../platform/database/sql.js';
import { writeMessage } from './write-message.js';

/** Changes that one transaction makes deliveries of. */
const PAGE = 1_000;

/** An endpoint for which changes wait. */
export interface Behind {
  readonly regionCode: string;
  readonly id: string;
}

/** The endpoints that have not been told of everything yet, in constant work for those that have. */
export async function findBehind(sql: Sql): Promise<Behind[]> {
  return sql.rows<Behind>(
    `select w.region_code as "regionCode", w.id from webhook w
     join stream_head s on s.region_code = w.region_code
     where w.ended_at is null and w.disabled_at is null and (w.epoch <> s.epoch or w.log_offset < s.head)
     order by w.region_code, w.id`,
  );
}

/**
 * Makes deliveries of the next changes for one endpoint, in one transaction with where it has got to: whoever dies on
 * the way has done nothing, and of several processes one has the endpoint at a time.
 * @returns whether more changes wait; false too where another process has it
 */
export async function makeDeliveries(orm: MikroORM, { regionCode, id }: Behind, now: Date): Promise<boolean> {
  return orm.em.fork().transactional(async (em) => {
    const sql = sqlOf(em);
    const [webhook] = await sql.rows<{ epoch: string; log_offset: string; types: AskedType[] }>(
      `select epoch, log_offset, types from webhook
       where region_code = $1 and id = $2 and ended_at is null and disabled_at is null for update skip locked`,
      [regionCode, id],
    );
    if (webhook === undefined) return false;
    // What is committed by now, and nothing later: changes are read up to here.
    const head = await readHead(sql, regionCode);
    if (head === null) return false;
    const goOn = (offset: bigint) =>
      sql.rows('update webhook set epoch = $3, log_offset = $4 where region_code = $1 and id = $2', [
        ...[regionCode, id, head.epoch, offset.toString()],
      ]);
    // Another life of the stream: what came before it is not to be told by offsets.
    if (webhook.epoch !== head.epoch) {
      await goOn(head.offset);
      return false;
    }
    const changes = await readHeard(sql, regionCode, webhook.log_offset, head.offset);
    const wasSettled = await settledWhen(sql, regionCode, changes);
    const events = eventsOf(changes, webhook.types, wasSettled);
    if (events.length > 0) {
      const bodies = events.map(({ type, at, ids, period, offset }) =>
        writeMessage({
          type,
          at,
          region: regionCode,
          ids,
          period,
          cursor: formatCursor({ ...head, offset }),
        }),
      );
      await sql.rows(
        `insert into webhook_delivery (region_code, id, webhook_id, type, log_offset, body, made_at, state, attempts,
           tries, next_at)
         select $1, d.id, $2, d.type, d.log_offset, d.body, $3, 'WAITING', 0, 0, $3
         from unnest($4::uuid[], $5::text[], $6::bigint[], $7::text[]) as d (id, type, log_offset, body)`,
        [
          ...[regionCode, id, now],
          events.map(() => uuidv7()),
          events.map(({ type }) => type),
          events.map(({ offset }) => offset.toString()),
          bodies,
        ],
      );
    }
    const whole = changes.length < PAGE;
    await goOn(whole ? head.offset : changes.at(-1)!.offset);
    return !whole;
  });
}

async function readHeard(sql: Sql, regionCode: string, after: string, upTo: bigint): Promise<HeardChange[]> {
  const rows = await sql.rows<{
    log_offset: string;
    kind: string;
    subject_id: string | null;
    payload: object;
    recorded_at: string;
  }>(
    `select log_offset, kind, subject_id, payload, recorded_at from change_log
     where region_code = $1 and log_offset > $2 and log_offset <= $3 and kind = any($4::text[])
     order by log_offset limit $5`,
    [regionCode, after, upTo.toString(), HEARD_KINDS, PAGE],
  );
  return rows.map((row) => ({
    offset: BigInt(row.log_offset),
    kind: row.kind,
    subjectId: row.subject_id,
    payload: row.payload,
    recordedAt: instant(row.recorded_at),
  }));
}

/** Which of the periods that these changes name had been closed, and since when: a reopened one counts, it is being corrected. */
async function settledWhen(
  sql: Sql,
  regionCode: string,
  changes: readonly HeardChange[],
): Promise<WasSettled> {
  const codes = changes.flatMap(({ kind, payload }) =>
    kind === 'EmployeeScoreChanged' ? [(payload as { periodCode: string }).periodCode] : [],
  );
  if (codes.length === 0) return () => false;
  const rows = await sql.rows<{ period_code: string; since: string }>(
    `select period_code, min(recorded_at) as since from period_change
     where region_code = $1 and period_code = any($2::text[]) group by period_code`,
    [regionCode, [...new Set(codes)]],
  );
  const since = new Map(rows.map((row) => [row.period_code, instant(row.since)]));
  // What the closing itself moved, it moved in an open period.
  return (periodCode, recordedAt) => (since.get(periodCode) ?? recordedAt) < recordedAt;
}
