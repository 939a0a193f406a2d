import { divideRounded, type Amount } from '../amount.js';

/** How the observations of one target become one value. */
export type Aggregation = 'MEAN' | 'SUM' | 'LATEST';

/** What the observations of one target add up to. `latestValue` is that of the latest moment observed. */
export interface Measurement {
  /** At least 1: no observation means no measurement. */
  readonly count: number;
  readonly total: Amount;
  readonly latestValue: Amount;
}

/**
 * Realisasi in the indicator's unit of measure; a mean is rounded to six places.
 * @throws RangeError where a mean of no observations is asked for
 */
export function realisation(m: Measurement, aggregation: Aggregation): Amount {
  switch (aggregation) {
    case 'MEAN':
      return divideRounded(m.total, BigInt(m.count));
    case 'SUM':
      return m.total;
    case 'LATEST':
      return m.latestValue;
  }
}
