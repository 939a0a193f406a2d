import { storedPeriod } from '../../domain/calendar.js';
import type { PlannedBehaviour } from '../../domain/scoring/behaviour.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import type { Plan, PlannedIndicator } from '../../domain/scoring/score-employee.js';
import { weightOf } from '../../domain/scoring/weight-of.js';
import type { HasService } from '../employees/service.store.js';
import type { EmployeePeriod, HasIndicators, PlannedTarget } from '../indicators/indicator.store.js';
import { dayWeights } from '../observations/day-weights.js';
import type { CellMeasurement, HasObservations, View } from '../observations/observation.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { groupBy } from '../../platform/group-by.js';
import { pairKey } from './pair-key.js';
import { placedIn } from './placed-in.js';
import type { HasScores } from './score.store.js';

export type PlanNeeds = HasIndicators & HasObservations & HasScores & HasService & HasPolicies;

/** What somebody is scored by, with the policy and with what the plan said. */
export interface ScoredBy {
  readonly plan: Plan;
  readonly policy: ScoringPolicy;
  readonly targets: readonly PlannedTarget[];
  /** Observations that count, of results and of behaviour. */
  readonly observations: number;
}

/** The plans of many employees with what was measured on them: a fixed number of statements, however many there are. */
export async function loadPlans(
  tx: PlanNeeds,
  pairs: readonly EmployeePeriod[],
): Promise<Map<string, ScoredBy>> {
  const [policies, placements, targets, measured] = await Promise.all([
    tx.policies.ofPeriods(periodsOf(pairs)),
    tx.scores.placementsOf(pairs),
    tx.indicators.targetsOf(pairs),
    tx.observations.measurementsOf(pairs),
  ]);
  const served = new Map<string, number>();
  for (const { days, ...pair } of placements) {
    served.set(pairKey(pair), (served.get(pairKey(pair)) ?? 0) + days);
  }
  return putTogether(pairs, { policies, served, targets, measured });
}

/** How the record is looked at. */
export interface Look {
  readonly view: View;
  /** A policy in place of the one of each period. */
  readonly policy?: ScoringPolicy;
  /** Observations to leave out, as if they had never been made. */
  readonly without?: readonly string[];
}

/**
 * The same from the raw observations, as it was in a view of the past, under another policy or without some
 * observations: work in proportion to the history of these employees.
 */
export async function replayPlans(
  tx: PlanNeeds,
  pairs: readonly EmployeePeriod[],
  { view, policy, without }: Look,
): Promise<Map<string, ScoredBy>> {
  const { knownAt } = view;
  const periods = periodsOf(pairs);
  const policies =
    policy === undefined
      ? await tx.policies.ofPeriods(periods, knownAt)
      : new Map(periods.map((code) => [code, policy]));
  const served = new Map(
    [...(await placedIn(tx, pairs, knownAt))].map(([key, placements]) => [
      key,
      placements.reduce((sum, { days }) => sum + days, 0),
    ]),
  );
  const weights = [...policies].flatMap(([code, held]) => dayWeights(code, held));
  return putTogether(pairs, {
    policies,
    served,
    targets: await tx.indicators.targetsOf(pairs, knownAt),
    measured: await tx.observations.measurementsIn(pairs, view, weights, without),
  });
}

function periodsOf(pairs: readonly EmployeePeriod[]): string[] {
  return [...new Set(pairs.map(({ periodCode }) => periodCode))];
}

function putTogether(
  pairs: readonly EmployeePeriod[],
  parts: {
    readonly policies: ReadonlyMap<string, ScoringPolicy>;
    readonly served: ReadonlyMap<string, number>;
    readonly targets: readonly PlannedTarget[];
    readonly measured: readonly CellMeasurement[];
  },
): Map<string, ScoredBy> {
  const measurements = new Map(parts.measured.map((m) => [`${pairKey(m)} ${m.indicatorId}`, m]));
  const targets = groupBy(parts.targets, pairKey);
  const plans = new Map<string, ScoredBy>();
  for (const pair of pairs) {
    const key = pairKey(pair);
    const policy = parts.policies.get(pair.periodCode);
    // Looked at before the policy was signed: nobody could have been scored then.
    if (policy === undefined) continue;
    const indicators: PlannedIndicator[] = [];
    const behaviours: PlannedBehaviour[] = [];
    let observations = 0;
    for (const target of targets.get(key) ?? []) {
      const measurement = measurements.get(`${key} ${target.indicatorId}`) ?? null;
      observations += measurement?.count ?? 0;
      const { indicatorId, coreValue, role, code } = target;
      if (coreValue !== null) {
        behaviours.push({ indicatorId, coreValue, measurement: measurement?.behaviour ?? null });
      } else {
        indicators.push({ ...target, weight: weightOf(policy, role, code, target.weight), measurement });
      }
    }
    const service = { served: parts.served.get(key) ?? 0, ofDays: daysIn(pair.periodCode) };
    plans.set(key, {
      plan: { indicators, behaviours, service },
      policy,
      targets: targets.get(key) ?? [],
      observations,
    });
  }
  return plans;
}

const DAY_MS = 86_400_000;

/** Days of a period that is stored. */
export function daysIn(periodCode: string): number {
  const { startsOn, endsOn } = storedPeriod(periodCode);
  return (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS + 1;
}
