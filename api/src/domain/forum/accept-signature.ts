import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

const NAME = { shortest: 2, longest: 120 };
const MOST_STROKES = 200;
const MOST_NUMBERS = 8_000;
/** Signatures are drawn on a field of this many steps each way. */
export const SIGNATURE_FIELD = 1_000;

/** Why a signature is not taken, in the order in which it is looked at. */
export const SIGNATURE_REFUSALS = {
  SIGNER_NAME_LENGTH: {
    when: `The name has fewer than ${NAME.shortest} or more than ${NAME.longest} characters, or cannot be read.`,
    field: 'name',
    mender: 'SENDER',
    message: {
      id: `Tulis nama yang menandatangani, ${NAME.shortest} sampai ${NAME.longest} karakter.`,
      en: `Write the name of whoever signs, ${NAME.shortest} to ${NAME.longest} characters.`,
    },
  },
  SIGNATURE_EMPTY: {
    when: 'Nothing was drawn, or a single point.',
    field: 'strokes',
    mender: 'SENDER',
    message: {
      id: 'Tanda tangannya masih kosong. Gambar dengan jari di kotaknya.',
      en: 'The signature is still empty. Draw it in the box with a finger.',
    },
  },
  SIGNATURE_UNREADABLE: {
    when: `A signature has more than ${MOST_STROKES} strokes or ${MOST_NUMBERS} numbers, a stroke an odd number of them, or one outside 0 to ${SIGNATURE_FIELD}.`,
    field: 'strokes',
    mender: 'SENDER',
    message: {
      id: 'Tanda tangannya tidak terbaca. Hapus, lalu gambar lagi.',
      en: 'The signature cannot be read. Clear it, then draw it again.',
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type SignatureRefusalCode = keyof typeof SIGNATURE_REFUSALS;

/** Each stroke is x, y, x, y, … on a field of 1,000 steps each way. */
export type Strokes = readonly (readonly number[])[];

/** Tidies a signature, or says why it is not taken. */
export function acceptSignature(
  name: string,
  strokes: Strokes,
): Outcome<{ readonly name: string; readonly strokes: Strokes }, SignatureRefusalCode> {
  const told = SIGNATURE_REFUSALS;
  const read = readNote(name, 'note');
  if (!read.ok) return refused(read.refusal.code, { ...read.refusal, field: 'name' });
  const length = [...(read.value ?? '')].length;
  if (length < NAME.shortest || length > NAME.longest || read.value!.includes('\n')) {
    return refused('SIGNER_NAME_LENGTH', told.SIGNER_NAME_LENGTH);
  }
  const numbers = strokes.flat();
  if (numbers.length < 4) return refused('SIGNATURE_EMPTY', told.SIGNATURE_EMPTY);
  const readable =
    strokes.length <= MOST_STROKES &&
    numbers.length <= MOST_NUMBERS &&
    strokes.every((stroke) => stroke.length % 2 === 0) &&
    numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= SIGNATURE_FIELD);
  if (!readable) return refused('SIGNATURE_UNREADABLE', told.SIGNATURE_UNREADABLE);
  return ok({ name: read.value!, strokes });
}
