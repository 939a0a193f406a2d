import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import {
  addTallies,
  EMPTY_TALLY,
  scoreUnit,
  type UnitScore,
  type UnitTally,
} from '../scoring/roll-up-unit.js';
import { shareOut } from '../scoring/share-out.js';
import { equation, over, times, wholeNumber, type Arithmetic } from './arithmetic.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, PEOPLE } from './how-many.js';
import { lowCoverage } from './low-coverage.js';
import { paragraph } from './paragraph.js';
import { groupsToldTogether } from './small-groups.js';
import type { UnitToExplain } from './unit-to-explain.js';
import { POINTS, withUnit } from './with-unit.js';

interface Group {
  /** Ends the id of its node. */
  readonly key: string;
  readonly kind: 'PEOPLE' | 'UNIT';
  readonly name: Sentence;
  readonly tally: UnitTally;
}

/** A node of one group, but for what all of them have in common. */
type AboutGroup = Pick<ExplanationNode, 'ruleId' | 'sentence'> & Partial<ExplanationNode>;

/**
 * The groups that a unit's people are in: those placed directly in it, each unit below, and as one all groups that are
 * not to be told alone (rule EX5). Contributions add up exactly to the unit's value; while it has none nobody has.
 * @throws RangeError where `total` is not what `own` and `children` add up to
 */
export function explainUnitGroups(
  parentId: string,
  { own, children, total, policy }: UnitToExplain,
  { value, state }: UnitScore,
): ExplanationNode[] {
  const groups: Group[] = [
    ...(own.headcount === 0 ? [] : [{ key: 'people', kind: 'PEOPLE', name: OWN, tally: own } as const]),
    ...children.map(
      ({ id, name, tally }) =>
        ({ key: `units/${id}`, kind: 'UNIT', name: { id: name, en: name }, tally }) as const,
    ),
  ];
  if (!isMadeOf(total, groups)) throw new RangeError('not the groups that the unit is made of');
  const node = ({ key, kind, name }: Group, about: AboutGroup) =>
    explanationNode({ id: `${parentId}/${key}`, parentId, kind, name, measureUnit: POINTS, ...about });
  if (value === null) {
    const ruleId = state === 'TOO_FEW_PEOPLE' ? 'UR8' : 'UR3';
    return groups.map((group) => node(group, { ruleId, sentence: notYet(group.tally) }));
  }

  const hidden = groupsToldTogether(
    groups.map(({ key, tally: { scored } }) => ({ key, scored })),
    total.scored,
    policy.minimumPeople,
  );
  const folded = groups.filter(({ key }) => hidden.has(key));
  const together: Group = { key: 'together', kind: 'PEOPLE', name: TOGETHER, tally: sumOf(folded) };
  const contributions = shareOut(
    value,
    [...groups.filter(({ key }) => !hidden.has(key)), together].map(({ key, tally }) => ({
      key,
      numerator: tally.scoreTotal,
    })),
    BigInt(total.scoredDays),
  );
  const broughtBy = ({ key, tally }: Group) => howCounted(tally, contributions.get(key)!, total, policy);
  const nodes = groups.map((group) =>
    node(group, hidden.has(group.key) ? whyHidden(group.tally, policy) : broughtBy(group)),
  );
  if (folded.length === 0) return nodes;
  const { sentence, ...rest } = broughtBy(together);
  return [...nodes, node(together, { ...rest, sentence: paragraph(madeOf(folded), sentence) })];
}

const OWN: Sentence = { id: 'Pegawai langsung di unit ini', en: 'People directly in this unit' };
const TOGETHER: Sentence = { id: 'Kelompok yang digabung', en: 'Groups told together' };

function madeOf(groups: readonly Group[]): Sentence {
  const list = (language: keyof Sentence) => groups.map(({ name }) => name[language]).join(', ');
  return { id: `Gabungan dari ${list('id')}.`, en: `Made of ${list('en')}.` };
}

function sumOf(groups: readonly Group[]): UnitTally {
  return groups.map(({ tally }) => tally).reduce(addTallies, EMPTY_TALLY);
}

/** By days and not by people: somebody who moved between two groups is in both, but one person of the unit. */
function isMadeOf(total: UnitTally, groups: readonly Group[]): boolean {
  const sum = sumOf(groups);
  return (
    sum.days === total.days &&
    sum.scoredDays === total.scoredDays &&
    sum.scoreTotal === total.scoreTotal &&
    sum.coverageTotal === total.coverageTotal
  );
}

function notYet({ scored, headcount }: UnitTally): Sentence {
  const of = howMany(headcount, PEOPLE);
  return {
    id: `${scored} dari ${of.id} sudah punya nilai. Bagian ini ditampilkan setelah unit ini punya nilai.`,
    en: `${scored} of ${of.en} with a value so far. This part is shown once this unit has a value.`,
  };
}

function whyHidden({ scored }: UnitTally, { minimumPeople }: ScoringPolicy): AboutGroup {
  const needed = howMany(minimumPeople, PEOPLE);
  return {
    ruleId: 'EX5',
    sentence:
      scored < minimumPeople
        ? {
            id: `Kurang dari ${needed.id} di sini punya nilai; supaya nilai perorangan tidak terbaca, hitungannya digabung.`,
            en: `Fewer than ${needed.en} here have a value; so that nobody's own can be read from it, it is told together with others.`,
          }
        : {
            id: 'Hitungannya digabung dengan kelompok kecil, supaya nilai kelompok itu tidak terbaca dari sisanya.',
            en: 'It is told together with a small group, so that the value of that group cannot be read from the rest.',
          },
  };
}

/** What a group that is told brings into the value of the unit. */
function howCounted(
  tally: UnitTally,
  contribution: Amount,
  total: UnitTally,
  policy: ScoringPolicy,
): AboutGroup {
  if (tally.scored === 0) return { ruleId: 'UR2', sentence: NOBODY_SCORED };
  const { value, coverage } = scoreUnit(tally, policy);
  const [days, allDays] = [tally.scoredDays, total.scoredDays].map(wholeNumber) as [Amount, Amount];
  const dayTerms = [
    { name: { id: 'hari tugas di sini', en: 'days served here' }, value: days, measureUnit: null },
    { name: { id: 'seluruh hari tugas', en: 'all days served' }, value: allDays, measureUnit: null },
  ];
  const tell = (arithmetic: Arithmetic) =>
    withUnit(equation(arithmetic, contribution, policy.shownPlaces), POINTS);
  if (value === null) {
    const told = tell(over(tally.scoreTotal, allDays));
    return {
      contribution,
      ruleId: 'UR3',
      terms: [{ name: TOTAL, value: tally.scoreTotal, measureUnit: null }, ...dayTerms],
      sentence: paragraph(lowCoverage(coverage, policy), {
        id: `Jadi bagian ini belum punya nilai sendiri, tetapi nilai pegawainya sudah ikut dihitung: ${told.id}.`,
        en: `So this part has no value of its own yet, but the values of its people count already: ${told.en}.`,
      }),
    };
  }
  const told = tell(over(times(value, days), allDays));
  return {
    value,
    contribution,
    ruleId: 'UR7',
    terms: [{ name: { id: 'nilai', en: 'value' }, value, measureUnit: POINTS }, ...dayTerms],
    sentence: {
      id: `Nilai × hari tugas di sini ÷ seluruh hari tugas: ${told.id}.`,
      en: `Value × days served here ÷ all days served: ${told.en}.`,
    },
  };
}

const TOTAL: Sentence = { id: 'jumlah nilai × hari tugas', en: 'sum of value × days served' };

const NOBODY_SCORED: Sentence = {
  id: 'Belum ada pegawai di sini yang punya nilai; tidak dihitung sebagai nol.',
  en: 'Nobody here has a value yet; it does not count as zero.',
};
