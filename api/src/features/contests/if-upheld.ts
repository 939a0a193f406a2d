import { scoreEmployee, type Plan } from '../../domain/scoring/score-employee.js';
import { dayWeights } from '../observations/day-weights.js';
import type { CellMeasurement } from '../observations/observation.store.js';
import { loadPlans, type PlanNeeds } from '../scores/load-plans.js';
import { pairKey } from '../scores/pair-key.js';
import type { Computed } from '../scores/score.object.js';
import type { Contested } from './contest.store.js';

/** A score now, and what it would be. */
export interface WhatIf {
  readonly now: Computed['score'];
  readonly upheld: Computed['score'];
}

/**
 * What each of these contests would make of the score of its employee if it alone were upheld, by the contest's id:
 * a fixed number of statements, however many contests there are.
 */
export async function ifUpheld(tx: PlanNeeds, contests: readonly Contested[]): Promise<Map<string, WhatIf>> {
  const pairs = [...new Map(contests.map((contest) => [pairKey(contest), contest])).values()];
  const plans = await loadPlans(tx, pairs);
  const policies = new Map(pairs.map((pair) => [pair.periodCode, plans.get(pairKey(pair))!.policy]));
  const measured = await tx.observations.measurementsWithout(
    contests.map(({ observationId }) => observationId),
    [...policies].flatMap(([periodCode, policy]) => dayWeights(periodCode, policy)),
  );
  return new Map(
    contests.map((contest) => {
      const { plan, policy } = plans.get(pairKey(contest))!;
      const without = measuredAs(plan, contest.indicatorId, measured.get(contest.observationId) ?? null);
      return [contest.id, { now: scoreEmployee(plan, policy), upheld: scoreEmployee(without, policy) }];
    }),
  );
}

/** The same plan with one indicator measured otherwise. */
function measuredAs(plan: Plan, indicatorId: string, measurement: CellMeasurement | null): Plan {
  return {
    ...plan,
    indicators: plan.indicators.map((one) =>
      one.indicatorId === indicatorId ? { ...one, measurement } : one,
    ),
    behaviours: plan.behaviours.map((one) =>
      one.indicatorId === indicatorId ? { ...one, measurement: measurement?.behaviour ?? null } : one,
    ),
  };
}
