import { createHash, createHmac, randomBytes, randomInt, type KeyObject } from 'node:crypto';

/** Whom a token lets in: a person who signed in, a paired screen, or another program. */
export type TokenKind = 'SESSION' | 'DEVICE' | 'SERVICE';

/** What a text that looks like a token says. Whether it is one, the store of its kind knows by the hash. */
export interface ReadToken {
  readonly kind: TokenKind;
  /** Kemendagri code of the region whose store knows it, for example '35.78'. */
  readonly regionCode: string;
  /** SHA-256 of the whole text: all that is ever stored of it. */
  readonly hash: Buffer;
}

/** A token just made. The text is handed over once and kept nowhere. */
export interface MadeToken extends ReadToken {
  readonly text: string;
}

const PREFIXES = { SESSION: 'pts', DEVICE: 'ptd', SERVICE: 'ptk' } as const satisfies Record<
  TokenKind,
  string
>;
const KINDS: Readonly<Record<string, TokenKind>> = { pts: 'SESSION', ptd: 'DEVICE', ptk: 'SERVICE' };
const TOKEN_BYTES = 32;

const REGION = /^\d{2}\.\d{2}$/;
/** The last of 43 characters of base64url carries four bits only. */
const TOKEN = /^(pt[sdk])_(\d{2})(\d{2})_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const LENGTH = 'pts_3578_'.length + 43;

/**
 * A new bearer token: a prefix by which a leaked one is recognised, the digits of the region, 32 random bytes.
 * For example `pts_3578_…`.
 */
export function makeToken(kind: TokenKind, regionCode: string): MadeToken {
  if (!REGION.test(regionCode)) throw new Error('a token needs the code of a region');
  const digits = regionCode.replaceAll('.', '');
  const text = `${PREFIXES[kind]}_${digits}_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  return { text, kind, regionCode, hash: hashOf(text) };
}

/** Null for anything that no server of ours has ever given out, whatever it is. */
export function readToken(text: unknown): ReadToken | null {
  if (typeof text !== 'string' || text.length !== LENGTH) return null;
  const match = TOKEN.exec(text);
  if (match === null) return null;
  return { kind: KINDS[match[1]!]!, regionCode: `${match[2]}.${match[3]}`, hash: hashOf(text) };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Consonants that no one takes for another or for a digit, and that spell no word (as RFC 8628 §6.1 advises). */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
const GROUP = 4;

/**
 * Characters of a code for set-up and invitations (86 bits), of one that a screen shows to be paired, and of one by which
 * a citizen follows a complaint or erases a contact (34 bits each). That of a counter is as long as the first.
 */
export const CODE_LENGTH = 20;
export const PAIRING_CODE_LENGTH = 8;
export const TRACKING_CODE_LENGTH = 8;

/** Beyond any spelling of a code. */
const LONGEST_TYPED = 100;

/** A one-time code for a letter or a console, for example `BCDF-GHJK-LMNP-QRST-VWXZ`. It cannot be guessed. */
export function makeCode(): string {
  return inGroups(randomLetters(CODE_LENGTH));
}

/**
 * A code that everybody in the room can read off a wall, for example `BCDF-GHJK`. It can be guessed with patience:
 * it lives for minutes, and attempts at it are counted.
 */
export function makePairingCode(): string {
  return inGroups(randomLetters(PAIRING_CODE_LENGTH));
}

/**
 * A code that comes out the same for the same place, and that nobody can work out without the key: for what must not be
 * lost where an answer is.
 */
export function deriveCode(key: KeyObject, place: readonly string[], length: number): string {
  const digest = createHmac('sha256', key).update(JSON.stringify(place)).digest('hex');
  // So much larger than all codes together that no letter is more frequent than another by any measure.
  let left = BigInt(`0x${digest}`);
  const letters = Array.from({ length }, () => {
    const letter = ALPHABET.charAt(Number(left % BigInt(ALPHABET.length)));
    left /= BigInt(ALPHABET.length);
    return letter;
  });
  return inGroups(letters.join(''));
}

/** What a person typed, as the code was written; null where it cannot be one. Case, spaces and dashes do not matter. */
export function readCode(typed: unknown, length: number): string | null {
  if (typeof typed !== 'string' || typed.length > LONGEST_TYPED) return null;
  const letters = typed.replace(/[\s\p{Dash}]/gu, '').toUpperCase();
  const known = letters.length === length && [...letters].every((letter) => ALPHABET.includes(letter));
  return known ? inGroups(letters) : null;
}

/**
 * All that is ever stored of a code. It needs a key, since whoever reads the table could try all short codes without
 * one. `place` is where the code is valid, for example region and purpose.
 */
export function hashCode(key: KeyObject, code: string, place: readonly string[]): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([...place, code]))
    .digest();
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

function inGroups(letters: string): string {
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))!.join('-');
}
