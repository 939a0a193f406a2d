import { uuidv7 } from 'uuidv7';
import { prepared } from '../database/prepared.js';
import type { Sql } from '../database/sql.js';
import { auditParameters, type AuditEvent } from './audit-entry.js';

/**
 * Writes several entries that are no commands, in their order: one statement and one commit, however many there are.
 * Each entry is hashed onto the one before it as `auditTables` does it for one.
 */
export async function appendLooks(
  sql: Sql,
  regionCode: string,
  events: readonly AuditEvent[],
): Promise<void> {
  const entries = events.map((event) =>
    auditParameters(regionCode, event, {
      ...{ id: uuidv7(), changesDigest: null },
      ...{ recordCount: 0, recordDigest: null },
    }),
  );
  const column = (place: number) => entries.map((entry) => entry[place]);
  const [id, at, kind, actor, action, outcome] = [1, 2, 3, 4, 5, 6].map(column);
  const [commitment, body, salt, detail, subjects] = [10, 11, 12, 13, 14].map(column);
  const rows = await sql.rows<{ written: number }>(APPEND, [
    ...[regionCode, id, at, kind, actor, action, outcome, commitment, body, salt, detail, subjects],
  ]);
  if (rows[0]?.written !== events.length) throw new Error(`region ${regionCode} has no audit chain`);
}

const APPEND = prepared(`
  with recursive given as (
    select * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[],
      $9::bytea[], $10::bytea[], $11::jsonb[], $12::jsonb[]) with ordinality
      as given (id, at, kind, actor, action, outcome, commitment, body, salt, detail, subjects, place)
  ), head as (
    select seq, hash from audit_head where region_code = $1 for update
  ), chain (place, seq, hash) as (
    select 0::bigint, seq, hash from head
    union all
    select given.place, chain.seq + 1, sha256(chain.hash || int8send(chain.seq + 1) || int8send(0) || int8send(0)
      || sha256(convert_to('', 'UTF8')) || given.body)
    from chain join given on given.place = chain.place + 1
  ), moved as (
    update audit_head h set seq = last.seq, hash = last.hash
    from (select seq, hash from chain order by place desc limit 1) last where h.region_code = $1
  ), written as (
    insert into audit_entry (region_code, seq, id, at, actor_kind, actor_id, action, outcome, record_count,
      detail_commitment, hash)
    select $1, chain.seq, given.id, given.at, given.kind, given.actor, given.action, given.outcome, 0,
      given.commitment, chain.hash
    from chain join given using (place)
    returning seq
  ), told as (
    insert into audit_detail (region_code, seq, salt, detail)
    select $1, chain.seq, given.salt, given.detail from chain join given using (place) where given.salt is not null
  ), seen as (
    insert into audit_subject (region_code, employee_id, seq, fields)
    select $1, subject."employeeId", chain.seq, subject.fields
    from chain join given using (place)
    cross join jsonb_to_recordset(given.subjects) as subject ("employeeId" uuid, fields text[])
  )
  select count(*)::int as written from written`);
