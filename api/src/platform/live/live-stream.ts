import { endable } from './endable.js';

/** An event that names the place in its stream up to which whoever has it has seen everything. */
export interface LiveEvent {
  readonly cursor: string;
}

/**
 * What a subscription follows: a stream that can be gone on with from any of its cursors. What is told of an event
 * must depend on what the reader is to its rows (the scope) and on nothing else of the reader, for readers of the same
 * scope are told together.
 */
export class LiveStream<E extends LiveEvent = LiveEvent> implements AsyncIterable<E> {
  /**
   * @param name what is followed, with all that tells it from other streams but the place in it
   * @param after the last cursor that the subscriber has seen; null: a picture first
   */
  constructor(
    readonly name: string,
    readonly after: string | null,
    private readonly follow: (after: string | null, signal: AbortSignal) => AsyncIterable<E>,
  ) {}

  /** The stream after a cursor. */
  from(after: string | null): AsyncIterableIterator<E> {
    return endable((signal) => this.follow(after, signal));
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<E> {
    return this.from(this.after);
  }
}
