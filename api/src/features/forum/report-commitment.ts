import type { Fact } from '../../domain/facts.js';
import { localDate } from '../../domain/calendar.js';
import { acceptReport } from '../../domain/forum/accept-report.js';
import { isInTime, isSettled, keptBy } from '../../domain/forum/commitment-clock.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { SaidOf } from './entry-parts.js';
import { commitmentOnBoard } from './forum-state.js';
import type { ForumNeeds } from './forum-needs.js';
import type { ForumSessionRow } from './session.entity.js';
import type { EntryFrame, PartRefusalCode, PartTaken } from './part-taken.js';

/** Tells how far a promise has come: in the hall, of last time's, or from the office, of one's own. */
export async function reportCommitment(
  tx: ForumNeeds,
  session: ForumSessionRow,
  { id, takenAt }: EntryFrame,
  said: SaidOf<'REPORT'>,
): Promise<Outcome<PartTaken, PartRefusalCode>> {
  const found = await tx.commitments.hold(said.commitment);
  // A session asks for what its own forum was promised, and for nothing of others.
  const promise = found?.seriesId === session.seriesId ? found : null;
  const picture = said.photo === null ? null : await tx.forumPhotos.get(said.photo);
  const accepted = acceptReport(said, promise, picture);
  if (!accepted.ok) return accepted;
  const { state, note, photoId } = accepted.value;
  // What was promised after the session's day cannot have been done on it: the clock of the report goes on from there.
  const day = [localDate(takenAt), promise!.promisedOn].sort().at(-1)!;
  const settledOn = isSettled(state) ? day : null;
  // A tablet without a network brings what was settled in time after the clock has told that it was late: it was not.
  const escalated = isInTime({ dueOn: promise!.dueOn, settledOn }) ? 0 : promise!.escalated;
  const moved: CommitmentRow = { ...promise!, state, settledOn, escalated, movedAt: tx.now };
  await tx.commitments.put(moved);
  await tx.commitments.addStep({
    ...{
      id,
      commitmentId: moved.id,
      kind: 'REPORTED',
      state,
      note,
      photoId,
      dueOn: moved.dueOn,
      at: takenAt,
    },
  });
  // What was shown to everybody stays so, also where a later report names it without saying it again.
  if (photoId !== null && said.photoPublic) await tx.forumPhotos.publish(photoId, true);
  const commitment = commitmentOnBoard(moved, (await tx.units.get(moved.unitId))!.name);
  const follows: Fact[] = [
    {
      ...{ kind: 'CommitmentChanged', commitment, because: 'REPORTED', at: takenAt },
      kept: keptBy({ state, dueOn: moved.dueOn, settledOn }, promise!.escalated > 0),
    },
  ];
  return ok({
    ...{ session, outcome: null, commitment, follows },
    said: { commitment: moved.id, state, note, ...(photoId !== null && { photoId }) },
  });
}
