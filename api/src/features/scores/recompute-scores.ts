import type { EmployeeScoreChanged, FactOf, ScoreCause, ScoreState } from '../../domain/facts.js';
import type { Placement } from '../../domain/people/service-days.js';
import { scoreEmployee } from '../../domain/scoring/score-employee.js';
import type { HasClock } from '../../platform/clock.js';
import { slices } from '../../platform/slices.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { loadPlans, type PlanNeeds, type ScoredBy } from './load-plans.js';
import { pairKey } from './pair-key.js';
import { placePeople } from './place-people.js';
import type { StoredScore } from './score.store.js';
import { isSameScore, storedScore } from './stored-score.js';

export type RecomputeNeeds = PlanNeeds & HasClock;

/** A score to compute again, and what is to be told of it also where the score itself stays. */
export interface Request extends EmployeePeriod {
  readonly cause: ScoreCause;
  /** Where the person was counted until now, where that is no longer so. */
  readonly movedFrom?: readonly Placement[];
  /** Whether to tell it where nothing of it moved. */
  readonly always?: boolean;
}

/** Computes again the scores of everybody whose measurements changed. */
export async function recomputeMeasured(
  tx: RecomputeNeeds,
  measured: readonly FactOf<'MeasurementChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  if (measured.length === 0) return [];
  // One command may add several observations of the same person: the score is computed once, and the last one is told.
  const facts = [...new Map(measured.map((fact) => [pairKey(fact), fact])).values()];
  // Lock first, then read what was measured: whoever waited here sees all that the one before it added. For few people
  // both are asked at once; the database answers in this order.
  const locking = tx.scores.lock(facts);
  const reading = facts.length > FEW ? undefined : loadPlans(tx, facts);
  const [locked, plans] = await Promise.all([locking, reading]);
  return recompute(tx, facts, locked, new Set(), plans);
}

/** Computes again the scores of everybody whose plan changed, and begins those that are new. */
export async function recomputePlanned(
  tx: RecomputeNeeds,
  facts: readonly FactOf<'PlanChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  if (facts.length === 0) return [];
  const created = await tx.scores.create(facts, tx.now);
  if (created.length > 0) await tx.scores.place(created, await placePeople(tx, created, null));
  const requests = facts.map(({ employeeId, periodCode }) => ({
    employeeId,
    periodCode,
    cause: { kind: 'PLAN' } as const,
  }));
  return recompute(tx, requests, await tx.scores.lock(requests), new Set(created.map(pairKey)));
}

/** People whose plans are held in memory at a time. */
const SLICE = 5_000;

/** People whose plans are asked for before it is known that they have scores. */
const FEW = 16;

/** Computes locked scores again and tells those that moved, or that are to be told always. */
export async function recompute(
  tx: RecomputeNeeds,
  requests: readonly Request[],
  locked: readonly StoredScore[],
  created: ReadonlySet<string>,
  /** Their plans, where these were read under the lock already. */
  known?: ReadonlyMap<string, ScoredBy>,
): Promise<EmployeeScoreChanged[]> {
  const asked = new Map(requests.map((request) => [pairKey(request), request]));
  const changed: EmployeeScoreChanged[] = [];
  for (const slice of slices(locked, SLICE)) {
    const plans = known ?? (await loadPlans(tx, slice));
    const fresh: StoredScore[] = [];
    for (const before of slice) {
      const key = pairKey(before);
      const { plan, policy, observations } = plans.get(key)!;
      const after = storedScore(before, scoreEmployee(plan, policy), observations);
      const { cause, movedFrom = null, always = false } = asked.get(key)!;
      const isNew = created.has(key);
      const moved = isNew || !isSameScore(before, after);
      if (moved) fresh.push(after);
      if (!moved && movedFrom === null && !always) continue;
      const { employeeId, periodCode } = before;
      changed.push({
        kind: 'EmployeeScoreChanged',
        employeeId,
        periodCode,
        before: isNew ? null : stateOf(before),
        after: stateOf(after),
        movedFrom,
        cause,
      });
    }
    if (fresh.length > 0) await tx.scores.save(fresh, tx.now);
  }
  return changed;
}

function stateOf({ value, coverage, observations, predicate }: StoredScore): ScoreState {
  return { value, coverage, observations, predicate };
}
