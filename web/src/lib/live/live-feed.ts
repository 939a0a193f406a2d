import type { DocumentInput, AnyVariables } from 'urql';
import type { Graphql } from '../graphql/client.js';
import type { Connection } from '../graphql/live-socket.js';
import { currentMoment, elapsed, type Moment } from '../moment.js';
import { LATE_AFTER } from './freshness.js';

/** The last time the server vouched for what is held. */
export interface Word {
  /** Instant on the server's clock. */
  readonly at: string;
  /** When it arrived here. */
  readonly heard: Moment;
}

/** What is held of a stream: nothing of it ever goes away with a connection. */
export interface Held {
  /** Everything up to here has been seen; null: nothing yet. */
  readonly cursor: string | null;
  readonly word: Word | null;
}

/** What is held and the connection it lives on, at one instant. A new object whenever anything in it changed. */
export interface LiveView<H extends Held> {
  readonly held: H;
  readonly connection: Connection;
  /** The server's last refusal to tell anything, in its own words; null when the last answer was good. */
  readonly problem: string | null;
}

/** Keeps what is held up to date for as long as it runs. */
export interface LiveFeed<H extends Held> {
  readonly view: () => LiveView<H>;
  /** Calls `listener` after every change of `view()`; returns how to stop. */
  readonly onView: (listener: () => void) => () => void;
  /** Begins to listen to the server; returns how to stop. */
  readonly start: () => () => void;
}

/** What is followed. */
export interface Followed<H extends Held, Data, Variables extends AnyVariables> {
  readonly document: DocumentInput<Data, Variables>;
  /** What the question says besides the place to go on from. */
  readonly variables: Omit<NonNullable<Variables>, 'after'>;
  readonly empty: H;
  /** What is held after one more message; the same object where the message does not count. */
  readonly hear: (held: H, data: Data, heard: Moment) => H;
}

/** How often the feed looks for silence, ms. */
const LOOK_EVERY = 500;

/**
 * It asks from the cursor it holds when a connection opens, and again whenever the server has said nothing of worth
 * until what is held is late. Everything that can go wrong is one of these two, so there is no third way.
 */
export function createLiveFeed<H extends Held, Data, Variables extends AnyVariables>(
  { client, socket }: Graphql,
  { document, variables, empty, hear }: Followed<H, Data, Variables>,
): LiveFeed<H> {
  const listeners = new Set<() => void>();
  let view: LiveView<H> = { held: empty, connection: socket.connection(), problem: null };
  let asked: Moment | null = null;
  let stopAsking = () => {};

  function show(part: Partial<LiveView<H>>): void {
    view = { ...view, ...part };
    for (const listener of [...listeners]) listener();
  }

  function ask(): void {
    stopAsking();
    asked = currentMoment();
    const from = { ...variables, after: view.held.cursor } as unknown as Variables;
    const subscription = client.subscription(document, from).subscribe(({ data, error }) => {
      // With an error urql gives the data of the message before once more: that is no word from the server.
      if (error) return show({ problem: error.message });
      if (!data) return;
      const held = hear(view.held, data, currentMoment());
      if (held !== view.held) show({ held, problem: null });
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
    const heard = view.held.word?.heard;
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
