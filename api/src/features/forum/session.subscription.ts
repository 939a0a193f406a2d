import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import type { CommitmentOnBoard, ForumEntryTaken, ForumScanned } from '../../domain/facts.js';
import { Denied } from '../../platform/auth/denied.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { After } from '../../platform/live/after.js';
import { followView, type LiveView } from '../../platform/live/follow-view.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import type { HasUnits } from '../employees/unit.store.js';
import { heldRegion } from '../regions/held-region.js';
import { NamedRegion } from '../regions/named-region.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasCommitments } from './commitment.store.js';
import { commitmentsOnBoard } from './commitments-on-board.js';
import { MOST_LAST_COMMITMENTS } from './draft-minutes.js';
import {
  ForumScanUpdate,
  ForumSessionMessage,
  ForumSessionUpdate,
  toCommitment,
  toForumOutcome,
  toForumSession,
} from './forum.object.js';
import type { HasForum } from './forum.store.js';
import { outcomeState, sessionState } from './forum-state.js';

type Ask = Context<HasRegions & HasForum & HasCommitments & HasUnits & HasChanges & HasClock>;
type Message = typeof ForumSessionMessage;

@Resolver()
export class ForumSessionSubscription {
  @Subscription(() => ForumSessionMessage, {
    subscribe: async ({ args, context }) => {
      const { id, region, after } = args as { id: string; region?: string | null; after?: string | null };
      const held = await heldRegion(context as Ask, region ?? null);
      return new LiveStream(`forum session ${held} ${id}`, after ?? null, (from, signal) =>
        followView(context as Ask, viewOfSession(context as Ask, held, id), from, signal),
      );
    },
    description:
      'A session as it is being held: the whole of it with its cursor, then each entry that is taken, and a heartbeat ' +
      'each second. With `after` it goes on from there without a gap, or tells everything anew and says why. ' +
      'NOT_FOUND for a session that does not exist.',
  })
  forumSession(
    @Root() message: Message,
    @Arg('id', () => Uuid, { description: 'UUID of the session.' }) _id: string,
    @NamedRegion() _region: string | null,
    @After() _after: string | null,
    @Ctx() _context: Ask,
  ): Message {
    return message;
  }
}

function viewOfSession(context: Ask, regionCode: string, sessionId: string): LiveView<Message> {
  const drawn = (commitments: readonly CommitmentOnBoard[]) =>
    commitments.map((one) => toCommitment(one, regionCode, localDate(context.now())));
  return {
    regionCode,
    subjectId: sessionId,
    async picture(reason) {
      const now = await context.readAtOnce(regionCode, (tx) => readSession(tx, sessionId));
      if (now === null) throw new Denied('NOT_FOUND', 'There is no such session.');
      const cursor = formatCursor(now.position);
      const message = Object.assign(new ForumSessionUpdate(), {
        ...{ cursor, previous: cursor, at: context.now(), reason },
        session: toForumSession(now.session, regionCode),
        outcomes: now.outcomes.map((one) => toForumOutcome(one, regionCode)),
        commitments: drawn(now.commitments),
      });
      return { message, position: now.position };
    },
    goesOnFrom: async () => true,
    tell(change, stretch) {
      if (change.kind === 'ForumPlanned') return 'ANEW';
      if (change.kind === 'ForumScanned') {
        const { scanned } = change.payload as ForumScanned;
        return Object.assign(new ForumScanUpdate(), {
          ...{ ...stretch, at: change.recordedAt, reason: null },
          scanned,
        });
      }
      if (change.kind !== 'ForumEntryTaken') return null;
      const { session, outcome, commitment } = change.payload as ForumEntryTaken;
      return Object.assign(new ForumSessionUpdate(), {
        ...{ ...stretch, at: change.recordedAt, reason: null },
        session: toForumSession(session, regionCode),
        outcomes: outcome === null ? [] : [toForumOutcome(outcome, regionCode)],
        commitments: commitment === null ? [] : drawn([commitment]),
      });
    },
    beat: (at, stretch) => Object.assign(new Heartbeat(), { at, ...stretch }),
  };
}

/** A session with all that belongs to it, and the place in the stream that it shows. Call it inside one consistent read. */
async function readSession(tx: HasForum & HasCommitments & HasUnits & HasChanges, id: string) {
  const row = await tx.forum.session(id);
  const position = await tx.changes.head();
  if (row === null || position === null) return null;
  const outcomes = await tx.forum.outcomesOf([id]);
  const own = await tx.commitments.byIds(outcomes.map((one) => one.id));
  const last = await tx.commitments.before(row.seriesId, row.heldOn, MOST_LAST_COMMITMENTS);
  return {
    position,
    session: sessionState(row),
    outcomes: outcomes.map(outcomeState),
    commitments: await commitmentsOnBoard(tx, [...last, ...own]),
  };
}
