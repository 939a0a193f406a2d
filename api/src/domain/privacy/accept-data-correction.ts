import { readNote, NOTE_REFUSALS } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** What of somebody's data is wrong. */
export const DATA_PARTS = [
  'NAME',
  'NIP',
  'STATUS',
  'POSITION',
  'SERVICE',
  'REPORTING_LINE',
  'ACCOUNT',
  'OTHER',
] as const;
export type DataPart = (typeof DATA_PARTS)[number];

export type DataCorrectionDecision = 'CORRECTED' | 'REJECTED';

const SHORTEST_TEXT = 20;
export const LONGEST_WANTED = 500;
const SHORTEST_NOTE = 10;
/** Requests of one person that nobody has answered: more of them would only hide the others. */
const MOST_OPEN = 10;
/** UU 27/2022 Art. 30: corrected at the latest 3 x 24 hours after the request. */
const HOURS_TO_ANSWER = 72;
const HOUR_MS = 3_600_000;

/** When a request has to be answered: 3 x 24 hours by the clock, whatever day it is. */
export function dataCorrectionDue(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + HOURS_TO_ANSWER * HOUR_MS);
}

/** Why a request to correct somebody's data is not taken, in the order in which it is looked at. */
export const DATA_CORRECTION_REFUSALS = {
  DATA_CORRECTION_NO_RECORD: {
    when: 'The account belongs to no employee of the region.',
    field: null,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Akun ini tidak terhubung dengan data pegawai. Minta BKPSDM menghubungkannya, lalu kirim lagi.',
      en: 'This account belongs to no employee record. Ask regional HR to link it, then send it again.',
    },
  },
  DATA_CORRECTION_TEXT_MISSING: {
    when: `The text has fewer than ${SHORTEST_TEXT} characters.`,
    field: 'text',
    mender: 'SENDER',
    message: {
      id: `Jelaskan apa yang keliru dengan paling sedikit ${SHORTEST_TEXT} karakter, supaya dapat langsung diperiksa.`,
      en: `Say what is wrong in at least ${SHORTEST_TEXT} characters, so that it can be looked into at once.`,
    },
  },
  DATA_CORRECTION_WANTED_TOO_LONG: {
    when: `What should stand there has more than ${LONGEST_WANTED} characters.`,
    field: 'wanted',
    mender: 'SENDER',
    message: {
      id: `Isi yang benar paling banyak ${LONGEST_WANTED} karakter. Ringkas; rinciannya dapat ditulis pada penjelasan.`,
      en: `What should stand there has at most ${LONGEST_WANTED} characters. Shorten it; details go into the text.`,
    },
  },
  DATA_CORRECTION_TOO_MANY: {
    when: `The person has ${MOST_OPEN} requests that nobody has answered.`,
    field: null,
    mender: 'REGIONAL_HR',
    message: {
      id: `Anda punya ${MOST_OPEN} permintaan yang belum dijawab. Tunggu jawabannya, atau hubungi administrator.`,
      en: `You have ${MOST_OPEN} requests that are not answered. Wait for the answers, or turn to an administrator.`,
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type DataCorrectionRefusalCode = keyof typeof DATA_CORRECTION_REFUSALS;

export interface DataCorrectionInput {
  readonly about: DataPart;
  readonly text: string;
  /** What should stand there; null: the text says it. */
  readonly wanted: string | null;
}

/** Tidies a request, or says why it is not taken. */
export function acceptDataCorrection(
  input: DataCorrectionInput,
  context: { readonly hasRecord: boolean; readonly open: number },
): Outcome<{ readonly text: string; readonly wanted: string | null }, DataCorrectionRefusalCode> {
  const refuse = (
    code:
      | 'DATA_CORRECTION_NO_RECORD'
      | 'DATA_CORRECTION_TEXT_MISSING'
      | 'DATA_CORRECTION_WANTED_TOO_LONG'
      | 'DATA_CORRECTION_TOO_MANY',
  ) => refused(code, DATA_CORRECTION_REFUSALS[code]);
  if (!context.hasRecord) return refuse('DATA_CORRECTION_NO_RECORD');
  const text = readNote(input.text, 'note');
  if (!text.ok) return refused(text.refusal.code, { ...text.refusal, field: 'text' });
  if (text.value === null || [...text.value].length < SHORTEST_TEXT)
    return refuse('DATA_CORRECTION_TEXT_MISSING');
  const wanted = readNote(input.wanted, 'note');
  if (!wanted.ok) return refused(wanted.refusal.code, { ...wanted.refusal, field: 'wanted' });
  if (wanted.value !== null && [...wanted.value].length > LONGEST_WANTED) {
    return refuse('DATA_CORRECTION_WANTED_TOO_LONG');
  }
  if (context.open >= MOST_OPEN) return refuse('DATA_CORRECTION_TOO_MANY');
  return ok({ text: text.value, wanted: wanted.value });
}

/** Why an answer to such a request is not taken, in the order in which it is looked at. */
export const DATA_ANSWER_REFUSALS = {
  DATA_CORRECTION_UNKNOWN: {
    when: 'The region has no request of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Permintaan ini tidak ada di sini. Muat ulang daftarnya, lalu pilih lagi.',
      en: 'There is no such request here. Load the list again, then choose once more.',
    },
  },
  DATA_CORRECTION_ANSWERED: {
    when: 'Somebody has answered the request.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Permintaan ini sudah dijawab. Muat ulang daftarnya untuk melihat jawabannya.',
      en: 'This request has been answered. Load the list again to see the answer.',
    },
  },
  DATA_ANSWER_OWN: {
    when: 'Whoever answers is the person who asked.',
    field: 'id',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Permintaan sendiri tidak dijawab sendiri. Minta administrator lain menjawabnya, atau hubungi BKPSDM.',
      en: 'Nobody answers a request of their own. Ask another administrator to answer it, or turn to regional HR.',
    },
  },
  DATA_ANSWER_NOTE_MISSING: {
    when: `The note has fewer than ${SHORTEST_NOTE} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: {
      id: `Tulis hasilnya dengan paling sedikit ${SHORTEST_NOTE} karakter: apa yang diubah, atau mengapa tidak.`,
      en: `Write what came of it in at least ${SHORTEST_NOTE} characters: what was changed, or why nothing was.`,
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type DataAnswerRefusalCode = keyof typeof DATA_ANSWER_REFUSALS;

/** Tidies the note of an answer, or says why the answer is not taken. */
export function acceptDataAnswer(
  note: string,
  request: { readonly employeeId: string; readonly answered: boolean } | null,
  answererId: string | null,
): Outcome<string, DataAnswerRefusalCode> {
  const told = DATA_ANSWER_REFUSALS;
  if (request === null) return refused('DATA_CORRECTION_UNKNOWN', told.DATA_CORRECTION_UNKNOWN);
  if (request.answered) return refused('DATA_CORRECTION_ANSWERED', told.DATA_CORRECTION_ANSWERED);
  if (request.employeeId === answererId) return refused('DATA_ANSWER_OWN', told.DATA_ANSWER_OWN);
  const read = readNote(note, 'note');
  if (!read.ok) return read;
  if (read.value === null || [...read.value].length < SHORTEST_NOTE) {
    return refused('DATA_ANSWER_NOTE_MISSING', told.DATA_ANSWER_NOTE_MISSING);
  }
  return ok(read.value);
}
