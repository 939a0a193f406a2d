import type { SnapshotReason } from '@pantau/schema';
import type { Moment } from '../moment.js';
import { covers } from './covers.js';
import type { Held } from './live-feed.js';

/** What the server says to whoever follows something whose whole state comes with each message. */
export interface LiveMessage {
  readonly cursor: string;
  readonly previous: string;
  readonly at: string;
  /** Set where everything is told anew; left out of a heartbeat. */
  readonly reason?: SnapshotReason | null;
}

/** What is held after one more message; `take` gives what an update adds, and is not asked for a heartbeat. */
export function hearMessage<H extends Held>(
  held: H,
  message: LiveMessage,
  heard: Moment,
  take: () => Partial<H>,
): H {
  const { cursor, at, reason } = message;
  const word = { at, heard };
  if (reason === undefined || reason === null) {
    // What does not count is no word either: silence makes the feed ask again from where it is.
    if (!covers(message, held.cursor)) return held;
    if (reason === undefined) return { ...held, cursor, word };
    if (cursor === held.cursor) return held;
  }
  return { ...held, ...take(), cursor, word };
}
