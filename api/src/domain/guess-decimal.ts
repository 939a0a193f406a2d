/** How people write numbers, surest reading first. */
const SHAPES = [
  /^(?<sign>-?)(?<whole>\d{1,3}(?:\.\d{3})+),(?<fraction>\d{1,6})$/, // 1.234,5
  /^(?<sign>-?)(?<whole>\d{1,3}(?:,\d{3})+)\.(?<fraction>\d{1,6})$/, // 1,234.5
  /^(?<sign>-?)(?<whole>\d{1,3}([.,])\d{3}(?:\3\d{3})+)$/, // 1.000.000
  /^(?<sign>-?)(?<whole>\d*)[.,](?<fraction>\d{1,6})$/, // 12,5 and .5
  /^(?<sign>-?)(?<whole>\d+)[.,]?$/, // 012 and 5.
];

/** "1,234" is one and a bit in Indonesian and more than a thousand in English. */
const COULD_BE_TWO = /^-?\d{1,3},\d{3}$/;

/**
 * The canonical decimal that a person most likely meant, or null where it could be several. It is only ever proposed
 * in a message, never taken for what was sent.
 */
export function guessDecimal(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/^\+/, '')
    .replace(/\s*%$/, '');
  if (COULD_BE_TWO.test(bare)) return null;
  const shape = SHAPES.find((candidate) => candidate.test(bare));
  const { sign = '', whole = '', fraction = '' } = shape?.exec(bare)?.groups ?? {};
  if (shape === undefined) return null;
  const wholeDigits = whole.replace(/\D/g, '').replace(/^0+/, '') || '0';
  const fractionDigits = fraction.replace(/0+$/, '');
  const isZero = wholeDigits === '0' && fractionDigits === '';
  return `${isZero ? '' : sign}${wholeDigits}${fractionDigits === '' ? '' : `.${fractionDigits}`}`;
}
