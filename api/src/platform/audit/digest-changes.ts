import { createHash } from 'node:crypto';
import type { WrittenChange } from '../changes/change-log.js';
import { micros } from './canonical-json.js';

/** One change as the digest reads it. */
export function changeLine(
  place: number,
  change: WrittenChange,
  actorId: string,
  recordedAt: string,
): string {
  const { kind, subjectId, payload } = change;
  const subject = subjectId === null ? 'null' : JSON.stringify(subjectId.toLowerCase());
  return `[${place},${JSON.stringify(kind)},${subject},${payload},${JSON.stringify(actorId)},"${recordedAt}"]\n`;
}

/**
 * What the audit entry of a command holds of the changes that it wrote: SHA-256 over one line for each, in their
 * order. A line names the change's place among them and not its offset, which is known only under the lock; the entry
 * names the first and the last offset beside the digest.
 */
export function digestChanges(changes: readonly WrittenChange[], actorId: string, recordedAt: Date): Buffer {
  const hash = createHash('sha256');
  const at = micros(recordedAt);
  for (const [place, change] of changes.entries()) hash.update(changeLine(place + 1, change, actorId, at));
  return hash.digest();
}
