import { readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** Whether, and to whom, it is told who complains. */
export type ComplaintNaming = 'ANONYMOUS' | 'SECRET' | 'NAMED';

/** Who complains, and how an answer reaches them. */
export interface Complainant {
  readonly name: string;
  /** A telephone number, an e-mail address, a street: whatever reaches them. */
  readonly contact: string;
}

const SHORTEST_NAME = 2;
const SHORTEST_CONTACT = 5;
/** In characters as people count them; of a name and of a contact. */
const LONGEST = 120;

/** Why a complaint is not taken because of who complains, in the order in which it is looked at. */
export const COMPLAINANT_REFUSALS = {
  COMPLAINANT_UNWANTED: {
    when: 'A name or a contact came with a complaint that is to be anonymous.',
    field: 'complainant',
    mender: 'SENDER',
    message: {
      id: 'Aduan anonim tidak boleh memuat nama atau kontak. Kosongkan keduanya, atau pilih aduan rahasia.',
      en: 'An anonymous complaint takes neither name nor contact. Leave both out, or choose a secret complaint.',
    },
  },
  COMPLAINANT_MISSING: {
    when: 'The complaint is to be secret or in the own name, and no name and contact came with it.',
    field: 'complainant',
    mender: 'SENDER',
    message: {
      id: 'Nama dan kontak belum diisi. Isi keduanya, atau pilih aduan anonim.',
      en: 'Name and contact are missing. Fill both in, or choose an anonymous complaint.',
    },
  },
  COMPLAINANT_NAME_LENGTH: {
    when: `The name has fewer than ${SHORTEST_NAME} or more than ${LONGEST} characters.`,
    field: 'complainant.name',
    mender: 'SENDER',
    message: {
      id: `Nama terdiri atas ${SHORTEST_NAME} sampai ${LONGEST} karakter. Perbaiki, lalu kirim lagi.`,
      en: `A name has ${SHORTEST_NAME} to ${LONGEST} characters. Correct it and send it again.`,
    },
  },
  COMPLAINANT_CONTACT_LENGTH: {
    when: `The contact has fewer than ${SHORTEST_CONTACT} or more than ${LONGEST} characters.`,
    field: 'complainant.contact',
    mender: 'SENDER',
    message: {
      id: `Kontak terdiri atas ${SHORTEST_CONTACT} sampai ${LONGEST} karakter: nomor telepon, surel, atau alamat.`,
      en: `A contact has ${SHORTEST_CONTACT} to ${LONGEST} characters: a telephone number, an e-mail or a street.`,
    },
  },
  COMPLAINANT_UNREADABLE: {
    when: 'The name or the contact holds characters that cannot be read or that turn the text around, as in NOTE_UNREADABLE.',
    field: 'complainant',
    mender: 'SENDER',
    message: {
      id: 'Nama atau kontak memuat karakter yang tidak terbaca. Ketik ulang sebagai teks biasa.',
      en: 'The name or the contact holds characters that cannot be read. Type it again as plain text.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ComplainantRefusalCode = keyof typeof COMPLAINANT_REFUSALS;

/** Tidies who complains; null for a complaint that is to be anonymous. */
export function acceptComplainant(
  naming: ComplaintNaming,
  given: Complainant | null,
): Outcome<Complainant | null, ComplainantRefusalCode> {
  if (naming === 'ANONYMOUS') return given === null ? ok(null) : refuse('COMPLAINANT_UNWANTED');
  if (given === null) return refuse('COMPLAINANT_MISSING');
  const [name, contact] = [inOneLine(given.name), inOneLine(given.contact)];
  if (name === '' && contact === '') return refuse('COMPLAINANT_MISSING');
  if (!isOfLength(name, SHORTEST_NAME)) return refuse('COMPLAINANT_NAME_LENGTH');
  if (!isOfLength(contact, SHORTEST_CONTACT)) return refuse('COMPLAINANT_CONTACT_LENGTH');
  if (!readNote(name, 'note').ok || !readNote(contact, 'note').ok) return refuse('COMPLAINANT_UNREADABLE');
  return ok({ name, contact });
}

function refuse(code: ComplainantRefusalCode) {
  return refused(code, COMPLAINANT_REFUSALS[code]);
}

function inOneLine(text: string): string {
  return text.replace(/[\t\r\n ]+/gu, ' ').trim();
}

function isOfLength(text: string, shortest: number): boolean {
  const characters = [...text].length;
  return characters >= shortest && characters <= LONGEST;
}
