import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
const FEWEST_DISTINCT = 5;
/** Shorter names and words turn up in any sentence by chance. */
const SHORTEST_WORD = 4;

/** What whoever guesses knows as well. */
export interface PasswordContext {
  /** The name with which the person signs in. */
  readonly loginName: string;
  /** Words of the product and of the office: names of region and unit, for example. Each word of them counts. */
  readonly words: readonly string[];
}

/** Why a password is not taken, in the order in which it is looked at. No message repeats any part of it. */
export const PASSWORD_REFUSALS = {
  PASSWORD_SHORT: {
    when: `The password has fewer than ${SHORTEST_PASSWORD} characters.`,
    field: 'password',
    mender: 'SENDER',
    message: {
      id: `Kata sandi terlalu pendek: paling sedikit ${SHORTEST_PASSWORD} karakter. Beberapa kata yang Anda ingat sudah cukup, spasi boleh.`,
      en: `The password is too short: at least ${SHORTEST_PASSWORD} characters. A few words that you remember will do, spaces are allowed.`,
    },
  },
  PASSWORD_LONG: {
    when: `The password has more than ${LONGEST_PASSWORD} characters.`,
    field: 'password',
    mender: 'SENDER',
    message: {
      id: `Kata sandi terlalu panjang: paling banyak ${LONGEST_PASSWORD} karakter. Pendekkan.`,
      en: `The password is too long: at most ${LONGEST_PASSWORD} characters. Shorten it.`,
    },
  },
  PASSWORD_MONOTONOUS: {
    when: `The password is made of fewer than ${FEWEST_DISTINCT} different characters.`,
    field: 'password',
    mender: 'SENDER',
    message: {
      id: `Kata sandi memakai terlalu sedikit karakter yang berbeda: paling sedikit ${FEWEST_DISTINCT}. Pilih beberapa kata yang berlainan.`,
      en: `The password uses too few different characters: at least ${FEWEST_DISTINCT}. Choose a few different words.`,
    },
  },
  PASSWORD_COMMON: {
    when: 'The password is one that many people have, a common word among digits, a walk along the keyboard, or digits alone.',
    field: 'password',
    mender: 'SENDER',
    message: {
      id: 'Kata sandi seperti ini dipakai banyak orang dan termasuk yang pertama ditebak. Pilih beberapa kata yang tidak saling berhubungan.',
      en: 'Many people use a password like this one; it is among the first that are guessed. Choose a few words that have nothing to do with each other.',
    },
  },
  PASSWORD_HAS_NAME: {
    when: 'The password holds the login name, or the part of it before the at sign.',
    field: 'password',
    mender: 'SENDER',
    message: {
      id: 'Kata sandi memuat nama masuk, yang diketahui orang lain. Pilih yang tidak memuatnya.',
      en: 'The password holds the login name, which others know. Choose one without it.',
    },
  },
  PASSWORD_HAS_WORD: {
    when: 'The password holds a word of the product or of the office.',
    field: 'password',
    mender: 'SENDER',
    message: {
      id: 'Kata sandi memuat nama aplikasi, wilayah, atau kantor, yang mudah ditebak. Pilih kata lain.',
      en: 'The password holds the name of the product, the region or the office, which is easily guessed. Choose other words.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type PasswordRefusalCode = keyof typeof PASSWORD_REFUSALS;

const PRODUCT_WORDS = ['pantau'];

/**
 * Whether a password may be set (rules AC5 to AC10 in docs/ACCESS.md). Any characters may be in it and none must be:
 * length is what protects. Gives it as it is hashed, in NFKC.
 */
export function acceptPassword(
  password: string,
  context: PasswordContext,
): Outcome<string, PasswordRefusalCode> {
  const refuse = (code: PasswordRefusalCode) => refused(code, PASSWORD_REFUSALS[code]);
  // Composing makes few texts shorter than a quarter: beyond that nothing is composed.
  if (password.length > 4 * LONGEST_PASSWORD) return refuse('PASSWORD_LONG');
  const composed = password.normalize('NFKC');
  const characters = [...composed];
  if (characters.length < SHORTEST_PASSWORD) return refuse('PASSWORD_SHORT');
  if (characters.length > LONGEST_PASSWORD) return refuse('PASSWORD_LONG');
  if (new Set(composed.toLowerCase()).size < FEWEST_DISTINCT) return refuse('PASSWORD_MONOTONOUS');
  if (isCommon(composed)) return refuse('PASSWORD_COMMON');

  const name = context.loginName;
  if (holdsAny(composed, [name, name.split('@')[0]!])) return refuse('PASSWORD_HAS_NAME');
  const words = [...PRODUCT_WORDS, ...context.words].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  if (holdsAny(composed, words)) return refuse('PASSWORD_HAS_WORD');
  return ok(composed);
}

/** Digits that stand for letters; l, i and 1 are one. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  l: 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const COMMON: ReadonlySet<string> = new Set(COMMON_PASSWORDS.flatMap(readingsOf));
const WORDS: ReadonlySet<string> = new Set(COMMON_WORDS.flatMap(readingsOf));

/** Rows along which fingers and children go, written again and again, so that a walk may begin anywhere. */
const WALKS = [
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop',
  'asdfghjkl',
]
  .map((row) => row.repeat(1 + Math.ceil(LONGEST_PASSWORD / row.length)))
  .flatMap((row) => [row, [...row].toReversed().join('')]);

function isCommon(password: string): boolean {
  if (readingsOf(password).some((reading) => COMMON.has(reading))) return true;
  const plain = bareOf(password);
  if (plain !== '' && WALKS.some((walk) => walk.includes(plain))) return true;
  return spellingsOf(password).some((spelling) => {
    // Digits alone are a telephone number, a date or a NIP, however long they are.
    const among = spelling.replace(/^\p{N}+|\p{N}+$/gu, '');
    const words = [among, among.replace(/^(.+?)\1+$/u, '$1')].flatMap(readingsOf);
    return (among === '' && spelling !== '') || words.some((word) => WORDS.has(word));
  });
}

function holdsAny(password: string, words: readonly string[]): boolean {
  const readings = readingsOf(password);
  return words
    .filter((word) => bareOf(word).length >= SHORTEST_WORD)
    .flatMap(readingsOf)
    .some((word) => readings.some((reading) => reading.includes(word)));
}

/** As whoever guesses reads it: `P@ntau2` is pntau2 and pantau2 with digits for letters too. */
function readingsOf(text: string): string[] {
  return spellingsOf(text).map((one) => one.replace(/[013457l]/g, (sign) => STANDS_FOR[sign]!));
}

/** Letters and digits, once without signs and once with signs for letters. */
function spellingsOf(text: string): string[] {
  return [text, text.replace(/[@$!]/g, (sign) => STANDS_FOR[sign]!)].map(bareOf);
}

/** Nothing but letters and digits, in lower case, without what stands above letters. */
function bareOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
