import { guessDecimal } from './guess-decimal.js';
import { ok, refused, type Outcome, type RefusalRow } from './outcome.js';

/** An exact decimal, held as a count of millionths: 12.5 is 12_500_000n. Sums and differences are plain `+` and `-`. */
export type Amount = bigint;

/** The amount 1. */
export const ONE: Amount = 1_000_000n;

const PLACES = 6;

/** So that an amount always fits the columns that keep it: numeric(18, 6). */
const MOST_WHOLE_DIGITS = 12;

const CANONICAL = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,6}))?$/;

/** Same form, more places: told apart from nonsense, because the way to mend it is another one. */
const TOO_FINE = /^-?(?:0|[1-9]\d*)\.\d{7,}$/;

/** Why a text is not taken for an amount. */
export const AMOUNT_REFUSALS = {
  NOT_A_DECIMAL: {
    when: 'The text is not a canonical decimal: it is empty, has a decimal comma, spaces, a plus sign, letters, leading zeros or a minus before zero.',
    field: null,
    mender: 'SENDER',
    message: (given: string, mended: string | null) => ({
      id: `${given === '' ? 'Nilai ini' : `Nilai ${given}`} bukan bilangan desimal. ${
        mended === null
          ? 'Tulis angkanya saja dengan titik sebagai tanda desimal, tanpa satuan dan tanpa pemisah ribuan, misalnya 12.5.'
          : `Bila maksudnya ${mended}, tulis ${mended}.`
      }`,
      en: `${given === '' ? 'This value' : `The value ${given}`} is not a decimal number. ${
        mended === null
          ? 'Write the number alone, with a point as decimal mark, without unit and without thousands separators, for example 12.5.'
          : `If it means ${mended}, write ${mended}.`
      }`,
    }),
  },
  TOO_MANY_DIGITS: {
    when: 'The decimal has more than 12 digits before the point or more than 6 after it.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Bilangan ini terlalu panjang: paling banyak 12 angka sebelum titik dan 6 angka sesudahnya. Bulatkan, lalu kirim lagi.',
      en: 'This number is too long: at most 12 digits before the point and 6 after it. Round it and send it again.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type AmountRefusalCode = keyof typeof AMOUNT_REFUSALS;

/** Reads what somebody typed or sent. Zeros at the end of the fraction are accepted, nothing else that is not canonical. */
export function readAmount(text: string): Outcome<Amount, AmountRefusalCode> {
  const match = CANONICAL.exec(text);
  const tooManyDigits = match === null ? TOO_FINE.test(text) : match[2]!.length > MOST_WHOLE_DIGITS;
  if (tooManyDigits) return refused('TOO_MANY_DIGITS', AMOUNT_REFUSALS.TOO_MANY_DIGITS);
  const value = match === null ? null : fromParts(match);
  if (value !== null && !(value === 0n && text.startsWith('-'))) return ok(value);
  const row = AMOUNT_REFUSALS.NOT_A_DECIMAL;
  const message = isQuotable(text) ? row.message(`"${text}"`, guessDecimal(text)) : row.message('', null);
  return refused('NOT_A_DECIMAL', { ...row, message });
}

/**
 * The amount of a constant or of a database row, where sums may be longer than what people may send.
 * @throws RangeError where the text is not a canonical decimal with at most 6 places
 */
export function amount(text: string): Amount {
  const match = CANONICAL.exec(text);
  if (match === null) throw new RangeError('not a canonical decimal');
  return fromParts(match);
}

/** Canonical text: no zeros at the end of the fraction, no minus before zero. */
export function formatAmount(a: Amount): string {
  const size = a < 0n ? -a : a;
  // Whole numbers of this size are exact as plain numbers too, and many times quicker: pages hold thousands of them.
  if (size <= SAFE) return `${a < 0n ? '-' : ''}${formatSafe(Number(size))}`;
  const fraction = (size % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${a < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MILLION = 1_000_000;

function formatSafe(size: number): string {
  let fraction = size % MILLION;
  const whole = (size - fraction) / MILLION;
  if (fraction === 0) return String(whole);
  let places = PLACES;
  while (fraction % 10 === 0) {
    fraction /= 10;
    places -= 1;
  }
  return `${whole}.${String(fraction).padStart(places, '0')}`;
}

/**
 * `a * b / c`, exact until one rounding at the sixth place, half away from zero like PostgreSQL's `round(numeric)`.
 * @throws RangeError where `c` is zero
 */
export function multiplyDivide(a: Amount, b: Amount, c: Amount): Amount {
  return divideRounded(a * b, c);
}

/**
 * `dividend / divisor` in whole numbers, half away from zero. An amount by a plain count gives an amount; so does a
 * sum of products of two amounts by an amount.
 * @throws RangeError where the divisor is zero
 */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const size = dividend < 0n ? -dividend : dividend;
  const by = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * size + by) / (2n * by);
  return negative ? -rounded : rounded;
}

function fromParts([, sign, whole, fraction = '']: RegExpExecArray): Amount {
  const size = BigInt(`${whole}${fraction.padEnd(PLACES, '0')}`);
  return sign === '-' ? -size : size;
}

/** Longer texts are neither repeated in a message nor guessed at. */
const LONGEST_QUOTED = 24;

/**
 * Whether a message may repeat the text: not what could be about a person and slipped into the wrong column, that is
 * letters (a name) or more digits than an amount has before its point (a NIP).
 */
function isQuotable(text: string): boolean {
  const plain = text.length <= LONGEST_QUOTED && /^[\d\s.,+\-\u2212%']+$/.test(text) && text.trim() !== '';
  return plain && text.replace(/\D/g, '').length <= MOST_WHOLE_DIGITS;
}
