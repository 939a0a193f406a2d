import { WallDocument } from '@pantau/schema';
import type { Graphql } from '../../lib/graphql/client.js';
import type { Connection } from '../../lib/graphql/live-socket.js';
import { currentMoment, elapsed, type Moment } from '../../lib/moment.js';
import { LATE_AFTER } from './freshness.js';
import { EMPTY_WALL, hear, type WallState } from './wall-state.js';

/** A wall and the connection it lives on, at one instant. A new object whenever anything in it changed. */
export interface WallView {
  readonly wall: WallState;
  readonly connection: Connection;
  /** The server's last refusal to tell this wall anything, in its own words; null when the last answer was good. */
  readonly problem: string | null;
}

/** Keeps a wall up to date for as long as it runs. */
export interface WallFeed {
  readonly view: () => WallView;
  /** Calls `listener` after every change of `view()`; returns how to stop. */
  readonly onView: (listener: () => void) => () => void;
  /** Begins to listen to the server; returns how to stop. */
  readonly start: () => () => void;
}

/** How often the feed looks for silence, ms. */
const LOOK_EVERY = 500;

/**
 * A wall of one region; null where the server holds only one. It asks from the cursor it holds when a connection opens, and again whenever the server has
 * said nothing of worth until the figures are late. Everything that can go wrong is one of these two, so there is no third way.
 */
export function createWallFeed({ client, socket }: Graphql, region: string | null): WallFeed {
  const listeners = new Set<() => void>();
  let view: WallView = { wall: EMPTY_WALL, connection: socket.connection(), problem: null };
  let asked: Moment | null = null;
  let stopAsking = () => {};

  function show(part: Partial<WallView>): void {
    view = { ...view, ...part };
    for (const listener of [...listeners]) listener();
  }

  function ask(): void {
    stopAsking();
    asked = currentMoment();
    const variables = { region, after: view.wall.cursor };
    const subscription = client.subscription(WallDocument, variables).subscribe(({ data, error }) => {
      // With an error urql gives the data of the message before once more: that is no word from the server.
      if (error) return show({ problem: error.message });
      if (!data) return;
      const wall = hear(view.wall, data.wall, currentMoment());
      if (wall !== view.wall) show({ wall, problem: null });
    });
    stopAsking = () => subscription.unsubscribe();
  }

  function follow(): void {
    show({ connection: socket.connection() });
    if (view.connection === 'OPEN') ask();
    else stopAsking();
  }

  function look(): void {
    if (view.connection !== 'OPEN' || asked === null) return;
    const now = currentMoment();
    const heard = view.wall.word?.heard;
    const quiet = Math.min(elapsed(asked, now), heard ? elapsed(heard, now) : Infinity);
    if (quiet <= LATE_AFTER) return;
    socket.nudge();
    ask();
  }

  return {
    view: () => view,
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const unfollow = socket.onConnection(follow);
      const looking = setInterval(look, LOOK_EVERY);
      follow();
      return () => {
        clearInterval(looking);
        unfollow();
        stopAsking();
      };
    },
  };
}
