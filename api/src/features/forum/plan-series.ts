import { uuidv7 } from 'uuidv7';
import {
  acceptNames,
  isQuorum,
  PLAN_REFUSALS,
  type PlanRefusalCode,
} from '../../domain/forum/accept-plan.js';
import type { ForumKind } from '../../domain/forum/entry.js';
import { refused } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasForum } from './forum.store.js';

/** A forum that is to meet again and again. */
export interface PlanSeries {
  readonly unitId: string;
  readonly kind: ForumKind;
  readonly name: string;
  readonly place: string;
  readonly quorum: number;
}

/** Founds a forum. */
export async function planSeries(
  tx: HasForum & HasUnits & HasClock,
  actor: Actor,
  { unitId, kind, name, place, quorum }: PlanSeries,
): Promise<Verdict<{ seriesId: string }, PlanRefusalCode>> {
  if ((await tx.units.get(unitId)) === null) {
    return refused('FORUM_UNIT_UNKNOWN', PLAN_REFUSALS.FORUM_UNIT_UNKNOWN);
  }
  const names = acceptNames({ name, place });
  if (!names.ok) return names;
  if (!isQuorum(quorum)) {
    return refused('FORUM_NUMBERS', { ...PLAN_REFUSALS.FORUM_NUMBERS, field: 'quorum' });
  }
  const id = uuidv7();
  const series = { id, unitId, kind, ...names.value, quorum, createdAt: tx.now, createdBy: actor.id };
  await tx.forum.putSeries(series);
  return did({ seriesId: id }, [{ kind: 'ForumPlanned', seriesId: id, sessionId: null, unitId }]);
}
