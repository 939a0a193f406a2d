import { divideRounded, multiplyDivide, ONE, type Amount } from '../amount.js';
import { attainment, type TargetPoints } from './attainment.js';
import { scoreBehaviour, type BehaviourScore, type PlannedBehaviour } from './behaviour.js';
import type { ScoringPolicy } from './policy.js';
import { predicateOf, type Predicate } from './predicate.js';
import { ratingOf, type Rating } from './rating.js';
import { realisation, type Aggregation, type Measurement } from './realisation.js';
import { weightedMean } from './weighted-mean.js';

/** One indicator of an employee's plan with what was measured on it; null where nothing was. */
export interface PlannedIndicator extends TargetPoints {
  /** Occurs once in a plan. */
  readonly indicatorId: string;
  /** Above zero; only its proportion to the other weights matters. */
  readonly weight: Amount;
  readonly aggregation: Aggregation;
  readonly measurement: Measurement | null;
}

/** How much of a period an employee was there for. */
export interface ServiceDays {
  /** Days of the period in service and not on leave. */
  readonly served: number;
  /** Days of the period. */
  readonly ofDays: number;
}

/** What one employee is scored by in one period. */
export interface Plan {
  readonly indicators: readonly PlannedIndicator[];
  readonly behaviours: readonly PlannedBehaviour[];
  readonly service: ServiceDays;
}

/** What one indicator brings into the work result. Without data all three amounts are null, never zero. */
export interface ScorePart {
  readonly indicatorId: string;
  readonly weight: Amount;
  /** What the attainment was computed from: after the days on leave were made up for. */
  readonly realised: Amount | null;
  readonly attainment: Amount | null;
  /** In points of the work result; all contributions add up exactly to it. Null where it has no value. */
  readonly contribution: Amount | null;
}

/** Hasil kerja: the weighted mean of the attainments that have data. */
export interface WorkResult {
  /** Points, 0 to the policy's cap; null while there is not enough data, and the rating with it. */
  readonly value: Amount | null;
  readonly rating: Rating | null;
  /** In points of the number shown; null where there is none. */
  readonly contribution: Amount | null;
  /** In the order of the plan. */
  readonly parts: readonly ScorePart[];
}

/** Perilaku kerja, with its rating and its points of the number shown; null where there is none. */
export interface RatedBehaviour extends BehaviourScore {
  readonly rating: Rating | null;
  readonly contribution: Amount | null;
}

export interface EmployeeScore {
  readonly status: 'SCORED' | 'NOT_ENOUGH_DATA';
  /** The number shown: indicative points, 0 to the policy's cap; null while the work result has not enough data. */
  readonly value: Amount | null;
  /** Share of the planned weight of the work result that has data, 0 to 1. */
  readonly coverage: Amount;
  readonly workResult: WorkResult;
  readonly behaviour: RatedBehaviour;
  /** What both ratings propose; null while one is missing. Only an appraiser sets a predicate. */
  readonly proposed: Predicate | null;
  readonly policyVersion: string;
}

/**
 * The score of one employee in one period: work result and behaviour, the number shown from both, and the predicate
 * they propose (rules WR, BE, NV, RT, PM and LV in docs/SCORING.md). Missing data lowers the coverage, never a value.
 * @throws RangeError where a weight is not above zero, or more days were served than the period has
 */
export function scoreEmployee(plan: Plan, policy: ScoringPolicy): EmployeeScore {
  const { service } = plan;
  if (service.served < 0 || service.served > service.ofDays) throw new RangeError('days served out of range');
  const { coverage, ...workResult } = scoreWorkResult(plan.indicators, service, policy);
  const behaviour = scoreBehaviour(
    service.served === 0 ? plan.behaviours.map((one) => ({ ...one, measurement: null })) : plan.behaviours,
    policy,
  );
  const ofResult = workResult.value === null ? null : ratingOf(workResult.value, policy.bands);
  const ofBehaviour = behaviour.value === null ? null : ratingOf(behaviour.value, policy.bands);
  const shown = numberShown(workResult.value, behaviour.value, policy.shares);
  return {
    status: shown === null ? 'NOT_ENOUGH_DATA' : 'SCORED',
    value: shown?.value ?? null,
    coverage,
    workResult: { ...workResult, rating: ofResult, contribution: shown?.ofResult ?? null },
    behaviour: { ...behaviour, rating: ofBehaviour, contribution: shown?.ofBehaviour ?? null },
    proposed: ofResult === null || ofBehaviour === null ? null : predicateOf(ofResult, ofBehaviour),
    policyVersion: policy.version,
  };
}

/** Hasil kerja alone, with its coverage: for showing what came of each indicator of many people at once. */
export function scoreWorkResult(
  indicators: readonly PlannedIndicator[],
  service: ServiceDays,
  policy: ScoringPolicy,
): Pick<WorkResult, 'value' | 'parts'> & Pick<EmployeeScore, 'coverage'> {
  const measured = indicators.map((indicator) => measure(indicator, service, policy));
  const counted = measured.flatMap(({ indicatorId, weight, attainment: points }) =>
    points === null ? [] : [{ key: indicatorId, weight, points }],
  );
  const plannedWeight = indicators.reduce((sum, { weight }) => sum + weight, 0n);
  const measuredWeight = counted.reduce((sum, { weight }) => sum + weight, 0n);
  const coverage = plannedWeight === 0n ? 0n : multiplyDivide(measuredWeight, ONE, plannedWeight);
  if (measuredWeight === 0n || coverage < policy.minimumCoverage) {
    return { value: null, coverage, parts: measured.map((part) => ({ ...part, contribution: null })) };
  }
  const { value, contributions } = weightedMean(counted);
  const parts = measured.map((part) => ({
    ...part,
    contribution: contributions.get(part.indicatorId) ?? null,
  }));
  return { value, coverage, parts };
}

function measure(
  indicator: PlannedIndicator,
  { served, ofDays }: ServiceDays,
  { attainmentMethod, cap }: ScoringPolicy,
): Omit<ScorePart, 'contribution'> {
  const { indicatorId, weight, aggregation, measurement } = indicator;
  if (weight <= 0n) throw new RangeError('a weight is not above zero');
  if (measurement === null || served === 0) return { indicatorId, weight, realised: null, attainment: null };
  const total = realisation(measurement, aggregation);
  // Means and states say the same of half a period; counts grow with the days and are read at their pace.
  const realised = aggregation === 'SUM' ? divideRounded(total * BigInt(ofDays), BigInt(served)) : total;
  return {
    indicatorId,
    weight,
    realised,
    attainment: attainment(realised, indicator, attainmentMethod, cap),
  };
}

/** Both parts by their shares, over what there is: the work result alone while behaviour has too little data. */
function numberShown(
  ofWork: Amount | null,
  ofConduct: Amount | null,
  shares: ScoringPolicy['shares'],
): { value: Amount; ofResult: Amount; ofBehaviour: Amount | null } | null {
  if (ofWork === null) return null;
  const results = { key: 'results', weight: shares.results, points: ofWork };
  const { value, contributions } = weightedMean(
    ofConduct === null
      ? [results]
      : [results, { key: 'behaviour', weight: shares.behaviour, points: ofConduct }],
  );
  return {
    value,
    ofResult: contributions.get('results')!,
    ofBehaviour: contributions.get('behaviour') ?? null,
  };
}
