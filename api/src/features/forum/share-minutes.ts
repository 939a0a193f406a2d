import { ENTRY_REFUSALS } from '../../domain/forum/accept-entry.js';
import { PLAN_REFUSALS } from '../../domain/forum/accept-plan.js';
import { refused } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasForum } from './forum.store.js';

export type SharingRefusalCode = 'FORUM_UNKNOWN' | 'SESSION_NOT_CLOSED' | 'SESSION_READ_BACK';

/** Lets everybody read the draft of the minutes, also who was not there. */
export async function shareMinutes(
  tx: HasForum & HasClock,
  sessionId: string,
): Promise<Verdict<{ sessionId: string }, SharingRefusalCode>> {
  const session = await tx.forum.holdSession(sessionId);
  if (session === null) return refused('FORUM_UNKNOWN', { ...PLAN_REFUSALS.FORUM_UNKNOWN, field: 'session' });
  const { phase, seriesId, unitId } = session;
  if (phase === 'PLANNED' || phase === 'OPEN') {
    return refused('SESSION_NOT_CLOSED', ENTRY_REFUSALS.SESSION_NOT_CLOSED);
  }
  if (phase === 'READ_BACK' || phase === 'SIGNED') {
    return refused('SESSION_READ_BACK', ENTRY_REFUSALS.SESSION_READ_BACK);
  }
  await tx.forum.putSession({ ...session, phase: 'SHARED', sharedAt: session.sharedAt ?? tx.now });
  return did({ sessionId }, [{ kind: 'ForumPlanned', seriesId, sessionId, unitId }]);
}
