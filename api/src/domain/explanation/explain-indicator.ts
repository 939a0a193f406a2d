import type { Sentence } from '../outcome.js';
import type { Direction } from '../scoring/attainment.js';
import type { PlannedIndicator, ScorePart } from '../scoring/score-employee.js';
import { ALL_PLACES, displayAmount } from '../wall/display-amount.js';
import { equation, over, times } from './arithmetic.js';
import { explainAttainment } from './explain-attainment.js';
import { explainRealisation } from './explain-realisation.js';
import { explanationNode, type ExplanationNode, type ExplanationTerm } from './explanation-node.js';
import { NOT_SERVED } from './lack.js';
import { indicatorOf, type ScoreToExplain } from './score-to-explain.js';
import { measureUnitOf, POINTS, withUnit } from './with-unit.js';

/**
 * One indicator of the plan with its target, its realisation and the observations below that.
 * @throws RangeError where the observations are not those that were measured
 */
export function explainIndicator(
  parentId: string,
  planned: PlannedIndicator,
  part: ScorePart,
  input: ScoreToExplain,
): ExplanationNode[] {
  const { code, name } = indicatorOf(input, planned.indicatorId);
  const id = `${parentId}/${code}`;
  return [
    explanationNode({
      id,
      parentId,
      kind: 'INDICATOR',
      name,
      value: part.attainment,
      measureUnit: POINTS,
      contribution: part.contribution,
      ...howItCounts(part, input),
    }),
    explainTarget(id, planned, part, input),
    ...explainRealisation(id, planned, part, input),
  ];
}

function howItCounts(
  { weight, attainment, contribution }: ScorePart,
  { score, plan, policy }: ScoreToExplain,
): Pick<ExplanationNode, 'ruleId' | 'terms' | 'sentence'> {
  const ofWeight: ExplanationTerm = { name: WEIGHT, value: weight, measureUnit: null };
  if (plan.service.served === 0) return { ...NOT_SERVED, terms: [ofWeight] };
  if (attainment === null) return { ruleId: 'WR3', terms: [ofWeight], sentence: NO_DATA };

  const measured = score.workResult.parts
    .filter((one) => one.attainment !== null)
    .reduce((sum, one) => sum + one.weight, 0n);
  const terms: ExplanationTerm[] = [
    { name: ATTAINMENT, value: attainment, measureUnit: POINTS },
    ofWeight,
    { name: MEASURED_WEIGHT, value: measured, measureUnit: null },
  ];
  if (contribution === null) return { ruleId: 'WR4', terms, sentence: NOT_YET };
  const told = withUnit(
    equation(over(times(attainment, weight), measured), contribution, policy.shownPlaces),
    POINTS,
  );
  return {
    ruleId: 'WR2',
    terms,
    sentence: {
      id: `Capaian × bobot ÷ seluruh bobot yang ada datanya: ${told.id}.`,
      en: `Attainment × weight ÷ all weight with data: ${told.en}.`,
    },
  };
}

const ATTAINMENT: Sentence = { id: 'capaian', en: 'attainment' };
const WEIGHT: Sentence = { id: 'bobot', en: 'weight' };
const MEASURED_WEIGHT: Sentence = { id: 'seluruh bobot yang ada datanya', en: 'all weight with data' };

const NO_DATA: Sentence = {
  id: 'Belum ada data; bobotnya tidak dihitung.',
  en: 'There is no data yet; its weight does not count.',
};

const NOT_YET: Sentence = {
  id: 'Capaian ini belum menjadi sumbangan, karena cakupan data seluruh rencana belum cukup.',
  en: 'This attainment brings nothing yet, because too little of the plan has data.',
};

function explainTarget(
  parentId: string,
  planned: PlannedIndicator,
  { realised }: ScorePart,
  input: ScoreToExplain,
): ExplanationNode {
  const { measureUnit, direction } = indicatorOf(input, planned.indicatorId);
  const unit = measureUnitOf(measureUnit);
  const points = [
    [FLOOR, planned.floor],
    [TARGET, planned.target],
    [STRETCH, planned.stretch],
    ...(planned.ceiling === null ? [] : ([[CEILING, planned.ceiling]] as const)),
  ] as const;
  const terms = [...points, ...(realised === null ? [] : ([[REALISATION, realised]] as const))];
  return explanationNode({
    id: `${parentId}/target`,
    parentId,
    kind: 'TARGET',
    name: { id: 'Target', en: 'Target' },
    value: planned.target,
    measureUnit: unit,
    terms: terms.map(([name, value]) => ({ name, value, measureUnit: unit })),
    ...(realised === null
      ? { ruleId: 'AT1', sentence: whatIsExpected() }
      : explainAttainment(realised, planned, measureUnit, input.policy)),
  });

  function whatIsExpected(): Sentence {
    const told = points.map(([name, value]) => {
      const at = withUnit(displayAmount(value, ALL_PLACES), unit);
      return { id: `${name.id} ${at.id}`, en: `${name.en} ${at.en}` };
    });
    const better = planned.ceiling === null ? BETTER[direction] : INSIDE;
    return {
      id: `${better.id}: ${told.map(({ id }) => id).join(', ')}. Belum ada realisasi untuk dibandingkan.`,
      en: `${better.en}: ${told.map(({ en }) => en).join(', ')}. There is no realisation to compare yet.`,
    };
  }
}

const FLOOR: Sentence = { id: 'batas bawah', en: 'floor' };
const TARGET: Sentence = { id: 'target', en: 'target' };
const STRETCH: Sentence = { id: 'target lebih', en: 'stretch' };
const CEILING: Sentence = { id: 'batas atas', en: 'ceiling' };
const REALISATION: Sentence = { id: 'realisasi', en: 'realisation' };

const BETTER: Readonly<Record<Direction, Sentence>> = {
  HIGHER: { id: 'Makin tinggi makin baik', en: 'Higher is better' },
  LOWER: { id: 'Makin rendah makin baik', en: 'Lower is better' },
};
const INSIDE: Sentence = { id: 'Yang terbaik berada di dalam rentang', en: 'Best inside the range' };
