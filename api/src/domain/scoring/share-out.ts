import type { Amount } from '../amount.js';

/** One that takes part in a whole. */
export interface Claim {
  readonly key: string;
  /** Not negative. */
  readonly numerator: bigint;
}

/**
 * The share `numerator / divisor` of each claim at six places, such that all shares add up exactly to `whole`, which
 * is the rounded sum of the exact shares. What flooring leaves over goes, one millionth each, to the largest
 * remainders; equal remainders go by key, so that the order of the claims decides nothing.
 */
export function shareOut(whole: Amount, claims: readonly Claim[], divisor: bigint): Map<string, Amount> {
  const shares = new Map(claims.map(({ key, numerator }) => [key, numerator / divisor]));
  const leftOver = whole - [...shares.values()].reduce((sum, share) => sum + share, 0n);
  const byRemainder = claims
    .map(({ key, numerator }) => ({ key, remainder: numerator % divisor }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(a.key, b.key));
  for (const { key } of byRemainder.slice(0, Number(leftOver))) shares.set(key, shares.get(key)! + 1n);
  return shares;
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
