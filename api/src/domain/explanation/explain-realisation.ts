import { divideRounded, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { Aggregation, Measurement } from '../scoring/realisation.js';
import type { PlannedIndicator, ScorePart } from '../scoring/score-employee.js';
import { equation } from './arithmetic.js';
import { explainObservations } from './explain-observations.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { NOT_SERVED } from './lack.js';
import { reckonRealisation, type Realised } from './reckon-realisation.js';
import type { Reckoning } from './reckoning.js';
import {
  indicatorOf,
  observationsOf,
  type CountedObservations,
  type OtherObservations,
  type ScoreToExplain,
} from './score-to-explain.js';
import { measureUnitOf, withUnit } from './with-unit.js';

/**
 * The realisation of one indicator and the observations that it comes from (rule EX3).
 * @throws RangeError where the observations are not those that were measured
 */
export function explainRealisation(
  parentId: string,
  { indicatorId, aggregation, measurement }: PlannedIndicator,
  { realised }: ScorePart,
  input: ScoreToExplain,
): ExplanationNode[] {
  const observations = observationsOf(input, indicatorId);
  if (!isMadeOf(measurement, observations)) throw new RangeError('not the observations that were measured');
  const measureUnit = measureUnitOf(indicatorOf(input, indicatorId).measureUnit);
  const tell: Realised['tell'] = (result, arithmetic = result) =>
    withUnit(equation(arithmetic, result, input.policy.shownPlaces), measureUnit);
  const id = `${parentId}/realisation`;
  const about = {
    id,
    parentId,
    kind: 'REALISATION',
    name: { id: 'Realisasi', en: 'Realisation' },
    value: realised,
    measureUnit,
  } as const;
  if (measurement === null) return [explanationNode({ ...about, ruleId: 'WR3', sentence: NOTHING_OBSERVED })];

  const { service } = input.plan;
  const { brought, ...whole } =
    realised === null
      ? WITHOUT_SERVICE
      : reckonRealisation({ realised, measurement, observations, service, measureUnit, tell }, aggregation);
  return [
    explanationNode({ ...about, ...whole }),
    ...explainObservations(id, observations, {
      measureUnit,
      inWords: tell,
      brought,
      othersValue: (others) => valueOfOthers(others, aggregation),
    }),
  ];
}

function isMadeOf(measurement: Measurement | null, { shown, others }: CountedObservations): boolean {
  const { count, total } = measurement ?? { count: 0, total: 0n };
  return (
    shown.length + others.count === count &&
    shown.reduce((sum, { value }) => sum + value, others.total) === total
  );
}

function valueOfOthers({ total, count }: OtherObservations, aggregation: Aggregation): Amount | null {
  if (aggregation === 'LATEST') return null;
  return aggregation === 'SUM' ? total : divideRounded(total, BigInt(count));
}

const NOTHING_OBSERVED: Sentence = {
  id: 'Belum ada pengamatan untuk indikator ini.',
  en: 'Nothing has been observed for this indicator yet.',
};

const WITHOUT_SERVICE: Reckoning = {
  ...NOT_SERVED,
  terms: [],
  brought: () => ({
    contribution: null,
    ruleId: NOT_SERVED.ruleId,
    terms: [],
    sentence: { id: 'Tidak dihitung.', en: 'It does not count.' },
  }),
};
