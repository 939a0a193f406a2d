import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { UnitScoresChanged } from '../../domain/facts.js';
import { Denied } from '../../platform/auth/denied.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { After } from '../../platform/live/after.js';
import { followView, type LiveView } from '../../platform/live/follow-view.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { ShownPeriod } from '../indicators/shown-period.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { heldRegion } from '../regions/held-region.js';
import { NamedRegion } from '../regions/named-region.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasScores } from '../scores/score.store.js';
import { happeningOf } from './happenings-of.js';
import { readUnit } from './read-unit.js';
import { changesStructure } from './structure.js';
import { UnitScoreMessage, UnitScoreUpdate } from './unit.object.js';
import { toWallUnit } from './wall.object.js';

type Ask = Context<HasRegions & HasUnits & HasIndicators & HasScores & HasPolicies & HasChanges & HasClock>;
type Message = typeof UnitScoreMessage;

@Resolver()
export class UnitSubscription {
  @Subscription(() => UnitScoreMessage, {
    subscribe: async ({ args, context }) => {
      const { unit, region, after } = args as { unit: string; region?: string | null; after?: string | null };
      const held = await heldRegion(context as Ask, region ?? null);
      return new LiveStream(`unit ${held} ${unit}`, after ?? null, (from, signal) =>
        followView(context as Ask, viewOfUnit(context as Ask, held, unit), from, signal),
      );
    },
    description:
      'How one unit stands: its whole state with its cursor, then again at each change that moves it, and a heartbeat ' +
      'each second. With `after` it goes on from there without a gap, or tells everything anew and says why. ' +
      'FORBIDDEN for a unit whose figures are not open to you, as for one that does not exist.',
  })
  unitScore(
    @Root() message: Message,
    @Arg('unit', () => Uuid, { description: 'UUID of the unit.' }) _unit: string,
    @NamedRegion() _region: string | null,
    @After() _after: string | null,
    @Ctx() _context: Ask,
  ): Message {
    return message;
  }
}

function viewOfUnit(context: Ask, regionCode: string, unitId: string): LiveView<Message> {
  const shown = new ShownPeriod(context, regionCode);
  return {
    regionCode,
    subjectId: null,
    async picture(reason) {
      const now = await context.readAtOnce(regionCode, (tx) => readUnit(tx, unitId));
      if (now === null) throw new Denied('NOT_FOUND', 'There is no such unit.');
      shown.code = now.periodCode;
      const cursor = formatCursor(now.position);
      const message = Object.assign(new UnitScoreUpdate(), {
        cursor,
        previous: cursor,
        at: context.now(),
        reason,
        periodCode: now.periodCode,
        unit: toWallUnit(now.unit),
        happenings: now.happenings,
      });
      return { message, position: now.position };
    },
    goesOnFrom: (seenAt) => shown.isThatOf(seenAt),
    async tell(change, stretch) {
      if (changesStructure(change)) return 'ANEW';
      if (change.kind !== 'UnitScoresChanged') return null;
      const { periodCode, units } = change.payload as UnitScoresChanged;
      const unit = units.find(({ id }) => id === unitId);
      if (unit === undefined) return null;
      if (periodCode !== shown.code) return (await shown.isOver(periodCode)) ? 'ANEW' : null;
      const happening = happeningOf(change, stretch.cursor);
      return Object.assign(new UnitScoreUpdate(), {
        ...stretch,
        at: change.recordedAt,
        reason: null,
        periodCode,
        unit: toWallUnit(unit),
        happenings: happening === null ? [] : [happening],
      });
    },
    beat: (at, stretch) => Object.assign(new Heartbeat(), { at, ...stretch }),
  };
}
