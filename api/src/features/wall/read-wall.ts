import { localDate } from '../../domain/calendar.js';
import { addDays } from '../../domain/working-days.js';
import { formatCursor, type Position } from '../../platform/changes/cursor.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from '../forum/commitment.store.js';
import { commitmentsOnBoard } from '../forum/commitments-on-board.js';
import { toPeriod } from '../indicators/indicator.object.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { toRegion } from '../regions/region.object.js';
import type { HasRegions } from '../regions/region.store.js';
import { readBoard } from '../scores/read-board.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasScores } from '../scores/score.store.js';
import type { PictureReason } from '../../platform/live/picture-reason.js';
import { happeningsOf, HAPPENS } from './happenings-of.js';
import { toWallCommitment, toWallUnit, WallSnapshot } from './wall.object.js';

/** How many happenings a wall begins with. */
const HAPPENINGS = 10;
/** How many promises that are open, and how many that were settled, a wall begins with. */
const COMMITMENTS = 100;
/** What was kept is good news for so long. */
const SETTLED_DAYS = 14;

/** The whole wall and the place in the stream that it shows. Call it inside one consistent read. */
export async function readWall(
  tx: HasRegions &
    HasCommitments &
    HasUnits &
    HasIndicators &
    HasScores &
    HasPolicies &
    HasChanges &
    HasClock,
  reason: PictureReason,
): Promise<{ snapshot: WallSnapshot; position: Position; periodCode: string | null } | null> {
  const region = await tx.regions.get(tx.regionCode);
  const position = await tx.changes.head();
  if (region === null || position === null) return null;
  const today = localDate(tx.now);
  const period = await tx.indicators.periodShownOn(today);
  const board = await readBoard(tx, period?.code ?? '');
  const latest = await tx.changes.latest(HAPPENS, HAPPENINGS);
  const rows = await tx.commitments.onBoard(addDays(today, -SETTLED_DAYS), COMMITMENTS);
  const promises = await commitmentsOnBoard(tx, rows);
  const snapshot = Object.assign(new WallSnapshot(), {
    cursor: formatCursor(position),
    at: tx.now,
    reason,
    demo: region.demo,
    region: toRegion(region),
    period: period === null ? null : toPeriod(period),
    units: board.map(toWallUnit),
    commitments: promises.map((promise) => toWallCommitment(promise, today)),
    happenings: happeningsOf(latest, position.epoch),
  });
  return { snapshot, position, periodCode: period?.code ?? null };
}
