import { randomUUID } from 'node:crypto';
import { localDate } from '../../domain/calendar.js';
import {
  acceptFeedback,
  type FeedbackInput,
  type FeedbackRefusalCode,
} from '../../domain/feedback/accept-feedback.js';
import type { FeedbackTaken } from '../../domain/feedback/feedback-standing.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { firstFree } from '../complaints/tracking-code.js';
import type { FeedbackContactPlace } from './feedback-contact-seal.js';
import type { HasFeedbackContacts } from './feedback-contact.store.js';
import type { HasFeedback } from './feedback.store.js';
import type { HasServiceCounters } from './service-counter.store.js';

/** Feedback as it comes in, with what was found out beside it. */
export interface LeaveFeedback extends FeedbackInput {
  /** Null: the counter's code is none of this region. */
  readonly counterId: string | null;
  /** Whether it is within what an hour brings. */
  readonly taken: FeedbackTaken;
}

/** What the server's secret has to do with it. */
export interface LeavingSecrets {
  /** Hashes of the codes that it may be given to erase the contact, the first one first. */
  readonly erasureHashes: readonly Buffer[];
  readonly placeOf: (feedbackId: string) => FeedbackContactPlace;
}

/** What a retry is answered with, too. */
export interface FeedbackTakenIn {
  readonly feedbackId: string;
  /** Which of the codes it was given, by its place among them; null where no contact was left. */
  readonly code: number | null;
}

type Needs = HasFeedback & HasFeedbackContacts & HasServiceCounters & HasClock;

/** Takes feedback. How to reach whoever left it goes elsewhere, sealed, and is in nothing that this gives back. */
export async function leaveFeedback(
  tx: Needs,
  input: LeaveFeedback,
  { erasureHashes, placeOf }: LeavingSecrets,
): Promise<Verdict<FeedbackTakenIn, FeedbackRefusalCode>> {
  const { counterId, taken } = input;
  const counter = counterId === null ? null : await tx.serviceCounters.get(counterId);
  const accepted = acceptFeedback(input, counter);
  if (!accepted.ok) return accepted;
  const { ratings, text, contact } = accepted.value;
  const { id: atCounter, unitId } = counter!;
  const feedbackId = randomUUID();
  const leftOn = localDate(tx.now);
  const code =
    contact === null
      ? null
      : await firstFree(
          erasureHashes,
          (hash) => tx.feedback.holdErasure(hash),
          async (hash) => (await tx.feedback.byErasure(hash)) !== null,
        );
  const erasureHash = code === null ? null : erasureHashes[code]!;
  await tx.feedback.add({
    ...{ id: feedbackId, counterId: atCounter, unitId, leftOn, ratings, text, taken, erasureHash },
  });
  if (contact !== null) {
    const place = placeOf(feedbackId);
    await tx.feedbackContacts.add(place.locator, place.seal({ contact }), leftOn);
  }
  return did({ feedbackId, code }, [
    { kind: 'FeedbackLeft', feedbackId, counterId: atCounter, unitId, taken },
  ]);
}
