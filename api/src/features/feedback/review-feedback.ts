import { acceptReview, type ReviewRefusalCode } from '../../domain/feedback/accept-review.js';
import {
  standingOf,
  type FeedbackDecision,
  type LeaveOutReason,
} from '../../domain/feedback/feedback-standing.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasFeedback } from './feedback.store.js';

/** Whether feedback that waits is to count. */
export interface ReviewFeedback {
  readonly feedbackId: string;
  readonly decision: FeedbackDecision;
  /** Why it is left out; null where it counts. */
  readonly reason: LeaveOutReason | null;
}

/** Decides about feedback that came beyond what an hour brings, for good. */
export async function reviewFeedback(
  tx: HasFeedback & HasClock,
  actor: Actor,
  { feedbackId, decision, reason }: ReviewFeedback,
): Promise<Verdict<{ feedbackId: string }, ReviewRefusalCode>> {
  const feedback = await tx.feedback.hold(feedbackId);
  const accepted = acceptReview(
    decision,
    reason,
    feedback && { standing: standingOf(feedback.taken, feedback.decision ?? null) },
  );
  if (!accepted.ok) return accepted;
  await tx.feedback.decide(feedbackId, { decision, reason, at: tx.now, by: actor.id });
  return did({ feedbackId }, [{ kind: 'FeedbackReviewed', feedbackId, unitId: feedback!.unitId, decision }]);
}
