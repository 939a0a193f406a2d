import type { Language } from './language.js';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

/** The typographic minus: as wide as the plus, and not to be taken for a dash. */
const MINUS = '\u2212';

function formatter(
  language: Language,
  options: Intl.NumberFormatOptions,
): (decimal: string | number) => string {
  const format = new Intl.NumberFormat(LOCALE[language], options);
  // A Decimal of the contract is given as text, which Intl reads exactly.
  return (decimal) => format.format(decimal as number).replace('-', MINUS);
}

function inBoth(options: Intl.NumberFormatOptions): Record<Language, (decimal: string | number) => string> {
  return { id: formatter('id', options), en: formatter('en', options) };
}

const twoPlaces = inBoth({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const upToTwoPlaces = inBoth({ maximumFractionDigits: 2 });
const signed = inBoth({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const percent = { id: '\u00a0%', en: '%' } as const;
const whole = inBoth({ maximumFractionDigits: 0 });

/** A figure in its two sizes: "82" and ",40". */
export interface Figure {
  readonly whole: string;
  /** With the decimal mark in front. */
  readonly decimals: string;
}

/** A score for the eye, rounded to two places and split for two type sizes. */
export function formatFigure(decimal: string, language: Language): Figure {
  const text = twoPlaces[language](decimal);
  return { whole: text.slice(0, -3), decimals: text.slice(-3) };
}

/** A score for the ear: at most two places, "82,4". */
export function formatSpoken(decimal: string, language: Language): string {
  return upToTwoPlaces[language](decimal);
}

/** A change in points with its sign, "+0,21"; a change that rounds to nothing has none. */
export function formatDelta(decimal: string, language: Language): string {
  return signed[language](decimal);
}

/** A share from 0 to 1 as whole percent, "87 %". Rounded down, so that 100 % means all. */
export function formatShare(decimal: string, language: Language): string {
  return `${whole[language](Math.floor(Number(decimal) * 100 + 1e-9))}${percent[language]}`;
}

/** A count with its thousands grouped, "1.214". */
export function formatCount(count: number, language: Language): string {
  return whole[language](count);
}
