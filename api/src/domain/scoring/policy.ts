import { amount, type Amount } from '../amount.js';

/** The numbers of the scoring rules. A version, once scores name it, never changes; new numbers are a new version. */
export interface ScoringPolicy {
  readonly version: string;
  /** The most that an attainment can be, in points. */
  readonly cap: Amount;
  /** Share of the planned weight that must have data before there is a value, 0 to 1. */
  readonly minimumCoverage: Amount;
  /** Lower edges of a unit's states, in points, each inside its state. They judge units, never people. */
  readonly bands: {
    readonly above: Amount;
    readonly meets: Amount;
    readonly decide: Amount;
  };
}

/**
 * The policy of 2026. Cap 120 and the edges 110, 90 and 70 are the ones that PP 30/2019 uses; that they set a unit's
 * state, and that six tenths of the weight must be measured, is a choice of this product.
 */
export const FIRST_POLICY: ScoringPolicy = {
  version: '2026-1',
  cap: amount('120'),
  minimumCoverage: amount('0.6'),
  bands: { above: amount('110'), meets: amount('90'), decide: amount('70') },
};
