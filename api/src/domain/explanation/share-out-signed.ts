import type { Amount } from '../amount.js';
import { shareOut, type Claim } from '../scoring/share-out.js';

/**
 * `shareOut` for claims of which some are negative, such as observed values below zero: lifted by so many whole
 * millionths that none is, shared out, and let down again. The divisor is above zero.
 */
export function shareOutSigned(
  whole: Amount,
  claims: readonly Claim[],
  divisor: bigint,
): ReadonlyMap<string, Amount> {
  const deepest = claims.reduce((least, { numerator }) => (numerator < least ? numerator : least), 0n);
  const lift = -deepest / divisor + 1n;
  const lifted = claims.map(({ key, numerator }) => ({ key, numerator: numerator + lift * divisor }));
  const shares = shareOut(whole + lift * BigInt(claims.length), lifted, divisor);
  return new Map([...shares].map(([key, share]) => [key, share - lift]));
}
