import { canonicalJson } from '../audit/canonical-json.js';
import { instant, type Sql } from '../database/sql.js';
import type { Position } from './cursor.js';

/** A change about to be written. */
export interface NewChange {
  readonly kind: string;
  /** The row that changed, where it is one row. */
  readonly subjectId: string | null;
  /** What a reader needs to draw the change without another query. */
  readonly payload: object;
}

/** A committed change. */
export interface Change extends NewChange {
  readonly offset: bigint;
  readonly recordedAt: Date;
}

/** A change as it will stand in the log: its payload is canonical JSON. */
export interface WrittenChange {
  readonly kind: string;
  readonly subjectId: string | null;
  readonly payload: string;
}

/** The payload as the text that is both stored and hashed. */
export function writeChange({ kind, subjectId, payload }: NewChange): WrittenChange {
  return { kind, subjectId, payload: canonicalJson(payload) };
}

/**
 * The tables of a `with` that write changes to the region's stream with gap-free offsets; `stream` gives where it ends
 * then. The region's head row is locked until the commit, so that offset order is commit order: use them last in a
 * transaction. Parameters $1 to $7 are those of `changeParameters`.
 */
export const CHANGE_TABLES = `stream as (
    update stream_head set head = head + $2 where region_code = $1 returning head, epoch
  ), written as (
    insert into change_log (region_code, log_offset, kind, subject_id, payload, actor_id, recorded_at)
    select $1, stream.head - $2 + change.place, change.kind, change.subject_id, change.payload, $6, $7
    from stream, unnest($3::text[], $4::uuid[], $5::jsonb[]) with ordinality
      as change (kind, subject_id, payload, place)
  )`;

export function changeParameters(
  regionCode: string,
  changes: readonly WrittenChange[],
  actorId: string,
  now: Date,
): unknown[] {
  return [
    regionCode,
    changes.length,
    changes.map((change) => change.kind),
    changes.map((change) => change.subjectId),
    changes.map((change) => change.payload),
    actorId,
    now,
  ];
}

/** Writes changes and nothing else: a part of those of a command that has thousands. */
export async function appendChanges(
  sql: Sql,
  regionCode: string,
  changes: readonly WrittenChange[],
  actorId: string,
  now: Date,
): Promise<Position> {
  const rows = await sql.rows<{ epoch: string; head: string }>(
    `with ${CHANGE_TABLES} select epoch, head from stream`,
    changeParameters(regionCode, changes, actorId, now),
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`region ${regionCode} has no change stream`);
  return { epoch: row.epoch, offset: BigInt(row.head) };
}

/** Where the region's stream ends now; null for a region that does not exist. */
export async function readHead(sql: Sql, regionCode: string): Promise<Position | null> {
  const rows = await sql.rows<{ epoch: string; head: string }>(
    'select epoch, head from stream_head where region_code = $1',
    [regionCode],
  );
  const row = rows[0];
  return row === undefined ? null : { epoch: row.epoch, offset: BigInt(row.head) };
}

/** The changes after an offset, in commit order, at most `limit`. */
export async function readChanges(
  sql: Sql,
  regionCode: string,
  after: bigint,
  limit: number,
): Promise<Change[]> {
  const rows = await sql.rows<ChangeRow>(
    `select log_offset, kind, subject_id, payload, recorded_at from change_log
     where region_code = $1 and log_offset > $2 order by log_offset limit $3`,
    [regionCode, after.toString(), limit],
  );
  return rows.map(toChange);
}

/** Changes of these kinds after one offset, up to another one inclusive, in commit order. */
export async function readChangesOf(
  sql: Sql,
  regionCode: string,
  kinds: readonly string[],
  after: bigint,
  upTo: bigint,
): Promise<Change[]> {
  const rows = await sql.rows<ChangeRow>(
    `select log_offset, kind, subject_id, payload, recorded_at from change_log
     where region_code = $1 and log_offset > $2 and log_offset <= $3 and kind = any($4::text[]) order by log_offset`,
    [regionCode, after.toString(), upTo.toString(), kinds],
  );
  return rows.map(toChange);
}

/** The first offset that is still kept; null for a log without any change. */
export async function readOldest(sql: Sql, regionCode: string): Promise<bigint | null> {
  const rows = await sql.rows<{ log_offset: string }>(
    'select log_offset from change_log where region_code = $1 order by log_offset limit 1',
    [regionCode],
  );
  return rows[0] === undefined ? null : BigInt(rows[0].log_offset);
}

/** When the change at an offset was recorded; null where there is none. */
export async function readRecordedAt(sql: Sql, regionCode: string, offset: bigint): Promise<Date | null> {
  const rows = await sql.rows<{ recorded_at: string }>(
    'select recorded_at from change_log where region_code = $1 and log_offset = $2',
    [regionCode, offset.toString()],
  );
  return rows[0] === undefined ? null : instant(rows[0].recorded_at);
}

/** The kinds of changes that screens begin with; each has an index of its own. */
export type ShownChange = 'UnitScoresChanged' | 'CommitmentChanged';

/** The newest changes of these kinds, newest first. */
export async function readLatestChanges(
  sql: Sql,
  regionCode: string,
  kinds: readonly ShownChange[],
  limit: number,
): Promise<Change[]> {
  const ofKind = (kind: ShownChange) =>
    // The kind stands in the text, not in a parameter, so that the partial index on it can be chosen.
    `(select log_offset, kind, subject_id, payload, recorded_at from change_log
      where region_code = $1 and kind = '${kind}' order by log_offset desc limit $2)`;
  const rows = await sql.rows<ChangeRow>(
    `select * from (${kinds.map(ofKind).join(' union all ')}) shown order by log_offset desc limit $2`,
    [regionCode, limit],
  );
  return rows.map(toChange);
}

interface ChangeRow {
  log_offset: string;
  kind: string;
  subject_id: string | null;
  payload: object;
  recorded_at: string;
}

function toChange(row: ChangeRow): Change {
  return {
    offset: BigInt(row.log_offset),
    kind: row.kind,
    subjectId: row.subject_id,
    payload: row.payload,
    recordedAt: instant(row.recorded_at),
  };
}
