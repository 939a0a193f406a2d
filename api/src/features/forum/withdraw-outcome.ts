import { acceptRevision } from '../../domain/forum/accept-revision.js';
import { readNote } from '../../domain/observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../../domain/outcome.js';
import type { SaidOf } from './entry-parts.js';
import { commitmentOnBoard, outcomeState } from './forum-state.js';
import type { ForumNeeds } from './forum-needs.js';
import type { ForumSessionRow } from './session.entity.js';
import type { EntryFrame, PartRefusalCode, PartTaken } from './part-taken.js';

const REASON = { shortest: 3, longest: 500 };

/** Why nothing is withdrawn. */
export const WITHDRAWAL_REFUSALS = {
  WITHDRAWAL_REASON: {
    when: `The reason has fewer than ${REASON.shortest} or more than ${REASON.longest} characters, or cannot be read.`,
    field: 'why',
    mender: 'SENDER',
    message: {
      id: `Tulis mengapa dicabut, ${REASON.shortest} sampai ${REASON.longest} karakter, misalnya «dobel».`,
      en: `Write why it is withdrawn, ${REASON.shortest} to ${REASON.longest} characters, such as “double”.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

/** Takes an outcome out of the minutes; that it was there, and why it is not, stays. */
export async function withdrawOutcome(
  tx: ForumNeeds,
  session: ForumSessionRow,
  { id, takenAt }: EntryFrame,
  said: SaidOf<'WITHDRAW'>,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const found = await tx.forum.outcome(said.outcome);
  const outcome = found?.sessionId === session.id ? found : null;
  const promise = outcome?.kind === 'COMMITMENT' ? await tx.commitments.hold(outcome.id) : null;
  const accepted = acceptRevision(
    outcome && { withdrawn: outcome.withdrawn, revision: outcome.revision, state: promise?.state ?? null },
    null,
  );
  if (!accepted.ok) return accepted;
  const why = readNote(said.why, 'reason');
  const length = why.ok ? [...(why.value ?? '')].length : 0;
  if (!why.ok || length < REASON.shortest || length > REASON.longest) {
    return refused('WITHDRAWAL_REASON', WITHDRAWAL_REFUSALS.WITHDRAWAL_REASON);
  }
  const withdrawn = { ...outcome!, withdrawn: true };
  await tx.forum.saveOutcome(withdrawn);
  const taken = {
    session,
    said: { outcome: outcome!.id, why: why.value },
    outcome: outcomeState(withdrawn),
  };
  if (promise === null) return ok({ ...taken, commitment: null, follows: [] });
  const gone = { ...promise, withdrawn: true, movedAt: tx.now };
  await tx.commitments.put(gone);
  await tx.commitments.addStep({
    ...{ id, commitmentId: gone.id, kind: 'WITHDRAWN', state: gone.state, note: why.value, photoId: null },
    ...{ dueOn: gone.dueOn, at: takenAt },
  });
  const commitment = commitmentOnBoard(gone, (await tx.units.get(gone.unitId))!.name);
  return ok({
    ...taken,
    commitment,
    follows: [
      {
        ...{ kind: 'CommitmentChanged', commitment, because: 'WITHDRAWN', at: tx.now },
        // What is no promise was not broken either.
        kept: promise.escalated > 0 ? 'TAKEN_BACK' : null,
      },
    ],
  });
}
