import { scoreUnit, type UnitScore } from '../scoring/roll-up-unit.js';
import { equation, over, wholeNumber } from './arithmetic.js';
import { explainUnitCoverage } from './explain-unit-coverage.js';
import { explainUnitGroups } from './explain-unit-groups.js';
import { explainUnitIndicators } from './explain-unit-indicators.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, PEOPLE } from './how-many.js';
import { lowCoverage } from './low-coverage.js';
import type { UnitToExplain } from './unit-to-explain.js';
import { POINTS, withUnit } from './with-unit.js';

const ROOT = 'score';

/**
 * Where a unit's score comes from, as groups of people and never as persons (rule EX5): the people placed directly in
 * it, the units below it, its coverage, and the indicators by code. Depth first, parents before their children.
 * @throws RangeError where `total` is not what `own` and `children` add up to
 */
export function explainUnit(input: UnitToExplain): ExplanationNode[] {
  const { unit, policy, total } = input;
  const score = scoreUnit(total, policy);
  return [
    explanationNode({
      id: ROOT,
      parentId: null,
      kind: 'SCORE',
      name: { id: `Skor ${unit.name}`, en: `Score of ${unit.name}` },
      value: score.value,
      measureUnit: POINTS,
      ...howAveraged(input, score),
    }),
    ...explainUnitGroups(ROOT, input, score),
    explainUnitCoverage(ROOT, input, score),
    ...explainUnitIndicators(ROOT, input, score),
  ];
}

function howAveraged(
  { total, policy }: UnitToExplain,
  { value, state, coverage }: UnitScore,
): Pick<ExplanationNode, 'ruleId' | 'terms' | 'sentence'> {
  const { scored, headcount, scoredDays, scoreTotal } = total;
  if (value !== null) {
    const days = wholeNumber(scoredDays);
    const told = withUnit(equation(over(scoreTotal, days), value, policy.shownPlaces), POINTS);
    return {
      ruleId: 'UR7',
      terms: [
        {
          name: { id: 'jumlah nilai × hari tugas', en: 'sum of value × days served' },
          value: scoreTotal,
          measureUnit: null,
        },
        { name: { id: 'hari tugas', en: 'days served' }, value: days, measureUnit: null },
      ],
      sentence: {
        id: `Nilai tiap pegawai × hari tugasnya, dijumlahkan, ÷ seluruh hari tugas mereka: ${told.id}.`,
        en: `Each person's value × the days served, added up, ÷ all these days: ${told.en}.`,
      },
    };
  }
  const [has, of] = [howMany(scored, PEOPLE), howMany(headcount, PEOPLE)];
  if (state === 'TOO_FEW_PEOPLE') {
    const needed = howMany(policy.minimumPeople, PEOPLE);
    return {
      ruleId: 'UR8',
      terms: [],
      sentence: {
        id: `Baru ${has.id} yang punya nilai. Nilai unit ditampilkan mulai ${needed.id}, supaya nilai perorangan tidak terbaca.`,
        en: `Only ${has.en} with a value so far. A unit's value is shown from ${needed.en} on, so that nobody's own can be read from it.`,
      },
    };
  }
  return {
    ruleId: 'UR3',
    terms: [],
    sentence:
      headcount === 0
        ? {
            id: 'Belum ada pegawai yang dihitung di unit ini pada periode ini.',
            en: 'Nobody is counted in this unit in this period yet.',
          }
        : scored === 0
          ? {
              id: `Belum ada yang punya nilai di antara ${of.id} unit ini; itu bukan nilai nol.`,
              en: `None of the ${of.en} of this unit has a value yet, which is not a value of zero.`,
            }
          : lowCoverage(coverage, policy),
  };
}
