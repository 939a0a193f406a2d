import { acceptOpeningReason, OPENING_REFUSALS } from '../complaint/accept-opening.js';
import { ERASURE_REFUSALS } from '../complaint/accept-erasure.js';
import { NOTE_REFUSALS } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { FEEDBACK_UNKNOWN } from './accept-review.js';

/** What is known of the contact that may have come with feedback. */
export interface ContactStanding {
  /** Whether one was left at all. */
  readonly left: boolean;
  /** Whether it is still there. */
  readonly kept: boolean;
}

const FEEDBACK_WITHOUT_CONTACT = {
  when: 'No contact was left with the feedback; there is none anywhere.',
  field: 'id',
  mender: 'SENDER',
  message: {
    id: 'Penilaian ini anonim: tidak ada kontak yang ditinggalkan.',
    en: 'This feedback is anonymous: no contact was left with it.',
  },
} as const satisfies RefusalRow;

const FEEDBACK_CONTACT_GONE = {
  when: 'The contact was erased, or its time is over, or it was sealed under another secret of the server.',
  field: 'id',
  mender: 'SENDER',
  message: {
    id: 'Kontaknya sudah dihapus, atau masa simpannya sudah habis. Penilaiannya sendiri tetap ada.',
    en: 'The contact has been erased, or its time is over. The feedback itself is still there.',
  },
} as const satisfies RefusalRow;

/** Why nobody is told how to reach whoever left feedback, in the order in which it is looked at. */
export const CONTACT_OPENING_REFUSALS = {
  FEEDBACK_UNKNOWN,
  FEEDBACK_WITHOUT_CONTACT,
  OPENING_REASON_LENGTH: OPENING_REFUSALS.OPENING_REASON_LENGTH,
  FEEDBACK_CONTACT_GONE,
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

/** Why a contact is not erased by whoever has the code, in the order in which it is looked at. */
export const CONTACT_ERASURE_REFUSALS = {
  TRACKING_CODE_TOO_OFTEN: ERASURE_REFUSALS.TRACKING_CODE_TOO_OFTEN,
  FEEDBACK_CODE_UNKNOWN: {
    when: 'No feedback of this region has this code.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada penilaian dengan kode ini. Periksa hurufnya, lalu coba lagi.',
      en: 'There is no feedback of this code. Check the letters, then try again.',
    },
  },
  FEEDBACK_CONTACT_GONE,
} as const satisfies Record<string, RefusalRow>;

export type ContactOpeningRefusalCode = keyof typeof CONTACT_OPENING_REFUSALS;
export type ContactErasureRefusalCode = keyof typeof CONTACT_ERASURE_REFUSALS;

/** Tidies the reason for which a contact is opened, or says why it is not. */
export function acceptContactOpening(
  reason: string,
  contact: ContactStanding | null,
): Outcome<string, ContactOpeningRefusalCode> {
  const refuse = (code: 'FEEDBACK_UNKNOWN' | 'FEEDBACK_WITHOUT_CONTACT' | 'FEEDBACK_CONTACT_GONE') =>
    refused(code, CONTACT_OPENING_REFUSALS[code]);
  if (contact === null) return refuse('FEEDBACK_UNKNOWN');
  if (!contact.left) return refuse('FEEDBACK_WITHOUT_CONTACT');
  const read = acceptOpeningReason(reason);
  if (!read.ok) return read;
  return contact.kept ? read : refuse('FEEDBACK_CONTACT_GONE');
}

/** Whether there is a contact to be erased, or why not; only who left one has a code. */
export function acceptContactErasure(
  contact: { readonly kept: boolean } | null,
): Outcome<null, ContactErasureRefusalCode> {
  const refuse = (code: 'FEEDBACK_CODE_UNKNOWN' | 'FEEDBACK_CONTACT_GONE') =>
    refused(code, CONTACT_ERASURE_REFUSALS[code]);
  if (contact === null) return refuse('FEEDBACK_CODE_UNKNOWN');
  return contact.kept ? ok(null) : refuse('FEEDBACK_CONTACT_GONE');
}
