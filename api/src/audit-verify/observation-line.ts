import type { Row } from './chain-source.js';
import { textsFit, type Fit } from './texts-fit.js';

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
export function wordsFit(row: Row): Fit {
  const [salt, commitment, note, reason] = row.slice(16);
  // A reason that was there is left empty: that there was one is not erased.
  const left = salt === null && commitment !== null && reason === '' ? null : reason!;
  return textsFit(salt!, commitment!, [note!, left]);
}
