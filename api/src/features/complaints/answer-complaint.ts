import { localDate } from '../../domain/calendar.js';
import {
  acceptComplaintAnswer,
  type ComplaintAnswerRefusalCode,
} from '../../domain/complaint/accept-complaint-answer.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { ComplainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import type { HasComplaints } from './complaint.store.js';

/** What came of a complaint. */
export interface AnswerComplaint {
  readonly complaintId: string;
  /** What was done, or why nothing was, in words that the citizen reads. */
  readonly answer: string;
}

/** Answers a complaint for good, also after its time. From that day on the time of the name runs. */
export async function answerComplaint(
  tx: HasComplaints & HasComplainants & HasClock,
  actor: Actor,
  { complaintId, answer }: AnswerComplaint,
  placeOf: (complaintId: string) => ComplainantPlace,
): Promise<Verdict<{ complaintId: string }, ComplaintAnswerRefusalCode>> {
  const complaint = await tx.complaints.hold(complaintId);
  const accepted = acceptComplaintAnswer(
    answer,
    complaint && { answered: (complaint.answeredAt ?? null) !== null },
  );
  if (!accepted.ok) return accepted;
  await tx.complaints.answer(complaintId, { text: accepted.value, at: tx.now, by: actor.id });
  await tx.complainants.runFrom(placeOf(complaintId).locator, localDate(tx.now));
  return did({ complaintId }, [{ kind: 'ComplaintAnswered', complaintId, unitId: complaint!.unitId }]);
}
