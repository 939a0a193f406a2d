import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

const SHORTEST_ANSWER = 10;

/** Why nothing is done about a complaint that is not there. */
export const COMPLAINT_UNKNOWN = {
  when: 'The region has no complaint of this id.',
  field: 'id',
  mender: 'SENDER',
  message: {
    id: 'Aduan ini tidak ada di sini. Muat ulang daftarnya, lalu pilih lagi.',
    en: 'There is no such complaint here. Load the list again, then choose once more.',
  },
} as const satisfies RefusalRow;

/** Why an answer to a complaint is not taken, in the order in which it is looked at. */
export const COMPLAINT_ANSWER_REFUSALS = {
  COMPLAINT_UNKNOWN,
  COMPLAINT_ANSWERED: {
    when: 'Somebody has answered the complaint.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Aduan ini sudah dijawab. Muat ulang daftarnya untuk melihat jawabannya.',
      en: 'This complaint has been answered. Load the list again to see the answer.',
    },
  },
  COMPLAINT_ANSWER_MISSING: {
    when: `The answer has fewer than ${SHORTEST_ANSWER} characters.`,
    field: 'answer',
    mender: 'SENDER',
    message: {
      id: `Tulis jawabannya dengan paling sedikit ${SHORTEST_ANSWER} karakter: apa yang dilakukan, atau mengapa tidak.`,
      en: `Write the answer in at least ${SHORTEST_ANSWER} characters: what was done, or why nothing was.`,
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type ComplaintAnswerRefusalCode = keyof typeof COMPLAINT_ANSWER_REFUSALS;

/** Tidies an answer, or says why it is not taken. A late one is: the delay of the office must not cost the citizen. */
export function acceptComplaintAnswer(
  answer: string,
  complaint: { readonly answered: boolean } | null,
): Outcome<string, ComplaintAnswerRefusalCode> {
  const told = COMPLAINT_ANSWER_REFUSALS;
  if (complaint === null) return refused('COMPLAINT_UNKNOWN', told.COMPLAINT_UNKNOWN);
  if (complaint.answered) return refused('COMPLAINT_ANSWERED', told.COMPLAINT_ANSWERED);
  const read = readNote(answer, 'note');
  if (!read.ok) return refused(read.refusal.code, { ...read.refusal, field: 'answer' });
  if (read.value === null || [...read.value].length < SHORTEST_ANSWER) {
    return refused('COMPLAINT_ANSWER_MISSING', told.COMPLAINT_ANSWER_MISSING);
  }
  return ok(read.value);
}
