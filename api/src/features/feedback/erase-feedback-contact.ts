import {
  acceptContactErasure,
  type ContactErasureRefusalCode,
} from '../../domain/feedback/accept-contact-opening.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { FeedbackContactPlace } from './feedback-contact-seal.js';
import type { HasFeedbackContacts } from './feedback-contact.store.js';
import type { HasFeedback } from './feedback.store.js';

/** Erases the contact of whoever has the code, for good. The feedback stays. */
export async function eraseFeedbackContact(
  tx: HasFeedback & HasFeedbackContacts & HasTrail,
  erasureHash: Buffer,
  placeOf: (feedbackId: string) => FeedbackContactPlace,
): Promise<Verdict<{ feedbackId: string }, ContactErasureRefusalCode>> {
  const feedback = await tx.feedback.byErasure(erasureHash);
  const locator = feedback && placeOf(feedback.id).locator;
  const kept = locator !== null && (await tx.feedbackContacts.sealedAt(locator)) !== null;
  const accepted = acceptContactErasure(feedback && { kept });
  if (!accepted.ok) return accepted;
  const feedbackId = feedback!.id;
  await tx.feedbackContacts.erase(locator!);
  tx.trail.tell({ feedbackId });
  return did({ feedbackId }, []);
}
