import type { KeyObject } from 'node:crypto';
import { sealedPlace, type SealedPlace } from '../../platform/auth/sealed-place.js';
import type { KeyPurpose } from '../../platform/auth/secret.js';

/** How whoever left feedback is reached. */
export interface FeedbackContact {
  /** A telephone number, an e-mail address. */
  readonly contact: string;
}

/** The place and the seal of one contact. */
export type FeedbackContactPlace = SealedPlace<FeedbackContact>;

/** What derives keys from the server's secret. */
interface HasKeys {
  key(purpose: KeyPurpose): KeyObject;
}

/** Where the contact that came with this feedback stands, or would. */
export function feedbackContactPlace(
  server: HasKeys,
  regionCode: string,
  feedbackId: string,
): FeedbackContactPlace {
  const keys = { place: server.key('feedback-contact-place'), seal: server.key('feedback-contact') };
  return sealedPlace(keys, regionCode, feedbackId);
}
