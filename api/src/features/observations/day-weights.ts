import type { Amount } from '../../domain/amount.js';
import { localDate, storedPeriod } from '../../domain/calendar.js';
import type { ObservationLogged } from '../../domain/facts.js';
import { recencyWeight } from '../../domain/scoring/recency-weight.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { addDays } from '../../domain/working-days.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { Counted, DayWeight } from './observation.store.js';

/** Observations with how much each weighs in its period: those of behaviour by their age at the period's end. */
export async function weighObserved(
  tx: HasPolicies,
  observations: readonly Omit<ObservationLogged, 'kind'>[],
): Promise<Counted[]> {
  const behaviour = observations.filter(({ coreValue }) => coreValue !== null);
  const periods = [...new Set(behaviour.map(({ periodCode }) => periodCode))];
  const policies =
    periods.length === 0 ? new Map<string, ScoringPolicy>() : await tx.policies.ofPeriods(periods);
  return observations.map((observation) => {
    const { coreValue, periodCode, observedAt } = observation;
    const weight =
      coreValue === null ? null : weightIn(periodCode, localDate(observedAt), policies.get(periodCode)!);
    return { ...observation, weight };
  });
}

/** How much behaviour weighs on each day of these periods. */
export async function weighPeriods(
  tx: HasPolicies,
  periodCodes: readonly string[],
  knownAt: Date | null = null,
): Promise<DayWeight[]> {
  if (periodCodes.length === 0) return [];
  const policies = await tx.policies.ofPeriods([...new Set(periodCodes)], knownAt);
  return [...policies].flatMap(([periodCode, policy]) => dayWeights(periodCode, policy));
}

/** How much behaviour weighs on each day of a period under a policy. */
export function dayWeights(periodCode: string, policy: ScoringPolicy): DayWeight[] {
  const { startsOn, endsOn } = storedPeriod(periodCode);
  const weights: DayWeight[] = [];
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    weights.push({ periodCode, day, weight: weightIn(periodCode, day, policy) });
  }
  return weights;
}

function weightIn(periodCode: string, day: string, policy: ScoringPolicy): Amount {
  return recencyWeight(day, storedPeriod(periodCode).endsOn, policy.behaviour.halfLifeDays);
}
