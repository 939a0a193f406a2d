import { createHash } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import { auditParameters, auditTables, type AuditedEffect } from './audit-entry.js';
import { canonicalJson } from './canonical-json.js';
import { changeLine } from './digest-changes.js';
import { BEFORE_THE_CHAIN, type RecordLine } from './trail.js';

/** Changes that one statement reads. */
const SLICE = 2_000;

/**
 * Begins the chain of a region that has a history already: its first entry covers all changes and all rows of the
 * record so far. What was done to them before cannot be seen; from here on it can. Call it in a transaction, after
 * `lockUnchained`.
 */
export async function adoptHistory(
  sql: Sql,
  regionCode: string,
  head: bigint,
  record: AsyncIterable<readonly RecordLine[]>,
  now: Date,
): Promise<void> {
  const { recordCount, recordDigest } = await digestRecord(record);
  const effect: AuditedEffect = {
    id: BEFORE_THE_CHAIN,
    changesDigest: head === 0n ? null : await digestStream(sql, regionCode),
    recordCount,
    recordDigest,
  };
  const actor = { kind: 'SYSTEM', id: 'pantau' };
  const event = { at: now, actor, action: 'adoptHistory', outcome: 'DONE', detail: null } as const;
  const offsets = {
    table: 'stream',
    first: 'case when stream.head > 0 then 1::bigint end',
    last: 'case when stream.head > 0 then stream.head end',
    epoch: 'case when stream.head > 0 then stream.epoch end',
  };
  await sql.rows(
    `with stream as (select head, epoch from stream_head where region_code = $1), ${auditTables(1, offsets)}
     select seq from audit`,
    auditParameters(regionCode, event, effect),
  );
}

/** Holds the heads of a region whose chain has no entry yet; gives where its stream ends, null where it has one. */
export async function lockUnchained(sql: Sql, regionCode: string): Promise<bigint | null> {
  const [stream] = await sql.rows<{ head: string }>(
    'select head from stream_head where region_code = $1 for update',
    [regionCode],
  );
  const [audit] = await sql.rows<{ seq: string }>(
    'select seq from audit_head where region_code = $1 for update',
    [regionCode],
  );
  return stream === undefined || audit?.seq !== '0' ? null : BigInt(stream.head);
}

/** The regions whose chain has no entry yet. */
export async function unchainedRegions(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ region_code: string }>(
    'select region_code from audit_head where seq = 0 order by region_code',
  );
  return rows.map((row) => row.region_code);
}

async function digestRecord(record: AsyncIterable<readonly RecordLine[]>) {
  const hash = createHash('sha256');
  let recordCount = 0;
  for await (const lines of record) {
    for (const { line } of lines) hash.update(`${line}\n`);
    recordCount += lines.length;
  }
  return { recordCount, recordDigest: recordCount === 0 ? null : hash.digest() };
}

async function digestStream(sql: Sql, regionCode: string): Promise<Buffer> {
  const hash = createHash('sha256');
  let place = 0;
  for (let after = '0'; ;) {
    const rows = await sql.rows<{
      offset: string;
      kind: string;
      subject: string;
      payload: object;
      actor: string;
      at: string;
    }>(
      `select log_offset as offset, kind, subject_id as subject, payload, actor_id as actor,
         (extract(epoch from recorded_at) * 1000000)::bigint::text as at
       from change_log where region_code = $1 and log_offset > $2 order by log_offset limit $3`,
      [regionCode, after, SLICE],
    );
    if (rows.length === 0) return hash.digest();
    for (const { kind, subject, payload, actor, at } of rows) {
      place += 1;
      hash.update(
        changeLine(place, { kind, subjectId: subject, payload: canonicalJson(payload) }, actor, at),
      );
    }
    after = rows.at(-1)!.offset;
  }
}
