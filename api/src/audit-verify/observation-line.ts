import { createHash } from 'node:crypto';
import type { Row } from './chain-source.js';

/** The line of an observation that the entry of its command covers. */
export function observationLine(row: Row): string {
  const [, , id, employeeId, periodCode, indicatorId, value, observedAt, recordedAt, recordedBy, ...more] =
    row;
  const [observerId, observer, behaviourCode, supersedesId, withdrawn, importKey, , commitment] = more;
  return JSON.stringify([
    ...['observation', id, employeeId, periodCode, indicatorId, value, observedAt, recordedAt, recordedBy],
    ...[observerId, observer, behaviourCode, supersedesId, withdrawn === 'true', importKey, commitment],
  ]);
}

/** Whether an observation's free texts are those that its line commits to. */
export function wordsFit(row: Row): 'FIT' | 'ERASED' | 'ALTERED' {
  const [salt, commitment, note, reason] = row.slice(16);
  if (commitment === null) return salt === null && note === null && reason === null ? 'FIT' : 'ALTERED';
  if (salt === null) return note === null && (reason === null || reason === '') ? 'ERASED' : 'ALTERED';
  const digest = createHash('sha256').update(Buffer.from(salt!, 'hex'));
  for (const words of [note, reason]) {
    const bytes = Buffer.from(words ?? '', 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(words == null ? -1 : bytes.length);
    digest.update(length).update(bytes);
  }
  return digest.digest('hex') === commitment ? 'FIT' : 'ALTERED';
}
