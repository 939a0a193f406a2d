import type { Sentence } from '../outcome.js';
import { equation, plus, times, type Arithmetic } from './arithmetic.js';
import { explainBehaviour } from './explain-behaviour.js';
import { explainCoverage } from './explain-coverage.js';
import { explainPredicate } from './explain-predicate.js';
import { explainWorkResult } from './explain-work-result.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { lackOf } from './lack.js';
import { paragraph } from './paragraph.js';
import type { ScoreToExplain } from './score-to-explain.js';
import { PER_CENT, POINTS, withUnit } from './with-unit.js';

const ROOT = 'score';

/**
 * Where an employee's score comes from, down to the observations (rules EX in docs/SCORING.md): depth first, parents
 * before their children, indicators by code, observations newest first.
 * @throws RangeError where the observations are not those that were measured, or an indicator of the plan has no name
 */
export function explainScore(input: ScoreToExplain): ExplanationNode[] {
  return [
    explanationNode({
      id: ROOT,
      parentId: null,
      kind: 'SCORE',
      name: { id: 'Skor', en: 'Score' },
      value: input.score.value,
      measureUnit: POINTS,
      ...howPutTogether(input),
    }),
    ...explainWorkResult(ROOT, input),
    ...explainBehaviour(ROOT, input),
    explainCoverage(ROOT, input),
    explainPredicate(ROOT, input),
  ];
}

type How = Pick<ExplanationNode, 'ruleId' | 'terms' | 'sentence'>;

function howPutTogether(input: ScoreToExplain): How {
  const { workResult, behaviour, value } = input.score;
  const { shares, shownPlaces } = input.policy;
  const lack = lackOf(input);
  if (lack !== null) return { ...lack, terms: [], sentence: paragraph(lack.sentence, NOT_ZERO) };

  const tell = (arithmetic: Arithmetic) => withUnit(equation(arithmetic, value!, shownPlaces), POINTS);
  const ofResult = {
    name: { id: 'hasil kerja', en: 'work result' },
    value: workResult.value!,
    measureUnit: POINTS,
  };
  if (behaviour.value === null) {
    const told = tell(workResult.value!);
    return {
      ruleId: 'NV2',
      terms: [ofResult],
      sentence: {
        id: `Perilaku kerja belum cukup data, jadi skor indikatif ini sementara dari hasil kerja saja: ${told.id}.`,
        en: `Behaviour has too little data yet, so for now this indicative score is the work result alone: ${told.en}.`,
      },
    };
  }
  const told = tell(
    plus(
      times({ percent: shares.results }, workResult.value!),
      times({ percent: shares.behaviour }, behaviour.value),
    ),
  );
  return {
    ruleId: 'NV1',
    terms: [
      {
        name: { id: 'bagian hasil kerja', en: 'share of the work result' },
        value: shares.results,
        measureUnit: PER_CENT,
      },
      ofResult,
      {
        name: { id: 'bagian perilaku kerja', en: 'share of behaviour' },
        value: shares.behaviour,
        measureUnit: PER_CENT,
      },
      { name: { id: 'perilaku kerja', en: 'behaviour' }, value: behaviour.value, measureUnit: POINTS },
    ],
    sentence: {
      id: `Skor indikatif dari hasil kerja dan perilaku kerja: ${told.id}.`,
      en: `The indicative score from work result and behaviour: ${told.en}.`,
    },
  };
}

const NOT_ZERO: Sentence = {
  id: 'Karena itu belum ada skor, dan itu bukan nilai nol.',
  en: 'Therefore there is no score yet, which is not a score of zero.',
};
