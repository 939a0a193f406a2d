import { createHash, randomBytes } from 'node:crypto';
import { amount } from '../../domain/amount.js';
import { micros } from '../../platform/audit/canonical-json.js';
import type { ObservationRow } from './observation.entity.js';

/** Salt of a commitment: without it nobody can try out what erased words said. */
const SALT_BYTES = 16;

/** What is kept of an observation's free text beside the text itself. */
export interface SealedWords {
  readonly salt: Buffer | null;
  /** SHA-256 over the salt and both texts, each after its length in bytes, -1 for none. */
  readonly commitment: Buffer | null;
}

/** Commits to the note and the reason, so that they can be erased while the rest is still held against the chain. */
export function sealWords(row: Pick<ObservationRow, 'note' | 'correctionReason'>): SealedWords {
  const note = row.note ?? null;
  const reason = row.correctionReason ?? null;
  if (note === null && reason === null) return { salt: null, commitment: null };
  const salt = randomBytes(SALT_BYTES);
  return { salt, commitment: commitToWords(salt, note, reason) };
}

function commitToWords(salt: Buffer, note: string | null, reason: string | null): Buffer {
  const hash = createHash('sha256').update(salt);
  for (const words of [note, reason]) {
    const bytes = Buffer.from(words ?? '', 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(words === null ? -1 : bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest();
}

/** The line of an observation that the audit entry of its command covers: canonical JSON of what never changes. */
export function recordLine(row: ObservationRow, commitment: Buffer | null): string {
  return JSON.stringify([
    'observation',
    row.id,
    row.employeeId,
    row.periodCode,
    row.indicatorId,
    amount(row.value).toString(),
    micros(row.observedAt),
    micros(row.recordedAt),
    row.recordedBy,
    row.observerId ?? null,
    row.observer,
    row.behaviourCode ?? null,
    row.supersedesId ?? null,
    row.withdrawn,
    row.importKey ?? null,
    commitment?.toString('hex') ?? null,
  ]);
}
