import { divideRounded, multiplyDivide, ONE, type Amount } from '../amount.js';
import { attainment, type TargetPoints } from './attainment.js';
import type { ScoringPolicy } from './policy.js';
import { realisation, type Aggregation, type Measurement } from './realisation.js';
import { shareOut } from './share-out.js';

/** One indicator of an employee's plan with what was measured on it; null where nothing was. */
export interface PlannedIndicator extends TargetPoints {
  /** Occurs once in a plan. */
  readonly indicatorId: string;
  /** Above zero; only its proportion to the other weights matters. */
  readonly weight: Amount;
  readonly aggregation: Aggregation;
  readonly measurement: Measurement | null;
}

/** What one indicator brings into the score. Without data all three amounts are null, never zero. */
export interface ScorePart {
  readonly indicatorId: string;
  readonly weight: Amount;
  readonly realised: Amount | null;
  readonly attainment: Amount | null;
  /** In points of the value; all contributions add up exactly to it. Null where there is no value. */
  readonly contribution: Amount | null;
}

export interface EmployeeScore {
  readonly status: 'SCORED' | 'NOT_ENOUGH_DATA';
  /** Indicative points, 0 to the policy's cap; null while there is not enough data. */
  readonly value: Amount | null;
  /** Share of the planned weight that has data, 0 to 1. */
  readonly coverage: Amount;
  /** In the order of the plan. */
  readonly parts: readonly ScorePart[];
  readonly policyVersion: string;
}

/**
 * The score of one employee in one period: the weighted mean of the attainments that have data (rules WR in
 * docs/SCORING.md). Missing data lowers the coverage, never the value. It proposes; no predicate follows from it.
 * @throws RangeError where a weight is not above zero
 */
export function scoreEmployee(plan: readonly PlannedIndicator[], policy: ScoringPolicy): EmployeeScore {
  const measured = plan.map((indicator) => measure(indicator, policy.cap));
  const claims = measured.flatMap(({ indicatorId, weight, attainment: points }) =>
    points === null ? [] : [{ key: indicatorId, weight, numerator: weight * points }],
  );
  const plannedWeight = plan.reduce((sum, { weight }) => sum + weight, 0n);
  const measuredWeight = claims.reduce((sum, { weight }) => sum + weight, 0n);
  const coverage = plannedWeight === 0n ? 0n : multiplyDivide(measuredWeight, ONE, plannedWeight);
  const policyVersion = policy.version;

  if (measuredWeight === 0n || coverage < policy.minimumCoverage) {
    const parts = measured.map((part) => ({ ...part, contribution: null }));
    return { status: 'NOT_ENOUGH_DATA', value: null, coverage, parts, policyVersion };
  }
  const value = divideRounded(
    claims.reduce((sum, { numerator }) => sum + numerator, 0n),
    measuredWeight,
  );
  const contributions = shareOut(value, claims, measuredWeight);
  const parts = measured.map((part) => ({
    ...part,
    contribution: contributions.get(part.indicatorId) ?? null,
  }));
  return { status: 'SCORED', value, coverage, parts, policyVersion };
}

function measure(indicator: PlannedIndicator, cap: Amount): Omit<ScorePart, 'contribution'> {
  const { indicatorId, weight, aggregation, measurement } = indicator;
  if (weight <= 0n) throw new RangeError('a weight is not above zero');
  if (measurement === null) return { indicatorId, weight, realised: null, attainment: null };
  const realised = realisation(measurement, aggregation);
  return { indicatorId, weight, realised, attainment: attainment(realised, indicator, cap) };
}
