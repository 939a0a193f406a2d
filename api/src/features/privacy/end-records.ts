import { RETENTION_DAYS } from '../../domain/privacy/purposes.js';
import { groupBy } from '../../platform/group-by.js';
import type { Sql } from '../../platform/database/sql.js';

/** How many rows of each kind were over. */
export type Ended = Readonly<Record<keyof typeof RETENTION_DAYS, number>>;

/** Told of each batch: how many rows of a kind went in a region. */
export type OnEnded = (regionCode: string, kind: keyof Ended, rows: number) => void;

/** Rows that one statement takes: nobody waits long behind it. */
const BATCH = 1_000;

/** Which rows of a kind are over, where `$1` is the moment before which they ended. */
const OVER: Readonly<Record<keyof typeof RETENTION_DAYS, string>> = {
  session: 'ended_at < $1 or expires_at < $1',
  one_time_code: 'used_at < $1 or expires_at < $1',
  pairing: 'expires_at < $1',
  idempotency: 'recorded_at < $1',
  sign_in_failure: 'window_ends < $1',
  // Only the oldest of each region are looked at: they are in the order in which they came.
  audit_detail: `(region_code, seq) in (select d.region_code, d.seq from audit_head h
    cross join lateral (select o.region_code, o.seq from audit_detail o where o.region_code = h.region_code
      order by o.seq limit ${BATCH}) d
    join audit_entry e on e.region_code = d.region_code and e.seq = d.seq and e.at < $1)`,
  wall_device: 'revoked_at < $1',
  service_use: 'hour < $1',
  webhook_delivery: 'made_at < $1',
  webhook: 'ended_at < $1',
  service_token: 'revoked_at < $1 or expires_at < $1',
  correction_request: 'answered_at < $1 and text is not null',
  // A day and no moment stands there; the day itself is still kept.
  complainant: `answered_on < ($1::timestamptz at time zone 'Asia/Jakarta')::date`,
  complaint: 'answered_at < $1 and text is not null',
  feedback: `left_on < ($1::timestamptz at time zone 'Asia/Jakarta')::date and text is not null`,
  feedback_contact: `created_on < ($1::timestamptz at time zone 'Asia/Jakarta')::date`,
  forum_entry: 'received_at < $1 and (said is not null or reason is not null)',
  // Whoever asked follows it until it is settled, however late that is.
  forum_outcome: `taken_at < $1 and tracking_hash is not null and not exists (select 1 from commitment c
    join forum_outcome o on o.region_code = c.region_code and o.id = c.id
    where c.region_code = t.region_code and t.id in (o.id, o.answers_id) and c.settled_on is null and not c.withdrawn)`,
  forum_photo: 'received_at < $1',
  import_row: 'kept_from < $1',
  import_finding: 'kept_from < $1',
  import_draft: 'kept_from < $1',
};

/** Of which kinds the words go and the row stays. */
const WORDS: Readonly<Partial<Record<keyof typeof RETENTION_DAYS, string>>> = {
  correction_request: 'text = null, wanted = null, note = null, words_salt = null, note_salt = null',
  complaint: 'text = null, answer = null, words_salt = null, answer_salt = null',
  feedback: 'text = null, words_salt = null',
  forum_entry: 'said = null, reason = null, words_salt = null',
  forum_outcome: 'tracking_hash = null',
};

/** Rows that stand on others stand before them here. */
const KINDS = Object.keys(OVER) as (keyof typeof RETENTION_DAYS)[];
const DAY_MS = 86_400_000;

/**
 * Takes away what is over by the register of purposes, in batches. Of a request to correct data, of a complaint,
 * of feedback and of what a forum's devices sent the texts go and the row stays; of an audit entry the details go and the chain stays, verifying as before.
 */
export async function endRecords(
  sql: Sql,
  now: Date,
  stopped: () => boolean = () => false,
  onEnded: OnEnded = () => undefined,
): Promise<Ended> {
  const ended: Partial<Record<keyof Ended, number>> = {};
  for (const kind of KINDS) {
    const before = new Date(now.getTime() - RETENTION_DAYS[kind] * DAY_MS);
    let count = 0;
    while (!stopped()) {
      const rows = await sql.rows<{ region_code: string }>(statementFor(kind), [before]);
      count += rows.length;
      for (const [regionCode, own] of groupBy(rows, (row) => row.region_code)) {
        onEnded(regionCode, kind, own.length);
      }
      if (rows.length < BATCH) break;
    }
    ended[kind] = count;
  }
  return ended as Ended;
}

function statementFor(kind: keyof typeof RETENTION_DAYS): string {
  const batch = `select t.ctid from ${kind} t where ${OVER[kind]} limit ${BATCH} for update skip locked`;
  const words = WORDS[kind];
  return words === undefined
    ? `delete from ${kind} where ctid = any(array(${batch})) returning region_code`
    : `update ${kind} set ${words} where ctid = any(array(${batch})) returning region_code`;
}
