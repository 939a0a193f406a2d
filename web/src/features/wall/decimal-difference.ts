const PLACES = 6;

/** Exact `after - before` of two Decimals of the contract (at most six places), as text without trailing zeros. */
export function decimalDifference(before: string, after: string): string {
  return fromMillionths(toMillionths(after) - toMillionths(before));
}

function toMillionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}

function fromMillionths(millionths: bigint): string {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction && `.${fraction}`}`;
}
