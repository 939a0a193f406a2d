import { createHash } from 'node:crypto';
import type { WrittenChange } from '../changes/change-log.js';
import { micros } from './canonical-json.js';

/**
 * What the audit entry of a command holds of the changes that it wrote: SHA-256 over one line for each, in their
 * order. A line names the change's place among them and not its offset, which is known only under the lock; the entry
 * names the first and the last offset beside the digest.
 */
export function digestChanges(changes: readonly WrittenChange[], actorId: string, recordedAt: Date): Buffer {
  const hash = createHash('sha256');
  const tail = `${JSON.stringify(actorId)},"${micros(recordedAt)}"]\n`;
  for (const [place, { kind, subjectId, payload }] of changes.entries()) {
    const subject = subjectId === null ? 'null' : JSON.stringify(subjectId.toLowerCase());
    hash.update(`[${place + 1},${JSON.stringify(kind)},${subject},${payload},${tail}`);
  }
  return hash.digest();
}
