import type { CommitmentChanged, UnitScoresChanged } from '../../domain/facts.js';
import { tellCommitment } from '../../domain/forum/tell-commitment.js';
import type { Change, ShownChange } from '../../platform/changes/change-log.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import { toWallHappening, type WallHappening } from './wall.object.js';

/** The kinds of changes that something happens by: a score that moved, a promise. */
export const HAPPENS = ['UnitScoresChanged', 'CommitmentChanged'] as const satisfies readonly ShownChange[];

/** What a change with this cursor says has happened; null: nothing in service, such as a new plan. */
export function happeningOf({ kind, payload, recordedAt }: Change, cursor: string): WallHappening | null {
  const happening =
    kind === 'UnitScoresChanged'
      ? (payload as UnitScoresChanged).happening
      : kind === 'CommitmentChanged'
        ? tellCommitment(payload as CommitmentChanged)
        : null;
  return happening && toWallHappening(cursor, recordedAt, happening);
}

/** The same of several changes of one epoch, in their order. */
export function happeningsOf(changes: readonly Change[], epoch: string): WallHappening[] {
  return changes.flatMap(
    (change) => happeningOf(change, formatCursor({ epoch, offset: change.offset })) ?? [],
  );
}
