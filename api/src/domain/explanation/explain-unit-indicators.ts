import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import type { UnitScore } from '../scoring/roll-up-unit.js';
import { displayAmount } from '../wall/display-amount.js';
import { percentageOf, wholeNumber, write } from './arithmetic.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, PEOPLE } from './how-many.js';
import { placesBeside } from './places-beside.js';
import type { UnitIndicator, UnitToExplain } from './unit-to-explain.js';
import { POINTS } from './with-unit.js';

/** Where a unit is strong and where it needs help, by the code of the indicator (rule EX8). */
export function explainUnitIndicators(
  parentId: string,
  { indicators, policy }: UnitToExplain,
  score: UnitScore,
): ExplanationNode[] {
  return indicators
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((indicator) => {
      const { code, name, people, weightShare } = indicator;
      return explanationNode({
        id: `${parentId}/indicators/${code}`,
        parentId,
        kind: 'INDICATOR',
        name,
        measureUnit: POINTS,
        terms: [
          {
            name: { id: 'pegawai yang ada datanya', en: 'people with data' },
            value: wholeNumber(people),
            measureUnit: null,
          },
          {
            name: { id: 'bagian dari seluruh bobot', en: 'share of all weight' },
            value: weightShare,
            measureUnit: null,
          },
        ],
        ...howReached(indicator, score, policy),
      });
    });
}

type How = Pick<ExplanationNode, 'value' | 'ruleId' | 'sentence'>;

function howReached(
  { people, meanAttainment, weightShare }: UnitIndicator,
  score: UnitScore,
  policy: ScoringPolicy,
): How {
  if (meanAttainment === null) return { value: null, ruleId: 'EX4', sentence: NO_DATA };
  if (people < policy.minimumPeople) {
    const needed = howMany(policy.minimumPeople, PEOPLE);
    return {
      value: null,
      ruleId: 'EX5',
      sentence: {
        id: `Rata-ratanya ditampilkan mulai ${needed.id} yang ada datanya, supaya capaian perorangan tidak terbaca.`,
        en: `The mean is shown from ${needed.en} with data on, so that nobody's own attainment can be read from it.`,
      },
    };
  }
  if (score.value === null) return { value: null, ruleId: 'EX5', sentence: NOT_YET };
  const [all, share] = [howMany(people, PEOPLE), write(percentageOf(weightShare), policy.shownPlaces)];
  const { above, meets, decide } = policy.bands;
  const told = displayAmount(
    meanAttainment,
    placesBeside(meanAttainment, [above, meets, decide], policy.shownPlaces),
  );
  const stand = standOf(meanAttainment, policy.bands);
  return {
    value: meanAttainment,
    ruleId: 'EX8',
    sentence: {
      id: `Rata-rata capaian ${all.id} ${told.id} poin: ${stand.id}. Bobotnya ${share.id} dari seluruh bobot.`,
      en: `The mean attainment of ${all.en} is ${told.en} points: ${stand.en}. It has ${share.en} of all weight.`,
    },
  };
}

const NO_DATA: Sentence = {
  id: 'Belum ada data; tidak dihitung sebagai nol.',
  en: 'There is no data yet; it does not count as zero.',
};

const NOT_YET: Sentence = {
  id: 'Rata-ratanya ditampilkan setelah unit ini punya nilai.',
  en: 'The mean is shown once this unit has a value.',
};

/** In the words of the states of units, which offer help and never blame. */
function standOf(mean: Amount, { above, meets, decide }: ScoringPolicy['bands']): Sentence {
  if (mean >= above) return { id: 'kekuatan unit ini', en: 'a strength of this unit' };
  if (mean >= meets) return { id: 'sesuai target', en: 'on target' };
  return mean >= decide
    ? { id: 'perlu pendampingan', en: 'needs support' }
    : { id: 'perlu keputusan tentang bantuan apa yang diberikan', en: 'needs a decision on how to help' };
}
