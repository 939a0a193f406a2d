import { divideRounded, type Amount } from '../amount.js';
import { shareOut } from './share-out.js';

/** One that counts in a mean. */
export interface Weighed {
  /** Occurs once in a mean. */
  readonly key: string;
  /** Not negative; only its proportion to the other weights matters. */
  readonly weight: Amount;
  /** Not negative. */
  readonly points: Amount;
}

export interface WeightedMean {
  /** Rounded once to six places. */
  readonly value: Amount;
  /** What each brings into the value, by its key; all of them add up exactly to it. */
  readonly contributions: ReadonlyMap<string, Amount>;
}

/**
 * The weighted mean and what each part brings into it.
 * @throws RangeError where the weights add up to zero
 */
export function weightedMean(parts: readonly Weighed[]): WeightedMean {
  const claims = parts.map(({ key, weight, points }) => ({ key, numerator: weight * points }));
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0n);
  const value = divideRounded(
    claims.reduce((sum, { numerator }) => sum + numerator, 0n),
    whole,
  );
  return { value, contributions: shareOut(value, claims, whole) };
}
