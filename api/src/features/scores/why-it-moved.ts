import { amount, type Amount } from '../../domain/amount.js';
import type { EmployeeScoreChanged } from '../../domain/facts.js';
import type { Because } from '../../domain/wall/because.js';
import type { HasIndicators } from '../indicators/indicator.store.js';

/** A score that moved, without what kind of fact says so. */
export type ScoreMoved = Omit<EmployeeScoreChanged, 'kind'>;

/**
 * Why these scores moved, all for the same cause, and by how much. Null where nothing can be told of it: the indicator is no longer
 * planned.
 */
export async function whyItMoved(
  tx: HasIndicators,
  moved: readonly [ScoreMoved, ...ScoreMoved[]],
  delta: Amount | null,
): Promise<Because | null> {
  const [{ cause, employeeId, periodCode }] = moved;
  if (cause.kind === 'IMPORT') {
    const observations = moved.reduce(
      (sum, { before, after }) => sum + after.observations - (before?.observations ?? 0),
      0,
    );
    return { kind: 'IMPORT', delta, observations };
  }
  if (!('indicatorId' in cause)) return { kind: cause.kind, delta };
  const { kind, indicatorId, value, coreValue } = cause;
  if (coreValue !== null) return { kind: 'BEHAVIOUR', delta, coreValue };
  const indicator = await tx.indicators.get(indicatorId);
  const target = await tx.indicators.targetValue(employeeId, periodCode, indicatorId);
  if (indicator === null || target === null) return null;
  const indicatorName = { id: indicator.name, en: indicator.nameEn };
  return { kind, delta, indicatorName, measureUnit: indicator.measureUnit, value: amount(value), target };
}
