import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { FeedbackDecision, FeedbackStanding, LeaveOutReason } from './feedback-standing.js';

/** Why nothing is done about feedback that is not there. */
export const FEEDBACK_UNKNOWN = {
  when: 'The region has no feedback of this id.',
  field: 'id',
  mender: 'SENDER',
  message: {
    id: 'Penilaian ini tidak ada di sini. Muat ulang daftarnya, lalu pilih lagi.',
    en: 'There is no such feedback here. Load the list again, then choose once more.',
  },
} as const satisfies RefusalRow;

/** Why a decision about feedback is not taken, in the order in which it is looked at. */
export const REVIEW_REFUSALS = {
  FEEDBACK_UNKNOWN,
  FEEDBACK_NOT_WAITING: {
    when: 'The feedback counted from the beginning, or somebody has decided: nobody takes out what they do not like.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Penilaian ini tidak menunggu keputusan: yang sudah dihitung atau diputuskan tetap begitu.',
      en: 'This feedback waits for no decision: what counts, or was decided, stays as it is.',
    },
  },
  REVIEW_REASON_MISSING: {
    when: 'It is to be left out, and no reason was chosen.',
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: 'Pilih alasannya: mengapa penilaian ini tidak dihitung.',
      en: 'Choose the reason: why this feedback is not to count.',
    },
  },
  REVIEW_REASON_UNWANTED: {
    when: 'It is to be counted, and a reason for leaving it out came along.',
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: 'Penilaian yang dihitung tidak memerlukan alasan. Kosongkan alasannya, atau keluarkan penilaiannya.',
      en: 'What counts needs no reason. Leave the reason out, or leave the feedback out.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ReviewRefusalCode = keyof typeof REVIEW_REFUSALS;

/** Whether somebody may decide so about feedback. Only what waits is decided on, and once. */
export function acceptReview(
  decision: FeedbackDecision,
  reason: LeaveOutReason | null,
  feedback: { readonly standing: FeedbackStanding } | null,
): Outcome<null, ReviewRefusalCode> {
  const refuse = (code: ReviewRefusalCode) => refused(code, REVIEW_REFUSALS[code]);
  if (feedback === null) return refuse('FEEDBACK_UNKNOWN');
  if (feedback.standing !== 'WAITING') return refuse('FEEDBACK_NOT_WAITING');
  if (decision === 'LEAVE_OUT' && reason === null) return refuse('REVIEW_REASON_MISSING');
  if (decision === 'COUNT' && reason !== null) return refuse('REVIEW_REASON_UNWANTED');
  return ok(null);
}
