import type { CommitmentOnBoard, ForumOutcomeState, ForumSessionState } from '../../domain/facts.js';
import { hasCome } from '../../domain/forum/session-phase.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { ForumOutcomeRow } from './outcome.entity.js';
import type { ForumSessionRow } from './session.entity.js';

/** A session as the change log holds it. */
export function sessionState(row: ForumSessionRow): ForumSessionState {
  const {
    id,
    seriesId,
    unitId,
    title,
    place,
    heldOn,
    startsAt,
    quorum,
    concerned,
    agenda,
    attendance,
    scanned,
    phase,
  } = row;
  return {
    ...{ id, seriesId, unitId, title, place, heldOn, startsAt, quorum, concerned, agenda, attendance, phase },
    scanned,
    // One scan at a time could be told by its moment; when all have come nobody can.
    scannedGroups: hasCome(phase, 'CLOSED') ? row.scannedGroups : {},
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    sharedAt: row.sharedAt?.toISOString() ?? null,
    readBackAt: row.readBackAt?.toISOString() ?? null,
    signedAt: row.signedAt?.toISOString() ?? null,
  };
}

/** What was said or agreed, as the change log holds it. */
export function outcomeState(row: ForumOutcomeRow): ForumOutcomeState {
  const { id, sessionId, kind, text, revision, alternatives, withdrawn, amends } = row;
  return {
    ...{ id, sessionId, kind, text, revision, alternatives, withdrawn, amends },
    itemId: row.itemId ?? null,
    unitId: row.unitId ?? null,
    indicatorId: row.indicatorId ?? null,
    complaintId: row.complaintId ?? null,
    answersId: row.answersId ?? null,
    takenAt: row.takenAt.toISOString(),
  };
}

/** A promise as the change log and the wall hold it. */
export function commitmentOnBoard(row: CommitmentRow, unitName: string): CommitmentOnBoard {
  const { id, sessionId, seriesId, unitId, text, promisedOn, dueOn, state, escalated, withdrawn } = row;
  return {
    ...{ id, sessionId, seriesId, unitId, unitName, text, promisedOn, dueOn, state, escalated, withdrawn },
    ownerRole: row.ownerRole ?? null,
    settledOn: row.settledOn ?? null,
    movedAt: row.movedAt.toISOString(),
  };
}
