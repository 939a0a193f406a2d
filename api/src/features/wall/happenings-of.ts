import type { UnitScoresChanged } from '../../domain/facts.js';
import type { Change } from '../../platform/changes/change-log.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import { toWallHappening, type WallHappening } from './wall.object.js';

/** What a change of unit scores, with this cursor, says has happened; null: nothing in service, such as a new plan. */
export function happeningOf({ payload, recordedAt }: Change, cursor: string): WallHappening | null {
  const { happening } = payload as UnitScoresChanged;
  return happening && toWallHappening(cursor, recordedAt, happening);
}

/** The same of several changes of one epoch, in their order. */
export function happeningsOf(changes: readonly Change[], epoch: string): WallHappening[] {
  return changes.flatMap(
    (change) => happeningOf(change, formatCursor({ epoch, offset: change.offset })) ?? [],
  );
}
