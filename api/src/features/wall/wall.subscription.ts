import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { UnitScoresChanged } from '../../domain/facts.js';
import { localDate } from '../../domain/calendar.js';
import { Denied } from '../../platform/auth/denied.js';
import type { Change } from '../../platform/changes/change-log.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import { formatCursor, readCursor, type Position } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { Cursor, RegionCode } from '../../platform/graphql/scalars.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { heldRegion } from '../regions/held-region.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasScores } from '../scores/score.store.js';
import { readWall } from './read-wall.js';
import {
  toWallHappening,
  toWallUnit,
  WallChange,
  WallHeartbeat,
  WallMessage,
  type SnapshotReason,
} from './wall.object.js';

type Ask = Context<HasRegions & HasUnits & HasIndicators & HasScores & HasPolicies & HasChanges & HasClock>;
type Message = typeof WallMessage;

/** Facts after which single changes do not tell a wall enough. */
const STRUCTURE = new Set(['UnitsChanged', 'PeriodsOpened']);

@Resolver()
export class WallSubscription {
  @Subscription(() => WallMessage, {
    subscribe: async ({ args, context }) => {
      const { region, after } = args as { region?: string | null; after?: string | null };
      const held = await heldRegion(context as Ask, region ?? null);
      return new LiveStream(`wall ${held}`, after ?? null, (from, signal) =>
        followWall(context as Ask, held, from, signal),
      );
    },
    description:
      'The wall of a region: a snapshot with its cursor, then each change in commit order, and a heartbeat each second. ' +
      'With `after` it goes on from there without a gap, or sends a new snapshot and says why. ' +
      'NOT_FOUND for a region that this server does not hold; BAD_INPUT where it holds several and none is named.',
  })
  wall(
    @Root() message: Message,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description:
        'Kemendagri code of the region. It may be left out where the server holds one region only.',
    })
    _region: string | null,
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that was seen; leave it out at first.',
    })
    _after: string | null,
    @Ctx() _context: Ask,
  ): Message {
    return message;
  }
}

/** The messages of one wall, from its cursor or from a snapshot on. */
async function* followWall(
  context: Ask,
  region: string,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<Message> {
  let { from, reason, periodCode } = await resume(context, region, after);
  while (!signal.aborted) {
    if (from === null) {
      const wall = await context.readAtOnce(region, (tx) => readWall(tx, reason));
      if (wall === null) throw new Denied('NOT_FOUND', `This server holds no region ${region}.`);
      yield wall.snapshot;
      from = wall.position;
      periodCode = wall.periodCode;
    }
    const next: SnapshotReason | null = yield* followChanges(context, region, from, periodCode, signal);
    if (next === null) return;
    from = null;
    reason = next;
  }
}

/** Where to go on from: the cursor, if the picture that the client holds can still be brought up to date. */
async function resume(
  context: Ask,
  region: string,
  after: string | null,
): Promise<{ from: Position | null; reason: SnapshotReason; periodCode: string | null }> {
  const { changes, indicators } = context.read(region);
  const from = after === null ? null : readCursor(after);
  if (from === null) return { from: null, reason: 'FIRST', periodCode: null };
  const head = await changes.head();
  if (head === null || from.epoch !== head.epoch || from.offset > head.offset) {
    return { from: null, reason: 'OTHER_EPOCH', periodCode: null };
  }
  // A wall that slept over the end of a period holds a picture of the old one.
  // When that was is no secret of what happened then, which most walls may not read.
  const seenAt = await context.readWhole(region, (whole) => whole.changes.recordedAt(from.offset));
  const seen = seenAt && (await indicators.periodShownOn(localDate(seenAt)));
  const shown = await indicators.periodShownOn(localDate(context.now()));
  if (seen === null || seen.code !== shown?.code)
    return { from: null, reason: 'STRUCTURE_CHANGED', periodCode: null };
  return { from, reason: 'FIRST', periodCode: shown.code };
}

/** Changes and heartbeats until the end, or until a new snapshot is needed: then it gives the reason. */
async function* followChanges(
  context: Ask,
  region: string,
  from: Position,
  periodCode: string | null,
  signal: AbortSignal,
): AsyncGenerator<Message, SnapshotReason | null> {
  let previous = formatCursor(from);
  for await (const item of context.feed.follow(region, from, signal)) {
    if (item.kind === 'RESYNC') return item.reason;
    if (item.kind === 'BEAT') {
      const cursor = formatCursor(item.upTo);
      yield Object.assign(new WallHeartbeat(), { cursor, previous, at: item.at });
      previous = cursor;
      continue;
    }
    for (const change of item.changes) {
      if (STRUCTURE.has(change.kind)) return 'STRUCTURE_CHANGED';
      if (change.kind !== 'UnitScoresChanged') continue;
      const { periodCode: moved } = change.payload as UnitScoresChanged;
      // A period that the wall does not show yet may be the one to show from now on: scores have begun in it.
      if (moved === periodCode) {
        const next = toWallChange(change, item.upTo.epoch, previous);
        yield next;
        previous = next.cursor;
      } else if (await isShown(context, region, moved)) {
        return 'STRUCTURE_CHANGED';
      }
    }
  }
  return null;
}

async function isShown(context: Ask, region: string, periodCode: string): Promise<boolean> {
  const shown = await context.read(region).indicators.periodShownOn(localDate(context.now()));
  return shown?.code === periodCode;
}

function toWallChange(change: Change, epoch: string, previous: string): WallChange {
  const { units, happening } = change.payload as UnitScoresChanged;
  const cursor = formatCursor({ epoch, offset: change.offset });
  return Object.assign(new WallChange(), {
    cursor,
    previous,
    at: change.recordedAt,
    units: units.map(toWallUnit),
    happening: happening === null ? null : toWallHappening(cursor, change.recordedAt, happening),
  });
}
