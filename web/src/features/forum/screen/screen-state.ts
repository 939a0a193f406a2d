import type {
  Commitment_StateFragment,
  FollowForumSessionSubscription,
  ForumOutcome_StateFragment,
  ForumSession_StateFragment,
} from '@pantau/schema';
import { hearMessage } from '../../../lib/live/hear-message.js';
import type { Held } from '../../../lib/live/live-feed.js';
import type { Moment } from '../../../lib/moment.js';

type Message = FollowForumSessionSubscription['forumSession'];
type Update = Extract<Message, { __typename: 'ForumSessionUpdate' }>;
type Scan = Extract<Message, { __typename: 'ForumScanUpdate' }>;

/** Everything the screen in the hall knows. */
export interface ScreenState extends Held {
  /** Null before the first word. */
  readonly session: ForumSession_StateFragment | null;
  /** In the order in which the server told them first. */
  readonly outcomes: readonly ForumOutcome_StateFragment[];
  /** Promises of before and of this session. */
  readonly commitments: readonly Commitment_StateFragment[];
}

export const EMPTY_SCREEN: ScreenState = {
  cursor: null,
  word: null,
  session: null,
  outcomes: [],
  commitments: [],
};

/** The screen after one more message: a picture replaces everything, a change what it touches. */
export function hearScreen(held: ScreenState, message: Message, heard: Moment): ScreenState {
  return hearMessage(held, message, heard, () => take(held, message as Update | Scan));
}

function take(held: ScreenState, message: Update | Scan): Partial<ScreenState> {
  if (message.__typename === 'ForumScanUpdate') {
    return held.session === null ? {} : { session: { ...held.session, scanned: message.scanned } };
  }
  const { reason, session, outcomes, commitments } = message;
  if (reason !== null) return { session, outcomes, commitments };
  return {
    session,
    outcomes: putInPlace(held.outcomes, outcomes),
    commitments: putInPlace(held.commitments, commitments),
  };
}

/** What is there already keeps its place, what is new comes last. */
function putInPlace<T extends { readonly id: string }>(held: readonly T[], news: readonly T[]): readonly T[] {
  const rows = new Map(held.map((row) => [row.id, row]));
  for (const row of news) rows.set(row.id, row);
  return [...rows.values()];
}

/**
 * The screen with last time's promises as they were just asked for: what an office reports of them, and that a day is
 * over, belongs to no entry of this session. What was heard later than it was asked stays.
 */
export function withAsked(held: ScreenState, asked: readonly Commitment_StateFragment[]): ScreenState {
  const known = new Map(held.commitments.map((one) => [one.id, one]));
  const fresher = asked.filter(({ id, movedAt }) => {
    const before = known.get(id);
    return before === undefined || Date.parse(before.movedAt) <= Date.parse(movedAt);
  });
  return { ...held, commitments: putInPlace(held.commitments, fresher) };
}
