import { amount } from '../../domain/amount.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { sealTexts, type SealedTexts } from '../../platform/audit/seal-texts.js';
import { BEFORE_THE_CHAIN, type RecordLine } from '../../platform/audit/trail.js';
import type { Sql } from '../../platform/database/sql.js';
import type { ObservationRow } from './observation.entity.js';

/** Commits to the note and the reason, so that they can be erased while the rest is still held against the chain. */
export function sealWords(row: Pick<ObservationRow, 'note' | 'correctionReason'>): SealedTexts {
  return sealTexts([row.note ?? null, row.correctionReason ?? null]);
}

/** The line of an observation that the audit entry of its command covers: canonical JSON of what never changes. */
export function recordLine(row: ObservationRow, commitment: Buffer | null): string {
  return lineOf({
    ...row,
    value: amount(row.value).toString(),
    observedAt: micros(row.observedAt),
    recordedAt: micros(row.recordedAt),
    commitment: commitment?.toString('hex') ?? null,
  });
}

/** What a line says, in the units in which the chain writes it. */
interface Said extends Omit<ObservationRow, 'observedAt' | 'recordedAt' | 'note' | 'correctionReason'> {
  /** Millionths. */
  readonly value: string;
  /** Microseconds since 1970. */
  readonly observedAt: string;
  readonly recordedAt: string;
  /** Hexadecimal. */
  readonly commitment: string | null;
}

function lineOf(said: Said): string {
  return JSON.stringify([
    'observation',
    said.id,
    said.employeeId,
    said.periodCode,
    said.indicatorId,
    said.value,
    said.observedAt,
    said.recordedAt,
    said.recordedBy,
    said.observerId ?? null,
    said.observer,
    said.behaviourCode ?? null,
    said.supersedesId ?? null,
    said.withdrawn,
    said.importKey ?? null,
    said.commitment,
  ]);
}

/** Rows that one statement reads. */
const SLICE = 5_000;

/** The lines of the observations from before the audit chain, in the order of their ids. */
export async function* linesBeforeTheChain(sql: Sql, regionCode: string): AsyncGenerator<RecordLine[]> {
  for (let after: string | null = null; ;) {
    const rows: Said[] = await sql.rows<Said>(
      `select id, employee_id as "employeeId", period_code as "periodCode", indicator_id as "indicatorId",
         trim_scale(value * 1000000)::text as value, (extract(epoch from observed_at) * 1000000)::bigint::text as "observedAt",
         (extract(epoch from recorded_at) * 1000000)::bigint::text as "recordedAt", recorded_by as "recordedBy",
         observer_id as "observerId", observer, behaviour_code as "behaviourCode", supersedes_id as "supersedesId",
         withdrawn, import_key as "importKey", encode(words_commitment, 'hex') as commitment
       from observation where region_code = $1 and recorded_in = $2 and ($3::uuid is null or id > $3)
       order by id limit $4`,
      [regionCode, BEFORE_THE_CHAIN, after, SLICE],
    );
    if (rows.length === 0) return;
    yield rows.map((row) => ({ id: row.id, line: lineOf(row) }));
    after = rows.at(-1)!.id;
  }
}
