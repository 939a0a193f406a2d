import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { ComplaintNaming } from './accept-complainant.js';
import { COMPLAINT_UNKNOWN } from './accept-complaint-answer.js';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Why nobody is told who complains, in the order in which it is looked at. */
export const OPENING_REFUSALS = {
  COMPLAINT_UNKNOWN,
  COMPLAINT_ANONYMOUS: {
    when: 'The complaint was filed without a name; there is none anywhere.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Aduan ini anonim: tidak ada nama yang disimpan. Jawabannya dibaca pelapor lewat kode pelacakan.',
      en: 'This complaint is anonymous: no name is kept. The citizen reads the answer by the tracking code.',
    },
  },
  OPENING_REASON_LENGTH: {
    when: `The reason has fewer than ${SHORTEST_REASON} or more than ${LONGEST_REASON} characters.`,
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: `Tulis alasannya dengan ${SHORTEST_REASON} sampai ${LONGEST_REASON} karakter: untuk apa ini perlu diketahui.`,
      en: `Write the reason in ${SHORTEST_REASON} to ${LONGEST_REASON} characters: what it has to be known for.`,
    },
  },
  COMPLAINANT_GONE: {
    when: 'The name was erased, or its time is over, or it was sealed under another secret of the server.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Nama pelapor sudah dihapus, atau masa simpannya sudah habis. Aduannya sendiri tetap ada.',
      en: 'The name has been erased, or its time is over. The complaint itself is still there.',
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type OpeningRefusalCode = keyof typeof OPENING_REFUSALS;

/** Tidies the reason for which a name is opened, or says why it is not. */
export function acceptOpening(
  reason: string,
  complaint: { readonly naming: ComplaintNaming; readonly kept: boolean } | null,
): Outcome<string, OpeningRefusalCode> {
  const told = OPENING_REFUSALS;
  if (complaint === null) return refused('COMPLAINT_UNKNOWN', told.COMPLAINT_UNKNOWN);
  if (complaint.naming === 'ANONYMOUS') return refused('COMPLAINT_ANONYMOUS', told.COMPLAINT_ANONYMOUS);
  const read = acceptOpeningReason(reason);
  if (!read.ok) return read;
  return complaint.kept ? read : refused('COMPLAINANT_GONE', told.COMPLAINANT_GONE);
}

/** Tidies what something that is sealed is opened for, or says why it is not enough. */
export function acceptOpeningReason(
  reason: string,
): Outcome<string, 'OPENING_REASON_LENGTH' | keyof typeof NOTE_REFUSALS> {
  const read = readNote(reason, 'reason');
  if (!read.ok) return read;
  const characters = [...(read.value ?? '')].length;
  if (read.value === null || characters < SHORTEST_REASON || characters > LONGEST_REASON) {
    return refused('OPENING_REASON_LENGTH', OPENING_REFUSALS.OPENING_REASON_LENGTH);
  }
  return ok(read.value);
}
