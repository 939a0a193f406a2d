import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

export const SHORTEST_LOGIN_NAME = 3;
export const LONGEST_LOGIN_NAME = 64;

/** Why a text cannot be a login name. No message repeats it: it may be a NIP, or a password in the wrong field. */
export const LOGIN_NAME_REFUSALS = {
  LOGIN_NAME_LENGTH: {
    when: `Without spaces around it, the name does not have ${SHORTEST_LOGIN_NAME} to ${LONGEST_LOGIN_NAME} characters.`,
    field: 'loginName',
    mender: 'SENDER',
    message: {
      id: `Nama masuk terdiri atas ${SHORTEST_LOGIN_NAME} sampai ${LONGEST_LOGIN_NAME} karakter. Tulis nama yang lebih pendek atau lebih panjang.`,
      en: `A login name has ${SHORTEST_LOGIN_NAME} to ${LONGEST_LOGIN_NAME} characters. Write a shorter or a longer one.`,
    },
  },
  LOGIN_NAME_CHARACTERS: {
    when: 'The name holds something else than letters a to z, digits, point, underscore, dash and at sign.',
    field: 'loginName',
    mender: 'SENDER',
    message: {
      id: 'Nama masuk hanya memuat huruf a sampai z, angka, titik, garis bawah, tanda hubung, dan @. Hapus karakter lain, juga spasi.',
      en: 'A login name holds letters a to z, digits, point, underscore, dash and @ only. Take out what else there is, spaces too.',
    },
  },
  LOGIN_NAME_IS_NIP: {
    when: 'The name holds 18 digits in a row, also where points or dashes stand between them.',
    field: 'loginName',
    mender: 'SENDER',
    message: {
      id: 'NIP tidak dipakai sebagai nama masuk: di dalamnya terbaca tanggal lahir dan jenis kelamin. Pilih nama lain.',
      en: 'A NIP is no login name: birth date and sex can be read from it. Choose another name.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type LoginNameRefusalCode = keyof typeof LOGIN_NAME_REFUSALS;

/**
 * Reads a login name as it is kept and compared: in lower case, compatible letters made one (NFKC). Rules AC1 to AC4
 * in docs/ACCESS.md.
 */
export function readLoginName(text: string): Outcome<string, LoginNameRefusalCode> {
  const refuse = (code: LoginNameRefusalCode) => refused(code, LOGIN_NAME_REFUSALS[code]);
  // Composing can make a text longer: far too long a one is not even looked at.
  if (text.length > 4 * LONGEST_LOGIN_NAME) return refuse('LOGIN_NAME_LENGTH');
  // Composed again afterwards, since lower case may take letters apart.
  const name = text.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  const { length } = [...name];
  if (length < SHORTEST_LOGIN_NAME || length > LONGEST_LOGIN_NAME) return refuse('LOGIN_NAME_LENGTH');
  if (!/^[a-z0-9._@-]+$/.test(name)) return refuse('LOGIN_NAME_CHARACTERS');
  if (/\d{18}/.test(name.replace(/[._-]/g, ''))) return refuse('LOGIN_NAME_IS_NIP');
  return ok(name);
}
