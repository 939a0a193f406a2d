import { formatAmount, type Amount } from '../../domain/amount.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import type { EmployeeScore } from '../../domain/scoring/score-employee.js';
import type { StoredScore } from './score.store.js';

/** A computed score as it is stored. */
export function storedScore(pair: EmployeePeriod, score: EmployeeScore, observations: number): StoredScore {
  const text = (value: Amount | null) => (value === null ? null : formatAmount(value));
  return {
    employeeId: pair.employeeId,
    periodCode: pair.periodCode,
    value: text(score.value),
    coverage: formatAmount(score.coverage),
    observations,
    workValue: text(score.workResult.value),
    workRating: score.workResult.rating,
    behaviourValue: text(score.behaviour.value),
    behaviourRating: score.behaviour.rating,
    predicate: score.proposed,
    policyVersion: score.policyVersion,
  };
}

/** Whether two stored scores say the same. */
export function isSameScore(a: StoredScore, b: StoredScore): boolean {
  return (Object.keys(a) as (keyof StoredScore)[]).every((key) => a[key] === b[key]);
}
