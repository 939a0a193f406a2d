import { isTaken, type OutboxEntry } from '../../lib/outbox/outbox-entry.js';
import type { OutcomePart, Part, RevisePart } from './entry-part.js';
import { isSignedBy, type Named, type Outcome, type Session, type Snapshot } from './forum-session.js';

export type ForumEntry = OutboxEntry<Part>;

/**
 * The session as this device knows it: what the server knew when it was asked last, and on top of it, in their order, the
 * entries of this device that it could not know of then. The server folds in the same way; what it says holds.
 */
export function foldSession(
  { session, units, askedAt }: Pick<Snapshot, 'session' | 'units' | 'askedAt'>,
  entries: readonly ForumEntry[],
): Session {
  const names = new Map(units.map((unit) => [unit.id, unit]));
  return entries
    .filter((entry) => isNews(entry, askedAt))
    .reduce((now, entry) => take(now, entry, names), session);
}

function isNews(entry: ForumEntry, askedAt: number): boolean {
  if (entry.state === 'WAITING') return true;
  return isTaken(entry) && (entry.answeredAt ?? 0) > askedAt;
}

function take(
  session: Session,
  { id, takenAt, part }: ForumEntry,
  names: ReadonlyMap<string, Named>,
): Session {
  if ('open' in part) {
    return session.phase === 'PLANNED' ? { ...session, phase: 'OPEN', openedAt: takenAt } : session;
  }
  if ('close' in part) {
    return session.phase === 'OPEN' ? { ...session, phase: 'CLOSED', closedAt: takenAt } : session;
  }
  if ('readBack' in part) {
    const read = session.phase === 'CLOSED' || session.phase === 'SHARED';
    return read ? { ...session, phase: 'READ_BACK' } : session;
  }
  if ('startItem' in part) {
    return timed(session, part.startItem, (item) => ({ ...item, startedAt: item.startedAt ?? takenAt }));
  }
  if ('endItem' in part) {
    return timed(session, part.endItem, (item) => ({
      ...item,
      startedAt: item.startedAt ?? takenAt,
      endedAt: takenAt,
    }));
  }
  if ('attend' in part) {
    const { group, change } = part.attend;
    const count = Math.max(0, (session.attendance[group] ?? 0) + change);
    return { ...session, attendance: { ...session.attendance, [group]: count } };
  }
  if ('outcome' in part) return withOutcome(session, id, takenAt, part.outcome, names);
  if ('revise' in part) {
    return changed(session, part.revise.outcome, (outcome) => revised(outcome, part.revise, names));
  }
  if ('withdraw' in part) {
    return changed(session, part.withdraw.outcome, (outcome) => ({ ...outcome, withdrawn: true }));
  }
  if ('report' in part) {
    const { commitment, state, note } = part.report;
    const lastPromises = session.lastPromises.map((one) =>
      one.id === commitment ? { ...one, state, note: note === '' ? null : note } : one,
    );
    return { ...session, lastPromises };
  }
  const signatures = [...session.signatures, { role: part.sign.role, name: part.sign.name }];
  const signed = session.phase === 'READ_BACK' && isSignedBy(signatures.map(({ role }) => role));
  return { ...session, signatures, ...(signed ? { phase: 'SIGNED' as const, signedAt: takenAt } : {}) };
}

function timed(
  session: Session,
  id: string,
  change: (item: Session['agenda'][number]) => Session['agenda'][number],
) {
  return { ...session, agenda: session.agenda.map((item) => (item.id === id ? change(item) : item)) };
}

function changed(session: Session, id: string, change: (outcome: Outcome) => Outcome): Session {
  return {
    ...session,
    outcomes: session.outcomes.map((outcome) => (outcome.id === id ? change(outcome) : outcome)),
  };
}

function withOutcome(
  session: Session,
  id: string,
  takenAt: string,
  said: OutcomePart,
  names: ReadonlyMap<string, Named>,
): Session {
  // The answer was lost, and the server has it already.
  if (session.outcomes.some((outcome) => outcome.id === id)) return session;
  const { kind, text, item: itemId, ownerRole, dueOn, workingDays } = said;
  const outcome: Outcome = {
    ...{ id, kind, text, itemId, takenAt },
    unit: named(said.unit, names),
    answersId: said.answers,
    ...{ revision: 1, disputed: false, alternatives: [], withdrawn: false },
    amended: session.phase === 'SIGNED',
    promise:
      kind === 'COMMITMENT'
        ? { ownerUnit: named(said.ownerUnit, names), ownerRole, dueOn, workingDays }
        : null,
  };
  return { ...session, outcomes: [...session.outcomes, outcome] };
}

function revised(outcome: Outcome, change: RevisePart, names: ReadonlyMap<string, Named>): Outcome {
  const { basedOn, text, unit, ownerUnit, ownerRole, dueOn, workingDays } = change;
  // As on the server: texts are disputed, a day or an owner alone holds over whichever text there is.
  if (basedOn < outcome.revision && text !== null) {
    return { ...outcome, disputed: true, alternatives: [...outcome.alternatives, { text }] };
  }
  const { promise } = outcome;
  const isDueNew = dueOn !== null || workingDays !== null;
  return {
    ...outcome,
    text: text ?? outcome.text,
    unit: unit === null ? outcome.unit : named(unit, names),
    revision: outcome.revision + 1,
    ...(text === null ? {} : { disputed: false, alternatives: [] }),
    promise: promise && {
      ownerUnit: ownerUnit === null ? promise.ownerUnit : named(ownerUnit, names),
      ownerRole: ownerRole ?? promise.ownerRole,
      ...(isDueNew ? { dueOn, workingDays } : { dueOn: promise.dueOn, workingDays: promise.workingDays }),
    },
  };
}

function named(id: string | null, names: ReadonlyMap<string, Named>): Named | null {
  return id === null ? null : (names.get(id) ?? { id, name: '…' });
}
