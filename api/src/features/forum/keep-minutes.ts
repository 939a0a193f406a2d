import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from './commitment.store.js';
import type { HasForum } from './forum.store.js';
import { draftMinutes } from './draft-minutes.js';
import type { ForumSessionRow } from './session.entity.js';
import type { HasClock } from '../../platform/clock.js';

/** Keeps the minutes as they are now, as the next version: when they are signed, and after each amendment. */
export async function keepMinutes(
  tx: HasForum & HasCommitments & HasUnits & HasClock,
  session: ForumSessionRow,
): Promise<void> {
  const latest = await tx.forum.minutes(session.id);
  const content = JSON.stringify(await draftMinutes(tx, session));
  await tx.forum.addMinutes(session.id, (latest?.version ?? 0) + 1, content, tx.now);
}
