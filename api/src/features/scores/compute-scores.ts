import { scoreEmployee } from '../../domain/scoring/score-employee.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import type { View } from '../observations/observation.store.js';
import { loadPlans, type PlanNeeds } from './load-plans.js';
import { isPast } from './past.args.js';
import { replayScores } from './replay-scores.js';
import type { Computed } from './score.object.js';

/**
 * The scores of some people with all that they follow from: now from the running sums, in the past from the record.
 * Nobody who had no plan then.
 */
export async function computeScores(
  tx: PlanNeeds,
  pairs: readonly EmployeePeriod[],
  view: View,
): Promise<Map<string, Computed>> {
  if (isPast(view)) return replayScores(tx, pairs, { view });
  const scores = new Map<string, Computed>();
  for (const [key, by] of await loadPlans(tx, pairs)) {
    if (by.targets.length > 0) scores.set(key, { by, score: scoreEmployee(by.plan, by.policy) });
  }
  return scores;
}
