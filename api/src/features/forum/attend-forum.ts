import { localDate } from '../../domain/calendar.js';
import { acceptScan, type ScanRefusalCode } from '../../domain/forum/accept-scan.js';
import type { AttendanceGroup } from '../../domain/forum/entry.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasForum } from './forum.store.js';

/** Somebody in the hall who scanned its code. */
export interface AttendForum {
  /** Null: the code is none of this session. */
  readonly sessionId: string | null;
  readonly groups: readonly AttendanceGroup[];
}

/**
 * Counts one who is there. Only the sums are kept: no row, no moment and no group of a single scan. The change tells how
 * many scanned and of no group, so that nobody reads off the clock what somebody chose.
 */
export async function attendForum(
  tx: HasForum & HasClock,
  { sessionId, groups }: AttendForum,
): Promise<Verdict<{ sessionId: string }, ScanRefusalCode>> {
  const session = sessionId === null ? null : await tx.forum.holdSession(sessionId);
  const accepted = acceptScan(session, groups, localDate(tx.now));
  if (!accepted.ok) return accepted;
  const { id } = session!;
  await tx.forum.putSession({ ...session!, ...accepted.value });
  return did({ sessionId: id }, [{ kind: 'ForumScanned', sessionId: id, scanned: accepted.value.scanned }]);
}
