import { formatAmount } from '../../domain/amount.js';
import type { EmployeeScoreChanged, FactOf, ScoreCause } from '../../domain/facts.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { scoreEmployee } from '../../domain/scoring/score-employee.js';
import type { HasClock } from '../../platform/clock.js';
import type { EmployeePeriod, HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from '../observations/observation.store.js';
import { slices } from '../../platform/slices.js';
import { loadPlans, pairKey } from './load-plans.js';
import type { HasScores, StoredScore } from './score.store.js';

type Needs = HasIndicators & HasObservations & HasScores & HasClock & HasPolicy;

/** The scoring rules in force. */
export interface HasPolicy {
  readonly policy: ScoringPolicy;
}

/** Computes again the scores of everybody whose measurements changed. */
export async function recomputeMeasured(
  tx: Needs,
  facts: readonly FactOf<'MeasurementChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  return recompute(tx, facts, new Set());
}

/** Computes again the scores of everybody whose plan changed, and begins those that are new. */
export async function recomputePlanned(
  tx: Needs,
  facts: readonly FactOf<'PlanChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  const created = await tx.scores.create(facts, tx.policy.version, tx.now);
  const cause: ScoreCause = { kind: 'PLAN' };
  return recompute(
    tx,
    facts.map(({ employeeId, periodCode }) => ({ employeeId, periodCode, cause })),
    new Set(created.map(pairKey)),
  );
}

async function recompute(
  tx: Needs,
  requests: readonly (EmployeePeriod & { readonly cause: ScoreCause })[],
  created: ReadonlySet<string>,
): Promise<EmployeeScoreChanged[]> {
  if (requests.length === 0) return [];
  const causes = new Map(requests.map((request) => [pairKey(request), request.cause]));
  // Lock first, then read what was measured: whoever waited here sees all that the one before it added.
  const stored = await tx.scores.lock(requests);
  const changed: EmployeeScoreChanged[] = [];
  for (const slice of slices(stored, SLICE))
    changed.push(...(await recomputeSlice(tx, slice, causes, created)));
  return changed;
}

/** People whose plans are held in memory at a time. */
const SLICE = 5_000;

async function recomputeSlice(
  tx: Needs,
  stored: readonly StoredScore[],
  causes: ReadonlyMap<string, ScoreCause>,
  created: ReadonlySet<string>,
): Promise<EmployeeScoreChanged[]> {
  const plans = await loadPlans(tx, stored);
  const changed: EmployeeScoreChanged[] = [];
  const fresh: StoredScore[] = [];
  for (const before of stored) {
    const plan = plans.get(pairKey(before)) ?? [];
    const score = scoreEmployee(plan, tx.policy);
    const after = {
      value: score.value === null ? null : formatAmount(score.value),
      coverage: formatAmount(score.coverage),
      observations: plan.reduce((sum, indicator) => sum + (indicator.measurement?.count ?? 0), 0),
    };
    const isNew = created.has(pairKey(before));
    if (
      !isNew &&
      before.value === after.value &&
      before.coverage === after.coverage &&
      before.observations === after.observations
    ) {
      continue;
    }
    const { employeeId, periodCode } = before;
    fresh.push({ employeeId, periodCode, ...after });
    changed.push({
      kind: 'EmployeeScoreChanged',
      employeeId,
      periodCode,
      before: isNew
        ? null
        : { value: before.value, coverage: before.coverage, observations: before.observations },
      after,
      movedFrom: null,
      cause: causes.get(pairKey(before))!,
    });
  }
  if (fresh.length > 0) await tx.scores.save(fresh, tx.policy.version, tx.now);
  return changed;
}
