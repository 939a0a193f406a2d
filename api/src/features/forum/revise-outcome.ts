import { acceptDue } from '../../domain/forum/accept-due.js';
import { OUTCOME_REFUSALS, readOutcome } from '../../domain/forum/accept-outcome.js';
import { acceptRevision } from '../../domain/forum/accept-revision.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { RevisionSaid } from './entry-parts.js';
import { commitmentOnBoard, outcomeState } from './forum-state.js';
import type { ForumNeeds } from './forum-needs.js';
import type { ForumOutcomeRow } from './outcome.entity.js';
import type { ForumSessionRow } from './session.entity.js';
import type { EntryFrame, PartRefusalCode, PartTaken } from './part-taken.js';

/**
 * Changes what was written down. Where somebody else has changed it in the meantime both texts stay, until a person
 * chooses: nothing is overwritten.
 */
export async function reviseOutcome(
  tx: ForumNeeds,
  session: ForumSessionRow,
  { id, takenAt }: EntryFrame,
  said: RevisionSaid,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const found = await tx.forum.outcome(said.outcome);
  const outcome = found?.sessionId === session.id ? found : null;
  const promise = outcome?.kind === 'COMMITMENT' ? await tx.commitments.hold(outcome.id) : null;
  const revision = acceptRevision(
    outcome && { withdrawn: outcome.withdrawn, revision: outcome.revision, state: promise?.state ?? null },
    said.basedOn,
  );
  if (!revision.ok) return revision;
  const text = said.text === null ? ok(outcome!.text) : readOutcome(said.text);
  if (!text.ok) return text;
  if (said.unit !== null && (await tx.units.get(said.unit)) === null) {
    return refused('OUTCOME_LINK_UNKNOWN', OUTCOME_REFUSALS.OUTCOME_LINK_UNKNOWN);
  }
  const promised = promise === null ? ok(null) : await revisePromise(tx, session, promise, said);
  if (!promised.ok) return promised;
  const { part: _, ...kept } = said;
  // A change of the day or the owner alone takes no text's place: it holds over whichever text there is by now.
  const isText = said.text !== null;
  if (revision.value === 'BESIDE' && isText) {
    const beside = { id, text: text.value, takenAt: takenAt.toISOString() };
    const alternatives = [...outcome!.alternatives, beside];
    const disputed: ForumOutcomeRow = { ...outcome!, alternatives };
    await tx.forum.saveOutcome(disputed);
    return ok({ session, said: kept, outcome: outcomeState(disputed), commitment: null, follows: [] });
  }
  const revised: ForumOutcomeRow = {
    ...outcome!,
    ...{
      text: text.value,
      unitId: said.unit ?? outcome!.unitId,
      revision: outcome!.revision + 1,
      alternatives: isText ? [] : outcome!.alternatives,
    },
  };
  await tx.forum.saveOutcome(revised);
  const taken = { session, said: kept, outcome: outcomeState(revised) };
  if (promised.value === null) return ok({ ...taken, commitment: null, follows: [] });
  const changed: CommitmentRow = { ...promised.value, text: text.value, movedAt: tx.now };
  await tx.commitments.put(changed);
  await tx.commitments.addStep({
    ...{ id, commitmentId: changed.id, kind: 'CHANGED', state: changed.state, note: null, photoId: null },
    ...{ dueOn: changed.dueOn, at: takenAt },
  });
  const commitment = commitmentOnBoard(changed, (await tx.units.get(changed.unitId))!.name);
  return ok({
    ...taken,
    commitment,
    follows: [{ kind: 'CommitmentChanged', commitment, because: 'CHANGED', kept: null, at: tx.now }],
  });
}

async function revisePromise(
  tx: ForumNeeds,
  session: ForumSessionRow,
  promise: CommitmentRow,
  { ownerUnit, ownerRole, dueOn, workingDays }: RevisionSaid,
): Promise<Outcome<CommitmentRow, PartRefusalCode>> {
  if (ownerUnit !== null && (await tx.units.get(ownerUnit)) === null) {
    return refused('COMMITMENT_OWNER_MISSING', OUTCOME_REFUSALS.COMMITMENT_OWNER_MISSING);
  }
  const isSame = dueOn === null && workingDays === null;
  const due = isSame
    ? ok(promise.dueOn)
    : acceptDue({ dueOn, workingDays }, session.heldOn, await tx.workingCalendar.holidays());
  if (!due.ok) return due;
  return ok({
    ...promise,
    unitId: ownerUnit ?? promise.unitId,
    ownerRole: ownerRole ?? promise.ownerRole,
    dueOn: due.value,
  });
}
