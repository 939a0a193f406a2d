import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Denied } from '../../platform/auth/denied.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { Context } from '../../platform/graphql/context.js';
import { After } from '../../platform/live/after.js';
import { followView, type LiveView } from '../../platform/live/follow-view.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import { heldRegion } from '../regions/held-region.js';
import { NamedRegion } from '../regions/named-region.js';
import type { HasRegions } from '../regions/region.store.js';
import { happeningOf, happeningsOf, HAPPENS } from './happenings-of.js';
import { ReasonsMessage, ReasonsUpdate } from './reasons.object.js';

type Ask = Context<HasRegions & HasChanges>;
type Message = typeof ReasonsMessage;

/** How many reasons the feed begins with. */
const HAPPENINGS = 25;

@Resolver()
export class ReasonsSubscription {
  @Subscription(() => ReasonsMessage, {
    subscribe: async ({ args, context }) => {
      const { region, after } = args as { region?: string | null; after?: string | null };
      const held = await heldRegion(context as Ask, region ?? null);
      return new LiveStream(`reasons ${held}`, after ?? null, (from, signal) =>
        followView(context as Ask, viewOfReasons(context as Ask, held), from, signal),
      );
    },
    description:
      'The feed of reasons: what moved in the region and why, the latest first, then each as it comes, and a heartbeat ' +
      'each second. With `after` it goes on from there without a gap, or tells the latest anew and says why.',
  })
  reasons(
    @Root() message: Message,
    @NamedRegion() _region: string | null,
    @After() _after: string | null,
    @Ctx() _context: Ask,
  ): Message {
    return message;
  }
}

function viewOfReasons(context: Ask, regionCode: string): LiveView<Message> {
  return {
    regionCode,
    subjectId: null,
    async picture(reason) {
      const { position, latest } = await context.readAtOnce(regionCode, async (tx) => ({
        position: await tx.changes.head(),
        latest: await tx.changes.latest(HAPPENS, HAPPENINGS),
      }));
      if (position === null) throw new Denied('NOT_FOUND', `This server holds no region ${regionCode}.`);
      const happenings = happeningsOf(latest, position.epoch);
      const cursor = formatCursor(position);
      const message = Object.assign(new ReasonsUpdate(), {
        ...{ cursor, previous: cursor, at: context.now(), reason, happenings },
      });
      return { message, position };
    },
    goesOnFrom: async () => true,
    tell(change, stretch) {
      const happening = happeningOf(change, stretch.cursor);
      if (happening === null) return null;
      return Object.assign(new ReasonsUpdate(), {
        ...{ ...stretch, at: change.recordedAt, reason: null, happenings: [happening] },
      });
    },
    beat: (at, stretch) => Object.assign(new Heartbeat(), { at, ...stretch }),
  };
}
