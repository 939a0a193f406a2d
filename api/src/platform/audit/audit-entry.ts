import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, micros } from './canonical-json.js';

/** Done; refused by a rule; or denied, because this actor may not. */
export type AuditOutcome = 'DONE' | 'REFUSED' | 'DENIED';

/** Whose personal data were read, and which fields of them. */
export interface AuditSubject {
  readonly employeeId: string;
  readonly fields: readonly string[];
}

/** What may be personal or free text. It is kept beside the chain, which holds a salted commitment to it alone. */
export interface AuditDetail {
  /** Anything that canonical JSON can write: a reason, a login name that was tried, a network. */
  readonly told: Readonly<Record<string, unknown>>;
  /** Each employee at most once. */
  readonly subjects: readonly AuditSubject[];
}

/** One thing that somebody did or tried to do. */
export interface AuditEvent {
  readonly at: Date;
  readonly actor: { readonly kind: string; readonly id: string };
  /** A verb of the policy table, or what else was done, in the same manner of writing. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly detail: AuditDetail | null;
}

/** What a command left behind. */
export interface AuditedEffect {
  /** Stands on each row of the record that the command wrote. */
  readonly id: string;
  readonly changesDigest: Buffer | null;
  readonly recordCount: number;
  readonly recordDigest: Buffer | null;
}

/** Salt of a commitment: without it nobody can try out what an erased detail said. */
const SALT_BYTES = 16;

/** The parameters of `auditTables`, in its order. */
export function auditParameters(regionCode: string, event: AuditEvent, effect: AuditedEffect): unknown[] {
  const sealed = seal(event.detail);
  const { at, actor, action, outcome } = event;
  const { id, changesDigest, recordCount, recordDigest } = effect;
  const body = canonicalJson([
    ...[1, regionCode, id, micros(at), actor.kind, actor.id, action, outcome],
    ...[hex(changesDigest), recordCount, hex(recordDigest), hex(sealed.commitment)],
  ]);
  return [
    ...[regionCode, id, at, actor.kind, actor.id, action, outcome],
    ...[changesDigest, recordCount, recordDigest, sealed.commitment],
    createHash('sha256').update(body).digest(),
    ...[sealed.salt, sealed.text, sealed.subjects],
  ];
}

function seal(detail: AuditDetail | null) {
  if (detail === null) return { commitment: null, salt: null, text: null, subjects: '[]' };
  const subjects = detail.subjects
    .map(({ employeeId, fields }) => ({ employeeId: employeeId.toLowerCase(), fields: [...fields] }))
    .sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
  const text = canonicalJson({ ...detail.told, subjects });
  const salt = randomBytes(SALT_BYTES);
  return {
    commitment: createHash('sha256').update(salt).update(text).digest(),
    salt,
    text,
    subjects: canonicalJson(subjects),
  };
}

function hex(digest: Buffer | null): string | null {
  return digest === null ? null : digest.toString('hex');
}

/**
 * The tables of a `with` that append one entry: the region's head row is locked, and the new hash made from the old one
 * under that lock. All that goes into the hash has a fixed length, so no two entries give the same bytes.
 * @param from number of the first of the 15 parameters; the region's code is the first of them
 * @param offsets where the changes of the same statement lie; null: there are none
 */
export function auditTables(
  from: number,
  offsets: {
    readonly table: string;
    readonly first: string;
    readonly last: string;
    readonly epoch: string;
  } | null,
): string {
  const p = (place: number) => `$${from + place}`;
  const first = offsets?.first ?? 'null::bigint';
  const last = offsets?.last ?? 'null::bigint';
  const epoch = offsets?.epoch ?? 'null::text';
  const source = offsets === null ? '' : `from ${offsets.table}`;
  const beside = offsets === null ? '' : `, ${offsets.table}`;
  return `audit as (
      update audit_head h set seq = h.seq + 1, hash = sha256(h.hash || int8send(h.seq + 1)
        || int8send(coalesce(${first}, 0)) || int8send(coalesce(${last}, 0))
        || sha256(convert_to(coalesce(${epoch}, ''), 'UTF8')) || ${p(11)}::bytea)
      ${source} where h.region_code = ${p(0)} returning h.seq, h.hash
    ), audit_written as (
      insert into audit_entry (region_code, seq, id, at, actor_kind, actor_id, action, outcome, epoch, first_offset,
        last_offset, changes_digest, record_count, record_digest, detail_commitment, hash)
      select ${p(0)}, audit.seq, ${p(1)}::uuid, ${p(2)}::timestamptz, ${p(3)}, ${p(4)}, ${p(5)}, ${p(6)}, ${epoch},
        ${first}, ${last}, ${p(7)}::bytea, ${p(8)}::int, ${p(9)}::bytea, ${p(10)}::bytea, audit.hash
      from audit${beside}
    ), audit_told as (
      insert into audit_detail (region_code, seq, salt, detail)
      select ${p(0)}, audit.seq, ${p(12)}::bytea, ${p(13)}::jsonb from audit where ${p(12)}::bytea is not null
    ), audit_seen as (
      insert into audit_subject (region_code, employee_id, seq, fields)
      select ${p(0)}, subject."employeeId", audit.seq, subject.fields
      from audit, jsonb_to_recordset(${p(14)}::jsonb) as subject ("employeeId" uuid, fields text[])
    )`;
}
