import { localDate } from '../../domain/calendar.js';
import { formatCursor, type Position } from '../../platform/changes/cursor.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasUnits } from '../employees/unit.store.js';
import { toPeriod } from '../indicators/indicator.object.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { toRegion } from '../regions/region.object.js';
import type { HasRegions } from '../regions/region.store.js';
import { readBoard } from '../scores/read-board.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasScores } from '../scores/score.store.js';
import type { PictureReason } from '../../platform/live/picture-reason.js';
import { happeningsOf } from './happenings-of.js';
import { toWallUnit, WallSnapshot } from './wall.object.js';

/** How many happenings a wall begins with. */
const HAPPENINGS = 10;

/** The whole wall and the place in the stream that it shows. Call it inside one consistent read. */
export async function readWall(
  tx: HasRegions & HasUnits & HasIndicators & HasScores & HasPolicies & HasChanges & HasClock,
  reason: PictureReason,
): Promise<{ snapshot: WallSnapshot; position: Position; periodCode: string | null } | null> {
  const region = await tx.regions.get(tx.regionCode);
  const position = await tx.changes.head();
  if (region === null || position === null) return null;
  const period = await tx.indicators.periodShownOn(localDate(tx.now));
  const board = await readBoard(tx, period?.code ?? '');
  const latest = await tx.changes.latest('UnitScoresChanged', HAPPENINGS);
  const snapshot = Object.assign(new WallSnapshot(), {
    cursor: formatCursor(position),
    at: tx.now,
    reason,
    demo: region.demo,
    region: toRegion(region),
    period: period === null ? null : toPeriod(period),
    units: board.map(toWallUnit),
    happenings: happeningsOf(latest, position.epoch),
  });
  return { snapshot, position, periodCode: period?.code ?? null };
}
