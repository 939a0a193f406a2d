import { amount, type Amount } from '../../domain/amount.js';
import type { CoreValue } from '../../domain/people/berakhlak.js';
import type { IndicatorRow } from '../indicators/indicator.entity.js';

/** What the rules ask about an indicator: the values that it can take, null where that side is open. */
export function observationBounds(indicator: Pick<IndicatorRow, 'lowest' | 'highest' | 'coreValue'>): {
  readonly lowest: Amount | null;
  readonly highest: Amount | null;
  readonly coreValue: CoreValue | null;
} {
  const { lowest, highest, coreValue } = indicator;
  return {
    lowest: lowest === null || lowest === undefined ? null : amount(lowest),
    highest: highest === null || highest === undefined ? null : amount(highest),
    coreValue: coreValue ?? null,
  };
}
