import type { Fact } from '../../domain/facts.js';
import { OUTCOME_REFUSALS } from '../../domain/forum/accept-outcome.js';
import { acceptSignature } from '../../domain/forum/accept-signature.js';
import { count } from '../../domain/forum/entry.js';
import { isSignedBy, type SignerRole } from '../../domain/forum/session-phase.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import type { Said, SaidOf } from './entry-parts.js';
import type { ForumNeeds } from './forum-needs.js';
import type { EntryFrame, PartRefusalCode, PartTaken } from './part-taken.js';
import { reportCommitment } from './report-commitment.js';
import { reviseOutcome } from './revise-outcome.js';
import type { ForumSessionRow } from './session.entity.js';
import { takeOutcome } from './take-outcome.js';
import { withdrawOutcome } from './withdraw-outcome.js';

/** Why a count is not taken. */
export const ATTENDANCE_REFUSALS = {
  ATTENDANCE_CHANGE: {
    when: 'A count is 0, or more than 500 either way.',
    field: 'change',
    mender: 'SENDER',
    message: {
      id: 'Hitungan ini tidak masuk: tambah atau kurangi 1 sampai 500 orang sekali catat.',
      en: 'This count was not taken: count 1 to 500 people in or out at a time.',
    },
  },
} as const;

const MOST_COUNTED = 500;

/** Does what one entry says. */
export async function takePart(
  tx: ForumNeeds,
  session: ForumSessionRow,
  frame: EntryFrame,
  said: Said,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const { takenAt } = frame;
  const moved = (changes: Partial<ForumSessionRow>, kept: object | null, follows: readonly Fact[] = []) =>
    ok({ session: { ...session, ...changes }, said: kept, outcome: null, commitment: null, follows });
  switch (said.part) {
    case 'OPEN':
      return moved({ phase: 'OPEN', openedAt: takenAt }, null);
    case 'CLOSE': {
      const { id: sessionId, unitId, title } = session;
      const held: Fact = { kind: 'ForumHeld', sessionId, unitId, title, closedAt: takenAt };
      return moved({ phase: 'CLOSED', closedAt: takenAt }, null, [held]);
    }
    case 'READ_BACK':
      return moved({ phase: 'READ_BACK', readBackAt: takenAt }, null);
    case 'START_ITEM':
    case 'END_ITEM':
      return timeItem(session, said, takenAt);
    case 'ATTEND': {
      const { group, change } = said;
      if (!Number.isInteger(change) || change === 0 || Math.abs(change) > MOST_COUNTED) {
        return refused('ATTENDANCE_CHANGE', ATTENDANCE_REFUSALS.ATTENDANCE_CHANGE);
      }
      return moved({ attendance: count(session.attendance, group, change) }, { group, change });
    }
    case 'SIGN':
      return sign(tx, session, said, takenAt);
    case 'OUTCOME':
      return takeOutcome(tx, session, frame, said);
    case 'REVISE':
      return reviseOutcome(tx, session, frame, said);
    case 'WITHDRAW':
      return withdrawOutcome(tx, session, frame, said);
    case 'REPORT':
      return reportCommitment(tx, session, frame, said);
  }
}

function timeItem(
  session: ForumSessionRow,
  { part, item }: Extract<Said, { readonly item: string; readonly part: 'START_ITEM' | 'END_ITEM' }>,
  takenAt: Date,
): Outcome<PartTaken, PartRefusalCode> {
  if (!session.agenda.some(({ id }) => id === item)) {
    return refused('OUTCOME_ITEM_UNKNOWN', OUTCOME_REFUSALS.OUTCOME_ITEM_UNKNOWN);
  }
  const at = takenAt.toISOString();
  // Two who tap at the same time mean the same: an item starts when the first did, and ends when the last did.
  const agenda = session.agenda.map((one) => {
    if (one.id !== item) return one;
    if (part === 'START_ITEM') {
      return { ...one, startedAt: one.startedAt === null || at < one.startedAt ? at : one.startedAt };
    }
    return {
      ...one,
      startedAt: one.startedAt ?? at,
      endedAt: one.endedAt === null || at > one.endedAt ? at : one.endedAt,
    };
  });
  return ok({
    session: { ...session, agenda },
    said: { item },
    outcome: null,
    commitment: null,
    follows: [],
  });
}

async function sign(
  tx: ForumNeeds,
  session: ForumSessionRow,
  said: SaidOf<'SIGN'>,
  takenAt: Date,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const { role, covers } = said;
  const accepted = acceptSignature(said.name, said.strokes);
  if (!accepted.ok) return accepted;
  const before = await tx.forum.entriesOf([session.id], 'SIGN');
  const roles = before.map((entry) => (JSON.parse(entry.said ?? '{}') as { role: SignerRole }).role);
  const signs = session.phase === 'READ_BACK' && isSignedBy([...roles, role]);
  const changes = signs ? { phase: 'SIGNED' as const, signedAt: takenAt } : {};
  return ok({
    ...{ session: { ...session, ...changes }, outcome: null, commitment: null, follows: [] },
    said: { role, ...accepted.value, covers },
  });
}
