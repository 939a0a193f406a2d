import { divideRounded, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';

/** U+2212: as wide as a plus, and no screen breaks a line after it. */
const MINUS = '\u2212';

/** What an amount is exact to. */
export const ALL_PLACES = 6;

const PLACES_FOR_PEOPLE = 2;

/**
 * An amount as people read it: rounded to at most so many places (0 to 6, two unless told otherwise), half away from
 * zero; in Indonesian '1.250,5', in English '1,250.5'. Without `Intl`, so that the same change gives the same text on
 * every machine.
 */
export function displayAmount(a: Amount, places: number = PLACES_FOR_PEOPLE): Sentence {
  const rounded = roundForDisplay(a, places);
  return rounded < 0n ? signed(MINUS, -rounded) : signed('', rounded);
}

/** A change in points with its sign: '+0,21', '−1,5', and '±0' where it is too small for two places. */
export function displayChange(a: Amount): Sentence {
  const rounded = roundForDisplay(a, PLACES_FOR_PEOPLE);
  if (rounded === 0n) return signed('±', 0n);
  return rounded < 0n ? signed(MINUS, -rounded) : signed('+', rounded);
}

/** The amount that `displayAmount` writes: half away from zero at `places`, 0 to 6. Never to be computed with. */
export function roundForDisplay(a: Amount, places: number): Amount {
  const step = 10n ** BigInt(ALL_PLACES - places);
  return divideRounded(a, step) * step;
}

function signed(sign: string, size: Amount): Sentence {
  const digits = size.toString().padStart(ALL_PLACES + 1, '0');
  const whole = digits.slice(0, -ALL_PLACES);
  const fraction = digits.slice(-ALL_PLACES).replace(/0+$/, '');
  const text = (separator: string, mark: string) =>
    `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, separator)}${fraction === '' ? '' : mark + fraction}`;
  return { id: text('.', ','), en: text(',', '.') };
}
