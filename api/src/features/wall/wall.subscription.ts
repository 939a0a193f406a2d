import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import type { CommitmentChanged, UnitScoresChanged } from '../../domain/facts.js';
import { Denied } from '../../platform/auth/denied.js';
import type { Change } from '../../platform/changes/change-log.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { After } from '../../platform/live/after.js';
import { followView, type LiveView, type Stretch } from '../../platform/live/follow-view.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from '../forum/commitment.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { ShownPeriod } from '../indicators/shown-period.js';
import { heldRegion } from '../regions/held-region.js';
import { NamedRegion } from '../regions/named-region.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasScores } from '../scores/score.store.js';
import { happeningOf } from './happenings-of.js';
import { readWall } from './read-wall.js';
import { changesStructure } from './structure.js';
import { toWallCommitment, toWallUnit, WallChange, WallHeartbeat, WallMessage } from './wall.object.js';

type Ask = Context<
  HasRegions & HasCommitments & HasUnits & HasIndicators & HasScores & HasPolicies & HasChanges & HasClock
>;
type Message = typeof WallMessage;

@Resolver()
export class WallSubscription {
  @Subscription(() => WallMessage, {
    subscribe: async ({ args, context }) => {
      const { region, after } = args as { region?: string | null; after?: string | null };
      const held = await heldRegion(context as Ask, region ?? null);
      return new LiveStream(`wall ${held}`, after ?? null, (from, signal) =>
        followView(context as Ask, viewOfWall(context as Ask, held), from, signal),
      );
    },
    description:
      'The wall of a region: a snapshot with its cursor, then each change in commit order, and a heartbeat each second. ' +
      'With `after` it goes on from there without a gap, or sends a new snapshot and says why. ' +
      'NOT_FOUND for a region that this server does not hold; BAD_INPUT where it holds several and none is named.',
  })
  wall(
    @Root() message: Message,
    @NamedRegion() _region: string | null,
    @After() _after: string | null,
    @Ctx() _context: Ask,
  ): Message {
    return message;
  }
}

function viewOfWall(context: Ask, regionCode: string): LiveView<Message> {
  const shown = new ShownPeriod(context, regionCode);
  return {
    regionCode,
    subjectId: null,
    async picture(reason) {
      const wall = await context.readAtOnce(regionCode, (tx) => readWall(tx, reason));
      if (wall === null) throw new Denied('NOT_FOUND', `This server holds no region ${regionCode}.`);
      shown.code = wall.periodCode;
      return { message: wall.snapshot, position: wall.position };
    },
    // A wall that slept over the end of a period holds a picture of the old one.
    goesOnFrom: (seenAt) => shown.isThatOf(seenAt),
    async tell(change, stretch) {
      if (changesStructure(change)) return 'ANEW';
      if (change.kind === 'CommitmentChanged') return toPromiseChange(change, stretch, context.now());
      if (change.kind !== 'UnitScoresChanged') return null;
      const { periodCode } = change.payload as UnitScoresChanged;
      if (periodCode === shown.code) return toWallChange(change, stretch);
      return (await shown.isOver(periodCode)) ? 'ANEW' : null;
    },
    beat: (at, stretch) => Object.assign(new WallHeartbeat(), { at, ...stretch }),
  };
}

function toWallChange(change: Change, stretch: Stretch): WallChange {
  const { units } = change.payload as UnitScoresChanged;
  return Object.assign(new WallChange(), {
    ...stretch,
    at: change.recordedAt,
    units: units.map(toWallUnit),
    commitment: null,
    happening: happeningOf(change, stretch.cursor),
  });
}

function toPromiseChange(change: Change, stretch: Stretch, now: Date): WallChange {
  const { commitment } = change.payload as CommitmentChanged;
  return Object.assign(new WallChange(), {
    ...stretch,
    at: change.recordedAt,
    units: [],
    commitment: toWallCommitment(commitment, localDate(now)),
    happening: happeningOf(change, stretch.cursor),
  });
}
