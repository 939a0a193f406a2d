import { multiplyDivide, ONE, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { BehaviourMeasurement, BehaviourPart, PlannedBehaviour } from '../scoring/behaviour.js';
import { equation, over, wholeNumber } from './arithmetic.js';
import { explainObservations } from './explain-observations.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, OBSERVATIONS, OBSERVERS } from './how-many.js';
import { NOT_SERVED } from './lack.js';
import { paragraph } from './paragraph.js';
import { reckonCoreValue, weightedOf, weightOf, weightTerm } from './reckon-core-value.js';
import type { Reckoning } from './reckoning.js';
import {
  indicatorOf,
  observationsOf,
  type CountedObservations,
  type ScoreToExplain,
} from './score-to-explain.js';
import { POINTS, withUnit } from './with-unit.js';

/**
 * One core value and the observations that it comes from (rule EX3).
 * @throws RangeError where the observations are not those that were measured
 */
export function explainCoreValue(
  parentId: string,
  { indicatorId, measurement }: PlannedBehaviour,
  part: BehaviourPart,
  input: ScoreToExplain,
): ExplanationNode[] {
  const { code, name } = indicatorOf(input, indicatorId);
  const observations = observationsOf(input, indicatorId);
  if (!isMadeOf(measurement, observations)) throw new RangeError('not the observations that were measured');
  const id = `${parentId}/${code}`;
  const { brought, sentence, ...figures } =
    measurement === null || part.points === null
      ? notCounting(part, input)
      : reckonCoreValue(part.points, measurement, observations, input.policy);
  return [
    explanationNode({
      ...figures,
      id,
      parentId,
      kind: 'CORE_VALUE',
      name,
      value: part.points,
      measureUnit: POINTS,
      contribution: part.contribution,
      sentence: paragraph(sentence, inTheMean(part, input)),
    }),
    ...explainObservations(id, observations, {
      measureUnit: null,
      inWords: besideExpectations,
      brought,
      othersValue: (others) => multiplyDivide(weightedOf(others), ONE, weightOf(others)),
    }),
  ];
}

function isMadeOf(measurement: BehaviourMeasurement | null, { shown, others }: CountedObservations): boolean {
  const { count, weightTotal, weightedTotal } = measurement ?? {
    count: 0,
    weightTotal: 0n,
    weightedTotal: 0n,
  };
  const all = [...shown, others];
  return (
    shown.length + others.count === count &&
    all.reduce((sum, one) => sum + weightOf(one), 0n) === weightTotal &&
    all.reduce((sum, one) => sum + weightedOf(one), 0n) === weightedTotal
  );
}

function besideExpectations(value: Amount): Sentence {
  if (value === 0n) return { id: 'sesuai ekspektasi', en: 'meets expectations' };
  return value > 0n
    ? { id: 'di atas ekspektasi', en: 'above expectations' }
    : { id: 'di bawah ekspektasi', en: 'below expectations' };
}

/** What the points bring into the mean of all core values; null where there is no such mean. */
function inTheMean(
  { points, contribution }: BehaviourPart,
  { score, policy }: ScoreToExplain,
): Sentence | null {
  if (points === null || contribution === null) return null;
  const arithmetic = over(points, wholeNumber(score.behaviour.valuesCounted));
  const told = withUnit(equation(arithmetic, contribution, policy.shownPlaces), POINTS);
  return { id: `Sumbangannya pada rata-rata: ${told.id}.`, en: `It brings into the mean ${told.en}.` };
}

function notCounting(
  { count, observers }: BehaviourPart,
  { plan, policy: { behaviour } }: ScoreToExplain,
): Reckoning {
  const why = plan.service.served === 0 ? NOT_SERVED : tooLittle();
  return {
    ...why,
    terms: [],
    brought: (one) => ({
      contribution: null,
      ruleId: why.ruleId,
      terms: [weightTerm(one)],
      sentence: NOT_YET,
    }),
  };

  function tooLittle(): Pick<Reckoning, 'ruleId' | 'sentence'> {
    const [has, by] = [howMany(count, OBSERVATIONS), howMany(observers, OBSERVERS)];
    const needs = howMany(behaviour.minimumObservations, OBSERVATIONS);
    const from = howMany(behaviour.minimumObservers, OBSERVERS);
    return {
      ruleId: 'BE5',
      sentence: paragraph(
        count === 0
          ? { id: 'Belum ada pengamatan.', en: 'Nothing has been observed yet.' }
          : { id: `Baru ada ${has.id} oleh ${by.id}.`, en: `Observed so far: ${has.en} by ${by.en}.` },
        {
          id: `Nilai inti ini dihitung mulai ${needs.id} oleh ${from.id}; sebelum itu tidak dianggap nol.`,
          en: `This core value counts from ${needs.en} by ${from.en} on; before that it is not taken for zero.`,
        },
      ),
    };
  }
}

const NOT_YET: Sentence = { id: 'Belum dihitung.', en: 'It does not count yet.' };
