import { equation, over, sumOf, wholeNumber } from './arithmetic.js';
import { explainCoreValue } from './explain-core-value.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { CORE_VALUES, howMany } from './how-many.js';
import { NOT_SERVED } from './lack.js';
import { byCode, type ScoreToExplain } from './score-to-explain.js';
import { POINTS, withUnit } from './with-unit.js';

/**
 * The behaviour and, by code, every core value of the plan, whether it counts or not.
 * @throws RangeError where the observations are not those that were measured
 */
export function explainBehaviour(parentId: string, input: ScoreToExplain): ExplanationNode[] {
  const { behaviour } = input.score;
  const id = `${parentId}/behaviour`;
  const planned = new Map(input.plan.behaviours.map((one) => [one.indicatorId, one]));
  return [
    explanationNode({
      id,
      parentId,
      kind: 'BEHAVIOUR',
      name: { id: 'Perilaku kerja', en: 'Behaviour' },
      value: behaviour.value,
      measureUnit: POINTS,
      contribution: behaviour.contribution,
      ...howAveraged(input),
    }),
    ...byCode(input, behaviour.parts).flatMap((part) =>
      explainCoreValue(id, planned.get(part.indicatorId)!, part, input),
    ),
  ];
}

function howAveraged(input: ScoreToExplain): Pick<ExplanationNode, 'ruleId' | 'sentence'> {
  const { score, plan, policy } = input;
  const { value, valuesCounted, parts } = score.behaviour;
  if (plan.service.served === 0) return NOT_SERVED;
  if (value === null) {
    const needed = howMany(policy.behaviour.minimumValues, CORE_VALUES);
    return {
      ruleId: 'BE8',
      sentence: {
        id: `Belum cukup data: baru ${valuesCounted} dari ${needed.id} yang diperlukan sudah cukup diamati. Perilaku kerja belum ikut dihitung, dan tidak dianggap nol.`,
        en: `There is not enough data yet: only ${valuesCounted} of the ${needed.en} needed have been observed enough. Behaviour does not count yet, and is not taken for zero.`,
      },
    };
  }
  const points = byCode(input, parts).flatMap((part) => part.points ?? []);
  const told = withUnit(
    equation(over(sumOf(points), wholeNumber(valuesCounted)), value, policy.shownPlaces),
    POINTS,
  );
  const all = howMany(valuesCounted, CORE_VALUES);
  return {
    ruleId: 'BE7',
    sentence: {
      id: `Rata-rata ${all.id} yang sudah cukup diamati: ${told.id}.`,
      en: `The mean of the ${all.en} observed enough: ${told.en}.`,
    },
  };
}
