import { amount } from '../../domain/amount.js';
import { localMinute } from '../../domain/calendar.js';
import type { ExplanationNode } from '../../domain/explanation/explanation-node.js';
import { explainScore } from '../../domain/explanation/explain-score.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { HasContests } from '../contests/contest.store.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { dayWeights } from '../observations/day-weights.js';
import type { View } from '../observations/observation.store.js';
import { sourceOf } from '../observations/source-of.js';
import { computeScores } from '../scores/compute-scores.js';
import type { PlanNeeds } from '../scores/load-plans.js';
import { pairKey } from '../scores/pair-key.js';
import { isPast } from '../scores/past.args.js';
import { replayScores } from '../scores/replay-scores.js';
import type { Computed } from '../scores/score.object.js';

/** Observations of one indicator that are told one by one; more would not be read. */
const LISTED = 20;

/** A score, the one that it would be if every open objection were upheld, and the steps that led to it. */
export interface ExplainedScore {
  readonly computed: Computed;
  readonly ifUpheld: Computed | null;
  readonly nodes: readonly ExplanationNode[];
}

/** Where somebody's score comes from, in a view of the past or now; null where there was no plan. */
export async function explainEmployee(
  tx: PlanNeeds & HasContests,
  pair: EmployeePeriod,
  view: View,
): Promise<ExplainedScore | null> {
  const computed = (await computeScores(tx, [pair], view)).get(pairKey(pair));
  if (computed === undefined) return null;
  const { score, by } = computed;
  const { plan, policy, targets } = by;
  const cells = await tx.observations.countedOf(pair, view, dayWeights(pair.periodCode, policy), LISTED);
  const contests = isPast(view) ? [] : await tx.contests.openOf([pair]);
  const contested = new Set(contests.map(({ observationId }) => observationId));
  const indicators = await tx.indicators.byIds(targets.map(({ indicatorId }) => indicatorId));
  const nodes = explainScore({
    score,
    plan,
    policy,
    indicators: new Map(
      indicators.map(({ id, code, name, nameEn, measureUnit, direction }) => [
        id,
        { code, name: { id: name, en: nameEn }, measureUnit, direction },
      ]),
    ),
    observations: new Map(
      cells.map(({ indicatorId, shown, others }) => [
        indicatorId,
        {
          others,
          shown: shown.map((row) => ({
            id: row.id,
            value: amount(row.value),
            observedOn: localMinute(row.observedAt),
            recordedOn: localMinute(row.recordedAt),
            note: row.note ?? null,
            // The id of an account says nothing to a reader; a file or a command is worth telling.
            source: sourceOf(row) ?? (isUuid(row.recordedBy) ? null : row.recordedBy),
            supersedes: row.supersedesId !== null,
            contested: contested.has(row.id),
            weight: row.weight,
          })),
        },
      ]),
    ),
  });
  const without = [...contested];
  const ifUpheld =
    without.length === 0
      ? null
      : ((await replayScores(tx, [pair], { view, without })).get(pairKey(pair)) ?? null);
  return { computed, ifUpheld, nodes };
}
