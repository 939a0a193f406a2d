import { divideRounded, multiplyDivide, ONE, type Amount } from '../amount.js';
import type { CoreValue } from '../people/berakhlak.js';
import type { ScoringPolicy } from './policy.js';
import { weightedMean } from './weighted-mean.js';

/** What the observations of one core value add up to. Each is -1, 0 or +1: below, at or above expectations. */
export interface BehaviourMeasurement {
  readonly count: number;
  /** Different people who observed. */
  readonly observers: number;
  /** Sum of the recency weights. */
  readonly weightTotal: Amount;
  /** Sum of recency weight × observed value. */
  readonly weightedTotal: Amount;
}

/** One core value of an employee's plan with what was observed of it; null where nothing was. */
export interface PlannedBehaviour {
  /** Occurs once in a plan. */
  readonly indicatorId: string;
  /** Occurs once in a plan. */
  readonly coreValue: CoreValue;
  readonly measurement: BehaviourMeasurement | null;
}

/** What one core value brings into the behaviour value. */
export interface BehaviourPart {
  readonly indicatorId: string;
  readonly coreValue: CoreValue;
  readonly count: number;
  readonly observers: number;
  /** Mean of what was observed, weighted by recency, -1 to 1; null until the core value counts. */
  readonly level: Amount | null;
  /** What that is in points; null until the core value counts. */
  readonly points: Amount | null;
  /** All contributions add up exactly to the behaviour value; null where there is none. */
  readonly contribution: Amount | null;
}

export interface BehaviourScore {
  /** In points; null while too few core values count. */
  readonly value: Amount | null;
  readonly valuesCounted: number;
  /** In the order of the plan. */
  readonly parts: readonly BehaviourPart[];
}

/**
 * The behaviour of one employee in one period: the mean of the core values that count, each the same (rules BE in
 * docs/SCORING.md).
 */
export function scoreBehaviour(planned: readonly PlannedBehaviour[], policy: ScoringPolicy): BehaviourScore {
  const measured = planned.map((one) => measure(one, policy.behaviour));
  const counted = measured.flatMap(({ indicatorId, points }) =>
    points === null ? [] : [{ key: indicatorId, weight: ONE, points }],
  );
  const valuesCounted = counted.length;
  if (valuesCounted < policy.behaviour.minimumValues) {
    return { value: null, valuesCounted, parts: measured.map((part) => ({ ...part, contribution: null })) };
  }
  const { value, contributions } = weightedMean(counted);
  const parts = measured.map((part) => ({
    ...part,
    contribution: contributions.get(part.indicatorId) ?? null,
  }));
  return { value, valuesCounted, parts };
}

function measure(
  { indicatorId, coreValue, measurement }: PlannedBehaviour,
  { minimumObservations, minimumObservers, points }: ScoringPolicy['behaviour'],
): Omit<BehaviourPart, 'contribution'> {
  const { count, observers } = measurement ?? { count: 0, observers: 0 };
  const part = { indicatorId, coreValue, count, observers };
  if (measurement === null || count < minimumObservations || observers < minimumObservers) {
    return { ...part, level: null, points: null };
  }
  const { weightTotal, weightedTotal } = measurement;
  const slope = weightedTotal < 0n ? points.meets - points.below : points.above - points.meets;
  return {
    ...part,
    level: multiplyDivide(weightedTotal, ONE, weightTotal),
    // From the sums and not from the level, so that it is rounded once.
    points: divideRounded(points.meets * weightTotal + slope * weightedTotal, weightTotal),
  };
}
