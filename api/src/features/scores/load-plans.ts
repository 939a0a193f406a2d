import type { PlannedIndicator } from '../../domain/scoring/score-employee.js';
import type { EmployeePeriod, HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from '../observations/observation.store.js';

/** One text for an employee and a period, for maps. */
export function pairKey({ employeeId, periodCode }: EmployeePeriod): string {
  return `${employeeId} ${periodCode}`;
}

/** The plans of many employees with what was measured on them: two statements, however many there are. */
export async function loadPlans(
  tx: HasIndicators & HasObservations,
  pairs: readonly EmployeePeriod[],
): Promise<Map<string, PlannedIndicator[]>> {
  const targets = await tx.indicators.targetsOf(pairs);
  const measurements = new Map(
    (await tx.observations.measurementsOf(pairs)).map((m) => [`${pairKey(m)} ${m.indicatorId}`, m]),
  );
  const plans = new Map<string, PlannedIndicator[]>();
  for (const target of targets) {
    const key = pairKey(target);
    const plan = plans.get(key) ?? [];
    plan.push({ ...target, measurement: measurements.get(`${key} ${target.indicatorId}`) ?? null });
    plans.set(key, plan);
  }
  return plans;
}
