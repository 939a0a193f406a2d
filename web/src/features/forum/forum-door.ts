import type { ServerWord } from '../../lib/device-clock/device-clock.js';
import type { Answer } from '../../lib/graphql/answer.js';
import type { Transport } from '../../lib/outbox/transport.js';
import type { Part } from './entry-part.js';
import type { SessionRow, Snapshot } from './forum-session.js';

/** What the server tells of one session and around it. */
export type AskedSnapshot = Omit<Snapshot, 'askedAt' | 'at'>;

/** What the console asks of the server. None of it throws. */
export interface ForumDoor {
  readonly transport: Transport<Part>;
  /** Sessions held on these days, in their order. */
  sessions(region: string, from: string, to: string): Promise<Answer<readonly SessionRow[]>>;
  snapshot(region: string, id: string): Promise<Answer<AskedSnapshot>>;
}

/** Opens the door; `learn` hears whenever an answer tells what the server's clock showed. */
export type OpenForumDoor = (clock: {
  readonly now: () => number;
  readonly learn: (word: ServerWord) => void;
}) => ForumDoor;
