import { instant, type Sql } from '../database/sql.js';
import type { AuditOutcome } from './audit-entry.js';

/** An entry as an auditor reads it. */
export interface AuditRow {
  /** Its place in the region's chain. */
  readonly seq: bigint;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** The changes that it wrote to the stream; null where none. */
  readonly offsets: { readonly first: bigint; readonly last: bigint } | null;
  /** Rows that it added to the record. */
  readonly recordCount: number;
  /** What may be personal; null where there was none, or where it was erased. */
  readonly detail: object | null;
  readonly erased: boolean;
}

/** Somebody's look at somebody's data. */
export interface AuditLook extends AuditRow {
  /** Which fields of this employee were read. */
  readonly fields: readonly string[];
}

/** Which entries are asked for; null takes all. */
export interface AuditFilter {
  readonly actorId: string | null;
  readonly action: string | null;
  readonly outcome: AuditOutcome | null;
}

/** What may be asked of the audit chain of one region. */
export interface AuditStore {
  /** Newest first, those before a place in the chain where one is given. */
  page(filter: AuditFilter, before: bigint | null, limit: number): Promise<AuditRow[]>;
  /** Who looked at an employee's data, newest first. */
  looksAt(employeeId: string, before: bigint | null, limit: number): Promise<AuditLook[]>;
  /** How often an actor did something since a moment; counts no further than `most`. */
  countSince(actorId: string, action: string, since: Date, most: number): Promise<number>;
  /** The entry at one place; null where there is none. */
  get(seq: bigint): Promise<AuditRow | null>;
}

export interface HasAudit {
  readonly audit: AuditStore;
}

export function createAuditStore(sql: Sql, regionCode: string): AuditStore {
  return {
    async page({ actorId, action, outcome }, before, limit) {
      const rows = await sql.rows<Row>(
        `select ${COLUMNS} from audit_entry e ${DETAIL}
         where e.region_code = $1 and ($2::bigint is null or e.seq < $2) and ($3::text is null or e.actor_id = $3)
           and ($4::text is null or e.action = $4) and ($5::text is null or e.outcome = $5)
         order by e.seq desc limit $6`,
        [regionCode, before?.toString() ?? null, actorId, action, outcome, limit],
      );
      return rows.map(toAuditRow);
    },
    async looksAt(employeeId, before, limit) {
      const rows = await sql.rows<Row & { fields: string[] }>(
        `select ${COLUMNS}, s.fields from audit_subject s
         join audit_entry e on e.region_code = s.region_code and e.seq = s.seq ${DETAIL}
         where s.region_code = $1 and s.employee_id = $2 and ($3::bigint is null or s.seq < $3)
         order by s.seq desc limit $4`,
        [regionCode, employeeId, before?.toString() ?? null, limit],
      );
      return rows.map((row) => ({ ...toAuditRow(row), fields: row.fields }));
    },
    async countSince(actorId, action, since, most) {
      const rows = await sql.rows(
        `select 1 from audit_entry where region_code = $1 and actor_id = $2 and action = $3 and at > $4
           and outcome = 'DONE' order by seq desc limit $5`,
        [regionCode, actorId, action, since, most],
      );
      return rows.length;
    },
    async get(seq) {
      const rows = await sql.rows<Row>(
        `select ${COLUMNS} from audit_entry e ${DETAIL} where e.region_code = $1 and e.seq = $2`,
        [regionCode, seq.toString()],
      );
      return rows[0] === undefined ? null : toAuditRow(rows[0]);
    },
  };
}

const COLUMNS = `e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.outcome, e.first_offset, e.last_offset,
  e.record_count, d.detail, e.detail_commitment is not null and d.seq is null as erased`;
const DETAIL = `left join audit_detail d on d.region_code = e.region_code and d.seq = e.seq`;

interface Row {
  readonly seq: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly first_offset: string | null;
  readonly last_offset: string | null;
  readonly record_count: number;
  readonly detail: object | null;
  readonly erased: boolean;
}

function toAuditRow(row: Row): AuditRow {
  const { first_offset: first, last_offset: last } = row;
  return {
    seq: BigInt(row.seq),
    at: instant(row.at),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    outcome: row.outcome,
    offsets: first === null || last === null ? null : { first: BigInt(first), last: BigInt(last) },
    recordCount: row.record_count,
    detail: row.detail,
    erased: row.erased,
  };
}
