import { amount, type Amount } from '../../domain/amount.js';
import type { EmployeeScoreChanged } from '../../domain/facts.js';
import type { Sentence } from '../../domain/outcome.js';
import { becauseOf } from '../../domain/wall/because.js';
import type { HasIndicators } from '../indicators/indicator.store.js';

const MINE: Sentence = { id: 'Nilai Anda', en: 'Your score' };

/** By how much a score moved; null where there was or is no value. */
export function moveOfScore({
  before,
  after,
}: Pick<EmployeeScoreChanged, 'before' | 'after'>): Amount | null {
  return before === null || before.value === null || after.value === null
    ? null
    : amount(after.value) - amount(before.value);
}

/** The sentence that tells somebody why their own score moved. */
export async function tellOwnChange(
  tx: HasIndicators,
  change: Omit<EmployeeScoreChanged, 'kind'>,
): Promise<Sentence | null> {
  const { cause, before, after, employeeId, periodCode } = change;
  const delta = moveOfScore(change);
  if (cause.kind === 'IMPORT') {
    const observations = after.observations - (before?.observations ?? 0);
    return becauseOf(MINE, { kind: 'IMPORT', delta, observations });
  }
  if (!('indicatorId' in cause)) return becauseOf(MINE, { kind: cause.kind, delta });
  const { indicatorId, value, coreValue } = cause;
  if (coreValue !== null) return becauseOf(MINE, { kind: 'BEHAVIOUR', delta, coreValue });
  const indicator = await tx.indicators.get(indicatorId);
  const target = await tx.indicators.targetValue(employeeId, periodCode, indicatorId);
  if (indicator === null || target === null) return null;
  return becauseOf(MINE, {
    kind: cause.kind,
    delta,
    indicatorName: { id: indicator.name, en: indicator.nameEn },
    measureUnit: indicator.measureUnit,
    value: amount(value),
    target,
  });
}
