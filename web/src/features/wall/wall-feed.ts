import { WallDocument } from '@pantau/schema';
import type { Graphql } from '../../lib/graphql/client.js';
import { createLiveFeed, type LiveFeed, type LiveView } from '../../lib/live/live-feed.js';
import { EMPTY_WALL, hear, type WallState } from './wall-state.js';

/** A wall and the connection it lives on, at one instant. */
export type WallView = LiveView<WallState>;
export type WallFeed = LiveFeed<WallState>;

/** A wall of one region; null where the server holds only one. */
export function createWallFeed(graphql: Graphql, region: string | null): WallFeed {
  return createLiveFeed(graphql, {
    document: WallDocument,
    variables: { region },
    empty: EMPTY_WALL,
    hear: (held, { wall }, heard) => hear(held, wall, heard),
  });
}
