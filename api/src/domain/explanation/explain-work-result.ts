import { equation, sumOf } from './arithmetic.js';
import { explainIndicator } from './explain-indicator.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, INDICATORS } from './how-many.js';
import { lackOf } from './lack.js';
import { byCode, type ScoreToExplain } from './score-to-explain.js';
import { POINTS, withUnit } from './with-unit.js';

/**
 * The work result and, by code, every indicator of the plan, with data or without.
 * @throws RangeError where the observations are not those that were measured
 */
export function explainWorkResult(parentId: string, input: ScoreToExplain): ExplanationNode[] {
  const { value, contribution, parts } = input.score.workResult;
  const id = `${parentId}/results`;
  const planned = new Map(input.plan.indicators.map((one) => [one.indicatorId, one]));
  const sorted = byCode(input, parts);
  return [
    explanationNode({
      id,
      parentId,
      kind: 'WORK_RESULT',
      name: { id: 'Hasil kerja', en: 'Work result' },
      value,
      measureUnit: POINTS,
      contribution,
      ...(lackOf(input) ?? howAdded(input)),
    }),
    ...sorted.flatMap((part) => explainIndicator(id, planned.get(part.indicatorId)!, part, input)),
  ];
}

/** Of a work result that has a value. */
function howAdded(input: ScoreToExplain): Pick<ExplanationNode, 'ruleId' | 'sentence'> {
  const { value, parts } = input.score.workResult;
  const contributions = byCode(input, parts).flatMap(({ contribution }) => contribution ?? []);
  const all = howMany(contributions.length, INDICATORS);
  const told = withUnit(equation(sumOf(contributions), value!, input.policy.shownPlaces), POINTS);
  return {
    ruleId: 'WR1',
    sentence: {
      id: `Sumbangan ${all.id} yang ada datanya, menurut bobotnya: ${told.id}.`,
      en: `What the ${all.en} with data bring, by their weights: ${told.en}.`,
    },
  };
}
