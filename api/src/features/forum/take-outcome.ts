import { acceptOutcome } from '../../domain/forum/accept-outcome.js';
import type { Fact } from '../../domain/facts.js';
import { ok, refused, type Outcome, type RefusalRow } from '../../domain/outcome.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { OutcomeSaid } from './entry-parts.js';
import { MOST_OUTCOMES } from './forum.store.js';
import { commitmentOnBoard, outcomeState } from './forum-state.js';
import type { ForumNeeds } from './log-entry.js';
import type { ForumOutcomeRow } from './outcome.entity.js';
import type { ForumSessionRow } from './session.entity.js';
import type { EntryFrame, PartRefusalCode, PartTaken } from './take-part.js';

/** Why one more is not taken. */
export const SESSION_REFUSALS = {
  SESSION_FULL: {
    when: `The session has ${MOST_OUTCOMES} outcomes.`,
    field: 'session',
    mender: 'SENDER',
    message: {
      id: `Pertemuan ini sudah punya ${MOST_OUTCOMES} hasil. Rencanakan pertemuan baru untuk yang berikutnya.`,
      en: `This session has ${MOST_OUTCOMES} outcomes. Plan another session for what follows.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

/** Takes what was said or agreed; a promise begins its own life with it. */
export async function takeOutcome(
  tx: ForumNeeds,
  session: ForumSessionRow,
  { id, seq, takenAt, amends }: EntryFrame,
  said: OutcomeSaid,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const { kind, item, unit, indicator, complaint, ownerUnit, trackingHash } = said;
  const known = async (named: string | null, look: (id: string) => Promise<object | null>) =>
    named === null ? null : (await look(named)) !== null;
  const owner = ownerUnit === null ? null : await tx.units.get(ownerUnit);
  const hash =
    trackingHash === null || trackingHash === 'UNREADABLE' ? null : Buffer.from(trackingHash, 'hex');
  const accepted = acceptOutcome(said, {
    heldOn: session.heldOn,
    isHoliday: await tx.workingCalendar.holidays(),
    item: item === null ? null : session.agenda.some((one) => one.id === item),
    links: [
      await known(unit, (one) => tx.units.get(one)),
      await known(indicator, (one) => tx.indicators.get(one)),
      await known(complaint, (one) => tx.complaints.get(one)),
    ],
    owner: ownerUnit === null ? null : owner !== null,
    code: hash === null ? (trackingHash as 'UNREADABLE' | null) : await isFree(tx, hash),
  });
  if (!accepted.ok) return accepted;
  if ((await tx.forum.countOutcomes(session.id)) >= MOST_OUTCOMES) {
    return refused('SESSION_FULL', SESSION_REFUSALS.SESSION_FULL);
  }
  const { text, promise } = accepted.value;
  const outcome: ForumOutcomeRow = {
    ...{ regionCode: session.regionCode, id, sessionId: session.id, kind, text, amends, takenAt, seq },
    ...{ itemId: item, unitId: unit, indicatorId: indicator, complaintId: complaint },
    ...{ revision: 1, alternatives: [], withdrawn: false },
  };
  await tx.forum.addOutcome(outcome, hash);
  const { part: _, ...kept } = said;
  const taken = { session, said: { ...kept, text }, outcome: outcomeState(outcome) };
  if (promise === null) return ok({ ...taken, commitment: null, follows: [] });
  const made: CommitmentRow = {
    ...{
      regionCode: session.regionCode,
      id,
      sessionId: session.id,
      seriesId: session.seriesId,
      unitId: owner!.id,
    },
    ...{
      text,
      ownerRole: promise.ownerRole,
      promisedOn: session.heldOn,
      dueOn: promise.dueOn,
      state: 'PROMISED',
    },
    ...{ settledOn: null, escalated: 0, withdrawn: false, movedAt: tx.now },
  };
  await tx.commitments.put(made);
  await tx.commitments.addStep({
    ...{ id, commitmentId: id, kind: 'MADE', state: 'PROMISED', note: null, photoId: null },
    ...{ dueOn: made.dueOn, at: takenAt },
  });
  const commitment = commitmentOnBoard(made, owner!.name);
  const follows: Fact[] = [
    { kind: 'CommitmentChanged', commitment, because: 'MADE', kept: null, at: tx.now },
  ];
  return ok({ ...taken, commitment, follows });
}

async function isFree(tx: ForumNeeds, hash: Buffer): Promise<'FREE' | 'TAKEN'> {
  return (await tx.forum.byTracking(hash)) === null ? 'FREE' : 'TAKEN';
}
