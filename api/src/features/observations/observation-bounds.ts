import { amount, type Amount } from '../../domain/amount.js';
import type { IndicatorRow } from '../indicators/indicator.entity.js';

/** The values that an indicator can take at all; null where that side is open. */
export function observationBounds(indicator: Pick<IndicatorRow, 'lowest' | 'highest'>): {
  lowest: Amount | null;
  highest: Amount | null;
} {
  const { lowest, highest } = indicator;
  return {
    lowest: lowest === null || lowest === undefined ? null : amount(lowest),
    highest: highest === null || highest === undefined ? null : amount(highest),
  };
}
