import { readNote, NOTE_REFUSALS } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { BEST_ANSWER, type SurveyElement } from '../survey/satisfaction-index.js';

/** What somebody thinks of one element of the service, 1 (not good) to 4 (very good). */
export interface ElementRating {
  readonly element: SurveyElement;
  readonly rating: number;
}

const LONGEST_TEXT = 1000;
const SHORTEST_CONTACT = 5;
const LONGEST_CONTACT = 120;

/** Why feedback is not taken, in the order in which it is looked at. */
export const FEEDBACK_REFUSALS = {
  FEEDBACK_TOO_MANY: {
    when: 'So much feedback came from this network within the hour that no office can have had so many visitors.',
    field: null,
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak penilaian dari jaringan ini. Coba lagi dalam ${Math.ceil(seconds / 60)} menit, atau pakai data seluler.`,
      en: `Too much feedback came from this network. Try again in ${Math.ceil(seconds / 60)} min, or use mobile data.`,
    }),
  },
  FEEDBACK_COUNTER_UNKNOWN: {
    when: 'No counter of the region has this code; it may have been renewed since the sheet was printed.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Kode loket ini tidak berlaku lagi. Pindai kode QR yang terpasang di loket sekarang.',
      en: 'This code of a counter is no longer in use. Scan the QR code that hangs at the counter now.',
    },
  },
  FEEDBACK_COUNTER_CLOSED: {
    when: 'The counter is closed and takes no feedback.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Loket ini sedang tidak menerima penilaian. Sampaikan lewat halaman aduan, atau tanyakan petugas.',
      en: 'This counter takes no feedback at present. Use the page of complaints, or ask the staff.',
    },
  },
  FEEDBACK_RATING_MISSING: {
    when: 'Not one element was rated.',
    field: 'ratings',
    mender: 'SENDER',
    message: {
      id: 'Belum ada yang dinilai. Pilih paling sedikit satu jawaban.',
      en: 'Nothing has been rated yet. Choose one answer at least.',
    },
  },
  FEEDBACK_RATING_TWICE: {
    when: 'An element was rated more than once, so that nobody can tell which rating holds.',
    field: 'ratings',
    mender: 'SENDER',
    message: {
      id: 'Satu unsur dinilai lebih dari sekali. Kirim satu nilai untuk setiap unsur.',
      en: 'One element was rated more than once. Send one rating for each element.',
    },
  },
  FEEDBACK_RATING_OUT_OF_RANGE: {
    when: `A rating is no whole number from 1 to ${BEST_ANSWER}.`,
    field: 'ratings',
    mender: 'SENDER',
    message: {
      id: `Nilai setiap unsur adalah 1, 2, 3, atau ${BEST_ANSWER}. Perbaiki, lalu kirim lagi.`,
      en: `Each element is rated 1, 2, 3 or ${BEST_ANSWER}. Correct it and send it again.`,
    },
  },
  FEEDBACK_TEXT_LENGTH: {
    when: `The text has more than ${LONGEST_TEXT} characters.`,
    field: 'text',
    mender: 'SENDER',
    message: {
      id: 'Saran paling banyak 1.000 karakter. Ringkas, lalu kirim lagi.',
      en: 'What you write has at most 1,000 characters. Shorten it and send it again.',
    },
  },
  FEEDBACK_CONTACT_LENGTH: {
    when: `The contact has fewer than ${SHORTEST_CONTACT} or more than ${LONGEST_CONTACT} characters.`,
    field: 'contact',
    mender: 'SENDER',
    message: {
      id: `Kontak terdiri atas ${SHORTEST_CONTACT} sampai ${LONGEST_CONTACT} karakter: nomor telepon atau surel. Boleh dikosongkan.`,
      en: `A contact has ${SHORTEST_CONTACT} to ${LONGEST_CONTACT} characters: a telephone number or an e-mail. It may be left out.`,
    },
  },
  FEEDBACK_CONTACT_UNREADABLE: {
    when: 'The contact holds characters that cannot be read or that turn the text around, as in NOTE_UNREADABLE.',
    field: 'contact',
    mender: 'SENDER',
    message: {
      id: 'Kontak memuat karakter yang tidak terbaca. Ketik ulang sebagai teks biasa.',
      en: 'The contact holds characters that cannot be read. Type it again as plain text.',
    },
  },
  NOTE_UNREADABLE: NOTE_REFUSALS.NOTE_UNREADABLE,
} as const satisfies Record<string, RefusalRow>;

export type FeedbackRefusalCode = keyof typeof FEEDBACK_REFUSALS;

/** Feedback as it came. */
export interface FeedbackInput {
  readonly ratings: readonly ElementRating[];
  readonly text: string | null;
  /** How an answer reaches whoever left it; null: they want none. */
  readonly contact: string | null;
}

/** What of it is kept: the contact in another place. */
export interface AcceptedFeedback {
  readonly ratings: ReadonlyMap<SurveyElement, number>;
  readonly text: string | null;
  readonly contact: string | null;
}

/** Tidies feedback, or says why it is not taken. */
export function acceptFeedback(
  { ratings, text, contact }: FeedbackInput,
  counter: { readonly open: boolean } | null,
): Outcome<AcceptedFeedback, FeedbackRefusalCode> {
  if (counter === null) return refuse('FEEDBACK_COUNTER_UNKNOWN');
  if (!counter.open) return refuse('FEEDBACK_COUNTER_CLOSED');
  if (ratings.length === 0) return refuse('FEEDBACK_RATING_MISSING');
  const byElement = new Map(ratings.map(({ element, rating }) => [element, rating]));
  if (byElement.size < ratings.length) return refuse('FEEDBACK_RATING_TWICE');
  if (!ratings.every(({ rating }) => isRating(rating))) return refuse('FEEDBACK_RATING_OUT_OF_RANGE');
  if ([...(text ?? '').trim()].length > LONGEST_TEXT) return refuse('FEEDBACK_TEXT_LENGTH');
  const read = readNote(text, 'note');
  if (!read.ok) {
    return refused('NOTE_UNREADABLE', { ...read.refusal, field: 'text' });
  }
  const way = acceptContact(contact);
  return way.ok ? ok({ ratings: byElement, text: read.value, contact: way.value }) : way;
}

/** What somebody is told whose network has sent more than any office has visitors; whole seconds until it may again. */
export function tooMuchFeedback(seconds: number) {
  const row = FEEDBACK_REFUSALS.FEEDBACK_TOO_MANY;
  return refused('FEEDBACK_TOO_MANY', { ...row, message: row.message(seconds) });
}

function acceptContact(
  given: string | null,
): Outcome<string | null, 'FEEDBACK_CONTACT_LENGTH' | 'FEEDBACK_CONTACT_UNREADABLE'> {
  const contact = (given ?? '').replace(/[\t\r\n ]+/gu, ' ').trim();
  if (contact === '') return ok(null);
  const characters = [...contact].length;
  if (characters < SHORTEST_CONTACT || characters > LONGEST_CONTACT) return refuse('FEEDBACK_CONTACT_LENGTH');
  return readNote(contact, 'note').ok ? ok(contact) : refuse('FEEDBACK_CONTACT_UNREADABLE');
}

function isRating(rating: number): boolean {
  return Number.isInteger(rating) && rating >= 1 && rating <= BEST_ANSWER;
}

function refuse<C extends Exclude<FeedbackRefusalCode, 'FEEDBACK_TOO_MANY' | 'NOTE_UNREADABLE'>>(code: C) {
  return refused(code, FEEDBACK_REFUSALS[code]);
}
