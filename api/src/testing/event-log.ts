import { buildSchema, type GraphQLSchema } from 'graphql';
import { LiveStream } from '../platform/live/live-stream.js';

/** As large as makes a connection that is not read full within a few events, beyond what the system holds for it. */
const TEXT = 'x'.repeat(60_000);

/** Large events, one after another, that can be followed from each of them on by `events(after)`. */
export class EventLog {
  readonly schema: GraphQLSchema;
  head = 0;
  #wake = new Set<() => void>();

  constructor() {
    this.schema = buildSchema(
      'type Query { a: Int } type Event { cursor: String! text: String! } type Subscription { events(after: String): Event! }',
    );
    const field = this.schema.getSubscriptionType()!.getFields()['events']!;
    field.subscribe = (_source, { after = null }) =>
      new LiveStream('events', after, (from, signal) => this.#follow(from, signal));
    field.resolve = (event) => event;
  }

  publish(): void {
    this.head += 1;
    const waiting = this.#wake;
    this.#wake = new Set();
    for (const go of waiting) go();
  }

  async *#follow(from: string | null, signal: AbortSignal) {
    let at = from === null ? this.head : Number(from);
    if (from === null) yield { cursor: String(at), text: 'first' };
    while (!signal.aborted) {
      if (at < this.head) {
        at += 1;
        yield { cursor: String(at), text: TEXT };
      } else {
        await new Promise<void>((resolve) => {
          this.#wake.add(resolve);
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
  }
}
