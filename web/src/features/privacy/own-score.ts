import { MyScoreDocument, type MyScoreSubscription } from '@pantau/schema';
import type { Graphql } from '../../lib/graphql/client.js';
import { hearMessage } from '../../lib/live/hear-message.js';
import { createLiveFeed, type Held, type LiveFeed } from '../../lib/live/live-feed.js';
import type { Moment } from '../../lib/moment.js';

export type MyScoreMessage = MyScoreSubscription['myScore'];
type Update = Extract<MyScoreMessage, { __typename: 'MyScoreUpdate' }>;

/** One's own score, as far as it has been told. */
export interface OwnScoreState extends Held {
  readonly score: Update | null;
  /** The last change that came while the page was open; null: none yet. */
  readonly lastMove: Update | null;
}

export const NO_SCORE: OwnScoreState = { cursor: null, word: null, score: null, lastMove: null };

/** The score after one more message. */
export function hearScore(held: OwnScoreState, message: MyScoreMessage, heard: Moment): OwnScoreState {
  return hearMessage(held, message, heard, () => {
    if (message.__typename !== 'MyScoreUpdate') return {};
    return { score: message, lastMove: message.reason === null ? message : null };
  });
}

/** The own score of whoever opened the connection. */
export function createOwnScoreFeed(graphql: Graphql): LiveFeed<OwnScoreState> {
  return createLiveFeed(graphql, {
    document: MyScoreDocument,
    variables: {},
    empty: NO_SCORE,
    hear: (held, { myScore }, heard) => hearScore(held, myScore, heard),
  });
}
