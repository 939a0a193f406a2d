import type { Fact } from '../../domain/facts.js';
import { acceptEntry, ENTRY_REFUSALS, type EntryRefusalCode } from '../../domain/forum/accept-entry.js';
import { PLAN_REFUSALS } from '../../domain/forum/accept-plan.js';
import { entryTime } from '../../domain/forum/entry-time.js';
import { ok, refused } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasComplaints } from '../complaints/complaint.store.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasCommitments } from './commitment.store.js';
import type { NewEntry } from './entry-parts.js';
import type { HasForum } from './forum.store.js';
import { sessionState } from './forum-state.js';
import { keepMinutes } from './keep-minutes.js';
import { takePart, type PartRefusalCode } from './take-part.js';

export type LogEntryRefusalCode = 'FORUM_UNKNOWN' | EntryRefusalCode | PartRefusalCode;

export type ForumNeeds = HasForum &
  HasCommitments &
  HasUnits &
  HasIndicators &
  HasComplaints &
  HasWorkingCalendar &
  HasClock;

/** What a retry is told, too. */
export interface EntryLogged {
  readonly entryId: string;
  readonly amends: boolean;
}

/** Takes one entry of a session, once and for good, with all that follows from it for the session and its promises. */
export async function logEntry(
  tx: ForumNeeds,
  actor: Actor,
  sessionId: string,
  entry: NewEntry,
): Promise<Verdict<EntryLogged, LogEntryRefusalCode>> {
  const session = await tx.forum.holdSession(sessionId);
  if (session === null) return refused('FORUM_UNKNOWN', { ...PLAN_REFUSALS.FORUM_UNKNOWN, field: 'session' });
  if ((await tx.forum.entry(entry.id)) !== null) {
    return refused('ENTRY_OF_ANOTHER', ENTRY_REFUSALS.ENTRY_OF_ANOTHER);
  }
  const { id, device, said } = entry;
  const takenAt =
    device === null ? tx.now : entryTime({ takenAt: device.takenAt, deviceNow: device.now }, session, tx.now);
  const { phase, signedAt = null } = session;
  // What the office reports of its promises belongs to no session's minutes.
  const fit =
    device === null
      ? ok({ amends: false, reason: null })
      : acceptEntry(said.part, takenAt, entry.reason, { phase, signedAt });
  if (!fit.ok) return fit;
  const { amends, reason } = fit.value;
  const taken = await takePart(tx, session, { id, seq: device?.seq ?? 0, takenAt, amends }, said);
  if (!taken.ok) return taken;
  const { said: kept, outcome, commitment, follows } = taken.value;
  await tx.forum.addEntry({
    ...{ id, sessionId, part: said.part, said: kept === null ? null : JSON.stringify(kept), amends, reason },
    ...{ deviceId: device?.id ?? null, seq: device?.seq ?? null, deviceAt: device?.takenAt ?? null },
    ...{ takenAt, receivedAt: tx.now, sentBy: actor.id },
  });
  const after = taken.value.session;
  await tx.forum.putSession(after);
  if (after.phase === 'SIGNED' && (amends || session.phase !== 'SIGNED')) await keepMinutes(tx, after);
  const facts: Fact[] = [
    {
      ...{ kind: 'ForumEntryTaken', sessionId, entryId: id, part: said.part, session: sessionState(after) },
      ...{ outcome, commitment },
    },
    ...follows,
  ];
  return did({ entryId: id, amends }, facts);
}
