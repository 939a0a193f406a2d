import { divideRounded, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';

/** U+2212: as wide as a plus, and no screen breaks a line after it. */
const MINUS = '\u2212';

/**
 * An amount as people read it: at most two places, half away from zero; in Indonesian '1.250,5', in English '1,250.5'.
 * Without `Intl`, so that the same change gives the same text on every machine.
 */
export function displayAmount(a: Amount): Sentence {
  const hundredths = toHundredths(a);
  return hundredths < 0n ? signed(MINUS, -hundredths) : signed('', hundredths);
}

/** A change in points with its sign: '+0,21', '−1,5', and '±0' where it is too small for two places. */
export function displayChange(a: Amount): Sentence {
  const hundredths = toHundredths(a);
  if (hundredths === 0n) return signed('±', 0n);
  return hundredths < 0n ? signed(MINUS, -hundredths) : signed('+', hundredths);
}

function toHundredths(a: Amount): bigint {
  return divideRounded(a, 10_000n);
}

function signed(sign: string, hundredths: bigint): Sentence {
  const whole = (hundredths / 100n).toString();
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const text = (separator: string, mark: string) =>
    `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, separator)}${fraction === '' ? '' : mark + fraction}`;
  return { id: text('.', ','), en: text(',', '.') };
}
