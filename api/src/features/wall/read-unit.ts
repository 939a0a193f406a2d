import type { UnitOnBoard, UnitScoresChanged } from '../../domain/facts.js';
import { localDate } from '../../domain/calendar.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import type { Position } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasScores } from '../scores/score.store.js';
import { unitOnBoard } from '../scores/unit-on-board.js';
import { happeningsOf } from './happenings-of.js';
import type { WallHappening } from './wall.object.js';

/** Among so many of the latest changes of the region those of the unit are looked for. */
const LOOKED_THROUGH = 100;
const HAPPENINGS = 10;

export interface UnitNow {
  readonly position: Position;
  readonly periodCode: string | null;
  readonly unit: UnitOnBoard;
  /** Newest first. */
  readonly happenings: readonly WallHappening[];
}

/** One unit and the place in the stream that it stands at. Call it inside one consistent read; null: there is none. */
export async function readUnit(
  tx: HasUnits & HasIndicators & HasScores & HasPolicies & HasChanges & HasClock,
  unitId: string,
): Promise<UnitNow | null> {
  const position = await tx.changes.head();
  const [row] = await tx.units.byIds([unitId]);
  if (row === undefined || position === null) return null;
  const period = await tx.indicators.periodShownOn(localDate(tx.now));
  const policies = period === null ? null : await tx.policies.ofPeriods([period.code]);
  const sums = period === null ? null : await tx.scores.unit(unitId, period.code);
  const latest = await tx.changes.latest(['UnitScoresChanged'], LOOKED_THROUGH);
  const moved = latest.filter(({ payload }) =>
    (payload as UnitScoresChanged).units.some(({ id }) => id === unitId),
  );
  return {
    position,
    periodCode: period?.code ?? null,
    unit: unitOnBoard(row, sums, policies?.get(period?.code ?? '') ?? null),
    happenings: happeningsOf(moved, position.epoch).slice(0, HAPPENINGS),
  };
}
