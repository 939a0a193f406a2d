import {
  acceptContactOpening,
  type ContactOpeningRefusalCode,
} from '../../domain/feedback/accept-contact-opening.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { FeedbackContactPlace } from './feedback-contact-seal.js';
import type { HasFeedbackContacts } from './feedback-contact.store.js';
import type { HasFeedback } from './feedback.store.js';

/** A contact that somebody has to know. */
export interface OpenFeedbackContact {
  readonly feedbackId: string;
  /** What for. */
  readonly reason: string;
}

/**
 * Lets somebody know how to reach whoever left feedback: the entry that says so is written before the contact is read,
 * which happens once this was done. The contact is in nothing that this gives back.
 */
export async function openFeedbackContact(
  tx: HasFeedback & HasFeedbackContacts & HasTrail,
  { feedbackId, reason }: OpenFeedbackContact,
  { locator }: FeedbackContactPlace,
): Promise<Verdict<{ feedbackId: string }, ContactOpeningRefusalCode>> {
  const feedback = await tx.feedback.get(feedbackId);
  const kept = (await tx.feedbackContacts.sealedAt(locator)) !== null;
  const accepted = acceptContactOpening(
    reason,
    feedback && { left: (feedback.erasureHash ?? null) !== null, kept },
  );
  if (!accepted.ok) return accepted;
  tx.trail.tell({ feedbackId, reason: accepted.value });
  return did({ feedbackId }, []);
}
