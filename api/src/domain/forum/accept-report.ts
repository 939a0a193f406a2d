import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { isSettled, type CommitmentState } from './commitment-clock.js';

/** How far a promise has come, as its unit tells it; `photo` is the id of a picture that shows it. */
export interface Report {
  readonly state: CommitmentState;
  readonly note: string;
  readonly photo: string | null;
}

/** What is known of the promise that is reported of. */
export interface Reported {
  readonly id: string;
  readonly state: CommitmentState;
  readonly withdrawn: boolean;
}

/** A report as it is kept. */
export interface ReportAccepted {
  readonly state: CommitmentState;
  readonly note: string | null;
  readonly photoId: string | null;
}

const LONGEST_REPORT = 500;
const SHORTEST_EXPLANATION = 10;

export const COMMITMENT_SETTLED = {
  when: 'The commitment was done or given up.',
  field: 'commitment',
  mender: 'SENDER',
  message: {
    id: 'Janji ini sudah selesai atau sudah dinyatakan tidak dapat dipenuhi. Buat janji baru bila masih ada yang harus dikerjakan.',
    en: 'This commitment is done, or was given up. Make a new one if there is still something to do.',
  },
} as const satisfies RefusalRow;

/** Why a report is not taken, in the order in which it is looked at. */
export const REPORT_REFUSALS = {
  COMMITMENT_UNKNOWN: {
    when: 'The region has no commitment of this id, or it was withdrawn.',
    field: 'commitment',
    mender: 'SENDER',
    message: {
      id: 'Janji ini tidak ada di wilayah ini. Muat ulang daftarnya, lalu pilih lagi.',
      en: 'The region has no such commitment. Load the list again, then choose once more.',
    },
  },
  COMMITMENT_SETTLED,
  REPORT_STATE: {
    when: 'A report says PROMISED, from which every commitment starts.',
    field: 'state',
    mender: 'SENDER',
    message: {
      id: 'Pilih: sudah dimulai, sudah selesai, atau tidak dapat dipenuhi.',
      en: 'Choose: started, done, or cannot be done.',
    },
  },
  REPORT_NOTE_MISSING: {
    when: `It cannot be done, and no reason of ${SHORTEST_EXPLANATION} to ${LONGEST_REPORT} characters is given.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Jelaskan kepada warga mengapa tidak dapat dipenuhi, dengan ${SHORTEST_EXPLANATION} sampai ${LONGEST_REPORT} karakter.`,
      en: `Tell the citizens why it cannot be done, in ${SHORTEST_EXPLANATION} to ${LONGEST_REPORT} characters.`,
    },
  },
  REPORT_NOTE_LENGTH: {
    when: `The note has more than ${LONGEST_REPORT} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Terlalu panjang: paling banyak ${LONGEST_REPORT} karakter.`,
      en: `Too long: at most ${LONGEST_REPORT} characters.`,
    },
  },
  ...NOTE_REFUSALS,
  REPORT_PHOTO_UNKNOWN: {
    when: 'The picture has not come in, or was taken of something else than this commitment.',
    field: 'photo',
    mender: 'SENDER',
    message: {
      id: 'Foto ini tidak ada pada janji ini. Kirim fotonya lagi, lalu laporkan lagi.',
      en: 'This commitment has no such picture. Send the picture again, then report again.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ReportRefusalCode = keyof typeof REPORT_REFUSALS;

/**
 * Tidies what is reported of a commitment, or says why it is not taken; late reports are. `picture` is the one that the
 * report names, with the commitment for which it came in.
 */
export function acceptReport(
  report: Report,
  commitment: Reported | null,
  picture: { readonly commitmentId?: string | null | undefined } | null,
): Outcome<ReportAccepted, ReportRefusalCode> {
  const told = REPORT_REFUSALS;
  if (commitment === null || commitment.withdrawn) {
    return refused('COMMITMENT_UNKNOWN', told.COMMITMENT_UNKNOWN);
  }
  if (isSettled(commitment.state)) return refused('COMMITMENT_SETTLED', told.COMMITMENT_SETTLED);
  if (report.state === 'PROMISED') return refused('REPORT_STATE', told.REPORT_STATE);
  const read = readNote(report.note, 'note');
  if (!read.ok) return refused(read.refusal.code, read.refusal);
  const length = [...(read.value ?? '')].length;
  if (length > LONGEST_REPORT) return refused('REPORT_NOTE_LENGTH', told.REPORT_NOTE_LENGTH);
  if (report.state === 'CANNOT' && length < SHORTEST_EXPLANATION) {
    return refused('REPORT_NOTE_MISSING', told.REPORT_NOTE_MISSING);
  }
  if (report.photo !== null && picture?.commitmentId !== commitment.id) {
    return refused('REPORT_PHOTO_UNKNOWN', told.REPORT_PHOTO_UNKNOWN);
  }
  return ok({ state: report.state, note: read.value, photoId: report.photo });
}
