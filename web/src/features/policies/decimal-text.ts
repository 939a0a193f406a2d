import type { Language } from '../../lib/text/language.js';

const PLACES = 6;
const READABLE = /^\d+(?:\.\d{1,6})?$/;

/** A Decimal of the contract as people write it: "62,5" in Indonesian. */
export function writeDecimal(decimal: string, language: Language): string {
  return language === 'id' ? decimal.replace('.', ',') : decimal;
}

/** What was typed, with a decimal comma or point, as the contract takes it; what is no number stays what it is, and the server says so. */
export function readDecimal(typed: string): string {
  return typed.trim().replace(',', '.');
}

/** A whole number as it was typed; null: it is none. */
export function readWhole(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The exact sum of what was typed, as a Decimal; null: one of them cannot be read yet. */
export function sumOf(typed: readonly string[]): string | null {
  const decimals = typed.map(readDecimal);
  if (!decimals.every((decimal) => READABLE.test(decimal))) return null;
  const digits = decimals
    .reduce((sum, decimal) => sum + toMillionths(decimal), 0n)
    .toString()
    .padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return digits.slice(0, -PLACES) + (fraction && `.${fraction}`);
}

function toMillionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}
