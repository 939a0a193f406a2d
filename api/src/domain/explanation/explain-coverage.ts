import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScorePart } from '../scoring/score-employee.js';
import { ALL_PLACES } from '../wall/display-amount.js';
import { equation, over, percentageOf, write } from './arithmetic.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { lackOf } from './lack.js';
import { paragraph } from './paragraph.js';
import { placesBeside } from './places-beside.js';
import { byCode, indicatorOf, type ScoreToExplain } from './score-to-explain.js';

/** How much of the planned weight has data, whether that is enough, and what is still missing (rule EX4). */
export function explainCoverage(parentId: string, input: ScoreToExplain): ExplanationNode {
  const { score } = input;
  const parts = byCode(input, score.workResult.parts);
  const missing = parts.filter(({ attainment }) => attainment === null);
  const planned = weightOf(parts);
  const measured = planned - weightOf(missing);
  const lack = lackOf(input);
  return explanationNode({
    id: `${parentId}/coverage`,
    parentId,
    kind: 'COVERAGE',
    name: { id: 'Cakupan data', en: 'Coverage' },
    value: score.coverage,
    terms: [
      { name: { id: 'bobot yang ada datanya', en: 'weight with data' }, value: measured, measureUnit: null },
      { name: { id: 'seluruh bobot rencana', en: 'all planned weight' }, value: planned, measureUnit: null },
      {
        name: { id: 'paling sedikit', en: 'at least' },
        value: input.policy.minimumCoverage,
        measureUnit: null,
      },
    ],
    ruleId: lack?.ruleId ?? 'WR3',
    sentence:
      measured === 0n
        ? lack!.sentence
        : paragraph(howMuch(measured, planned, input), stillMissing(missing, input)),
  });
}

function weightOf(parts: readonly ScorePart[]): Amount {
  return parts.reduce((sum, { weight }) => sum + weight, 0n);
}

function howMuch(measured: Amount, planned: Amount, { score, policy }: ScoreToExplain): Sentence {
  const [coverage, minimum] = [percentageOf(score.coverage), percentageOf(policy.minimumCoverage)];
  const places = placesBeside(coverage.percent, [minimum.percent], policy.shownPlaces);
  const [told, least] = [equation(over(measured, planned), coverage, places), write(minimum, ALL_PLACES)];
  const isEnough = score.coverage >= policy.minimumCoverage;
  return {
    id: `Bobot yang ada datanya ÷ seluruh bobot rencana: ${told.id}. ${isEnough ? 'Cukup' : 'Belum cukup data'}: diperlukan paling sedikit ${least.id}.`,
    en: `Weight with data ÷ all planned weight: ${told.en}. ${isEnough ? 'This is enough' : 'This is not enough yet'}: at least ${least.en} is needed.`,
  };
}

/** More names than these would not be read; the indicators themselves say it too. */
const MOST_NAMED = 3;

function stillMissing(missing: readonly ScorePart[], input: ScoreToExplain): Sentence | null {
  if (missing.length === 0) return null;
  const names = missing.slice(0, MOST_NAMED).map(({ indicatorId }) => indicatorOf(input, indicatorId).name);
  const more = missing.length - names.length;
  const list = (language: keyof Sentence) => names.map((name) => name[language]).join(', ');
  return {
    id: `Belum ada data: ${list('id')}${more === 0 ? '' : ` dan ${more} indikator lain`}.`,
    en: `No data yet: ${list('en')}${more === 0 ? '' : ` and ${more} more`}.`,
  };
}
