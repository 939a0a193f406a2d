import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** In characters as people count them (code points): room for a page, not for a file. */
export const LONGEST_NOTE = 2000;

/** The free texts that come with an observation. */
export type NoteField = 'note' | 'reason';

const NAMES = { note: { id: 'Catatan', en: 'The note' }, reason: { id: 'Alasan', en: 'The reason' } };

export const NOTE_REFUSALS = {
  NOTE_TOO_LONG: {
    when: `The note or the reason has more than ${LONGEST_NOTE} characters.`,
    field: 'note',
    mender: 'SENDER',
    message: (field: NoteField, characters: number) => ({
      id: `${NAMES[field].id} terlalu panjang: ${characters} karakter, paling banyak ${LONGEST_NOTE}. Ringkas, lalu kirim lagi.`,
      en: `${NAMES[field].en} is too long: ${characters} characters, at most ${LONGEST_NOTE}. Shorten it and send it again.`,
    }),
  },
  NOTE_UNREADABLE: {
    when: 'The note or the reason holds characters that cannot be read or that turn the text around: control characters, bidirectional overrides or isolates, halves of a character.',
    field: 'note',
    mender: 'SENDER',
    message: (field: NoteField) => ({
      id: `${NAMES[field].id} memuat karakter yang tidak terbaca, biasanya dari tempelan aplikasi lain. Ketik ulang sebagai teks biasa.`,
      en: `${NAMES[field].en} holds characters that cannot be read, mostly pasted from another program. Type it again as plain text.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

/** Control characters but newline and tab; bidirectional overrides and isolates, which hide what a text says; lone surrogates. */
const UNREADABLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** Reads a free text: line ends become newlines, space around it goes, and a blank text is none at all. */
export function readNote(
  text: string | null,
  field: NoteField,
): Outcome<string | null, keyof typeof NOTE_REFUSALS> {
  const note = text?.replaceAll('\r\n', '\n').trim() ?? '';
  // A text is never longer in code points than in code units: most are not counted.
  const characters = note.length > LONGEST_NOTE ? [...note].length : note.length;
  if (characters > LONGEST_NOTE) {
    const row = NOTE_REFUSALS.NOTE_TOO_LONG;
    return refused('NOTE_TOO_LONG', { ...row, field, message: row.message(field, characters) });
  }
  if (UNREADABLE.test(note)) {
    const row = NOTE_REFUSALS.NOTE_UNREADABLE;
    return refused('NOTE_UNREADABLE', { ...row, field, message: row.message(field) });
  }
  return ok(note === '' ? null : note);
}
