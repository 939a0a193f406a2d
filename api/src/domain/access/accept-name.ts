import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { readNote } from '../observation/read-note.js';

/** In characters as people count them: it has to fit a line of a list. */
export const LONGEST_NAME = 120;

/** Why a text cannot be the name of a wall or a service. */
export const NAME_REFUSALS = {
  NAME_MISSING: {
    when: 'The name is empty, or holds nothing but spaces.',
    field: 'name',
    mender: 'SENDER',
    message: {
      id: 'Namanya belum diisi. Tulis nama yang dikenali orang, misalnya Ruang Camat.',
      en: 'The name is missing. Write one that people recognise, such as Room of the camat.',
    },
  },
  NAME_TOO_LONG: {
    when: `The name has more than ${LONGEST_NAME} characters.`,
    field: 'name',
    mender: 'SENDER',
    message: {
      id: `Nama paling banyak ${LONGEST_NAME} karakter. Ringkas, lalu kirim lagi.`,
      en: `A name has at most ${LONGEST_NAME} characters. Shorten it and send it again.`,
    },
  },
  NAME_UNREADABLE: {
    when: 'The name holds characters that cannot be read or that turn the text around, as in NOTE_UNREADABLE.',
    field: 'name',
    mender: 'SENDER',
    message: {
      id: 'Nama memuat karakter yang tidak terbaca, biasanya dari tempelan aplikasi lain. Ketik ulang sebagai teks biasa.',
      en: 'The name holds characters that cannot be read, mostly pasted from another program. Type it again as plain text.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type NameRefusalCode = keyof typeof NAME_REFUSALS;

/** The name as it is kept: one line without spaces around it (rule AC16 in docs/ACCESS.md). */
export function acceptName(name: string): Outcome<string, NameRefusalCode> {
  const tidy = name.replace(/[\t\r\n ]+/gu, ' ').trim();
  if (tidy === '') return refused('NAME_MISSING', NAME_REFUSALS.NAME_MISSING);
  if ([...tidy].length > LONGEST_NAME) return refused('NAME_TOO_LONG', NAME_REFUSALS.NAME_TOO_LONG);
  if (!readNote(tidy, 'note').ok) return refused('NAME_UNREADABLE', NAME_REFUSALS.NAME_UNREADABLE);
  return ok(tidy);
}
