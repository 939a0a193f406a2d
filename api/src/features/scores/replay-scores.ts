import { scoreEmployee } from '../../domain/scoring/score-employee.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { replayPlans, type Look, type PlanNeeds, type ScoredBy } from './load-plans.js';
import type { Computed } from './score.object.js';

/** The scores of some people as they were in a view of the past, or as they would be; nobody who had no plan then. */
export async function replayScores(
  tx: PlanNeeds,
  pairs: readonly EmployeePeriod[],
  look: Look,
): Promise<Map<string, Computed>> {
  const scores = new Map<string, Computed>();
  if (pairs.length === 0) return scores;
  for (const [key, by] of await replayPlans(tx, pairs, look)) {
    if (by.targets.length > 0) scores.set(key, { by, score: score(by) });
  }
  return scores;
}

function score({ plan, policy }: ScoredBy): Computed['score'] {
  return scoreEmployee(plan, policy);
}
