import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { BehaviourMeasurement } from '../scoring/behaviour.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import { equation, minus, over, plus, times, wholeNumber, type Arithmetic } from './arithmetic.js';
import type { ExplanationTerm } from './explanation-node.js';
import { howMany, OBSERVATIONS, OBSERVERS } from './how-many.js';
import { keyOf, type Counted, type Reckoning } from './reckoning.js';
import type { CountedObservations } from './score-to-explain.js';
import { shareOutSigned } from './share-out-signed.js';
import { POINTS, withUnit } from './with-unit.js';

/**
 * Tells how the points of a core value were made from its observations (rules BE): from the points of what is expected,
 * up or down by what was observed, the newer weighing more.
 * @param points what `scoreBehaviour` gives for this measurement
 * @param observations exactly those that were measured
 */
export function reckonCoreValue(
  points: Amount,
  { count, observers, weightTotal, weightedTotal }: BehaviourMeasurement,
  { shown, others }: CountedObservations,
  { behaviour, shownPlaces }: ScoringPolicy,
): Reckoning {
  const { below, meets, above } = behaviour.points;
  const step = weightedTotal < 0n ? meets - below : above - meets;
  const tell = (arithmetic: Arithmetic, result: Amount): Sentence =>
    withUnit(equation(arithmetic, result, shownPlaces), POINTS);

  const contributions = shareOutSigned(
    points,
    [...shown, others].map((one) => ({
      key: keyOf(one),
      numerator: meets * weightOf(one) + step * weightedOf(one),
    })),
    weightTotal,
  );
  const [all, by] = [howMany(count, OBSERVATIONS), howMany(observers, OBSERVERS)];
  const told = tell(plus(meets, over(times(step, weightedTotal), weightTotal)), points);
  return {
    ruleId: 'BE6',
    terms: [
      {
        name: { id: 'banyak pengamatan', en: 'number of observations' },
        value: wholeNumber(count),
        measureUnit: null,
      },
      {
        name: { id: 'banyak pengamat', en: 'number of observers' },
        value: wholeNumber(observers),
        measureUnit: null,
      },
      {
        name: { id: 'jumlah bobot × tingkat', en: 'sum of weight × level' },
        value: weightedTotal,
        measureUnit: null,
      },
      { name: WEIGHT_TOTAL, value: weightTotal, measureUnit: null },
    ],
    sentence: {
      id: `Dari ${all.id} oleh ${by.id}, yang lebih baru lebih berbobot: ${told.id}.`,
      en: `From ${all.en} by ${by.en}, the newer weighing more: ${told.en}.`,
    },
    brought: (one) => {
      const contribution = contributions.get(keyOf(one))!;
      const brings = tell(over(weighed(one, meets, step), weightTotal), contribution);
      return {
        contribution,
        ruleId: 'BE2',
        terms: [weightTerm(one), { name: WEIGHT_TOTAL, value: weightTotal, measureUnit: null }],
        sentence: { id: `Sumbangannya: ${brings.id}.`, en: `It brings ${brings.en}.` },
      };
    },
  };
}

/** Points × weight of one observation, or of the others together. */
function weighed(one: Counted, meets: Amount, step: Amount): Arithmetic {
  if (!('id' in one)) return plus(times(meets, weightOf(one)), times(step, weightedOf(one)));
  const points = one.value === 0n ? meets : one.value > 0n ? plus(meets, step) : minus(meets, step);
  return times(points, weightOf(one));
}

const WEIGHT_TOTAL: Sentence = { id: 'jumlah bobot kebaruan', en: 'sum of the recency weights' };

/** How much one observation weighs by its age, or the others together. */
export function weightTerm(one: Counted): ExplanationTerm {
  return { name: { id: 'bobot kebaruan', en: 'recency weight' }, value: weightOf(one), measureUnit: null };
}

/** The recency weight; 0 where there is none. */
export function weightOf(one: Counted): Amount {
  return ('id' in one ? one.weight : one.weightTotal) ?? 0n;
}

/** Recency weight × what was observed, which is -1, 0 or +1. */
export function weightedOf(one: Counted): Amount {
  if (!('id' in one)) return one.weightedTotal ?? 0n;
  if (one.value === 0n) return 0n;
  return one.value > 0n ? weightOf(one) : -weightOf(one);
}
