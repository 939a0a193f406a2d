import { amount, divideRounded, ONE, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { Predicate } from '../scoring/predicate.js';
import { displayAmount } from '../wall/display-amount.js';

/** Predikat kinerja organisasi, best first. */
export type OrganisationPredicate = 'ISTIMEWA' | 'BAIK' | 'BUTUH_PERBAIKAN' | 'KURANG' | 'SANGAT_KURANG';

/** What of the guideline the predicates do not show; TOO_FEW_PEOPLE where so few say nothing. */
export type DistributionCode =
  'TOO_FEW_PEOPLE' | 'NOT_MOST' | 'ABOVE_LIMIT' | 'BELOW_LIMIT' | 'SOME_EXPECTED' | 'NONE_EXPECTED';

/** One piece of advice for the talk about an organisation's predicates. It is no refusal: nothing has to follow. */
export interface DistributionFinding {
  readonly code: DistributionCode;
  /** The share that was found, in per cent, rounded to six places. */
  readonly share?: Amount;
  /** The share of the guideline, in per cent. */
  readonly limit?: Amount;
  readonly sentence: Sentence;
}

/** What the guideline expects of the share of people who have any of some predicates; `limit` in per cent. */
interface Expectation {
  readonly code: Exclude<DistributionCode, 'TOO_FEW_PEOPLE'>;
  readonly of: readonly Predicate[];
  readonly limit: Amount;
}

/** "Sebagian besar" is read as more than half; the guideline itself names only its upper end. */
const MOST = amount('50');

const most = (predicate: Predicate): Expectation[] => [
  { code: 'NOT_MOST', of: [predicate], limit: MOST },
  { code: 'ABOVE_LIMIT', of: [predicate], limit: amount('70') },
];
const atLeast = (percent: string, ...of: Predicate[]): Expectation => ({
  code: 'BELOW_LIMIT',
  of,
  limit: amount(percent),
});
const FEW_VERY_GOOD: Expectation = { code: 'ABOVE_LIMIT', of: ['SANGAT_BAIK'], limit: amount('10') };

/** The five rows of the guideline, each in its own order. */
const EXPECTED: Readonly<Record<OrganisationPredicate, readonly Expectation[]>> = {
  ISTIMEWA: most('SANGAT_BAIK'),
  BAIK: [...most('BAIK'), { code: 'SOME_EXPECTED', of: ['BUTUH_PERBAIKAN', 'KURANG'], limit: 0n }],
  BUTUH_PERBAIKAN: [atLeast('60', 'BUTUH_PERBAIKAN'), FEW_VERY_GOOD],
  KURANG: [atLeast('60', 'KURANG'), atLeast('10', 'BUTUH_PERBAIKAN'), FEW_VERY_GOOD],
  SANGAT_KURANG: [
    atLeast('60', 'SANGAT_KURANG'),
    atLeast('10', 'KURANG', 'BUTUH_PERBAIKAN'),
    { code: 'NONE_EXPECTED', of: ['SANGAT_BAIK'], limit: 0n },
  ],
};

/**
 * Advice on how the predicates of an organisation's people lie against the guideline for the predicate of the
 * organisation itself (circular of the Minister of PANRB on evaluation; rules DC in docs/SCORING.md). Empty where
 * nothing is to be said. No predicate is changed to fit it.
 * @param counts people with each predicate
 * @param minimumPeople below it a share would tell single people apart and mean nothing
 * @throws RangeError where a count is no whole number from 0
 */
export function checkDistribution(
  organisation: OrganisationPredicate,
  counts: Readonly<Record<Predicate, number>>,
  minimumPeople: number,
): DistributionFinding[] {
  const numbers = Object.values(counts);
  if (numbers.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError('people are counted in whole numbers');
  }
  const total = numbers.reduce((sum, count) => sum + count, 0);
  if (total === 0 || total < minimumPeople) return [tooFewPeople(total, minimumPeople)];
  return EXPECTED[organisation].flatMap((expectation) => {
    const { code, of, limit } = expectation;
    const people = of.reduce((sum, predicate) => sum + counts[predicate], 0);
    // Exact: a rounded share could touch a limit that the people do not.
    const percents = BigInt(people) * 100n * ONE;
    if (isAsExpected(code, percents - limit * BigInt(total))) return [];
    const share = divideRounded(percents, BigInt(total));
    const sentence = sentenceOf(organisation, expectation, share, people, total);
    return [{ code, share, limit, sentence }];
  });
}

/** Whether a share that lies so far above its limit, or below where negative, is what the guideline expects. */
function isAsExpected(code: Expectation['code'], above: bigint): boolean {
  switch (code) {
    case 'NOT_MOST':
    case 'SOME_EXPECTED':
      return above > 0n;
    case 'BELOW_LIMIT':
      return above >= 0n;
    case 'ABOVE_LIMIT':
    case 'NONE_EXPECTED':
      return above <= 0n;
  }
}

function tooFewPeople(total: number, minimumPeople: number): DistributionFinding {
  return {
    code: 'TOO_FEW_PEOPLE',
    sentence: {
      id: `Baru ${total} pegawai punya predikat. Sebarannya baru berarti mulai ${minimumPeople} pegawai, jadi tidak dibandingkan dengan pedoman.`,
      en: `So far ${total} ${total === 1 ? 'person has' : 'people have'} a predicate. The distribution says something from ${minimumPeople} people on, so it is not held against the guideline.`,
    },
  };
}

const NAMES: Readonly<Record<OrganisationPredicate | Predicate, Sentence>> = {
  ISTIMEWA: { id: 'Istimewa', en: 'Outstanding' },
  SANGAT_BAIK: { id: 'Sangat Baik', en: 'Very Good' },
  BAIK: { id: 'Baik', en: 'Good' },
  BUTUH_PERBAIKAN: { id: 'Butuh Perbaikan', en: 'Needs Improvement' },
  KURANG: { id: 'Kurang', en: 'Poor' },
  SANGAT_KURANG: { id: 'Sangat Kurang', en: 'Very Poor' },
};

const WORDS: Readonly<Record<Expectation['code'], (limit: Sentence) => Sentence>> = {
  NOT_MOST: () => ({ id: 'sebagian besar pegawai', en: 'most people have' }),
  ABOVE_LIMIT: ({ id, en }) => ({
    id: `paling banyak ${id}% pegawai`,
    en: `at most ${en}% of the people have`,
  }),
  BELOW_LIMIT: ({ id, en }) => ({
    id: `paling sedikit ${id}% pegawai`,
    en: `at least ${en}% of the people have`,
  }),
  SOME_EXPECTED: () => ({ id: 'ada pegawai', en: 'some people have' }),
  NONE_EXPECTED: () => ({ id: 'tidak ada pegawai', en: 'nobody has' }),
};

function sentenceOf(
  organisation: OrganisationPredicate,
  { code, of, limit }: Expectation,
  share: Amount,
  people: number,
  total: number,
): Sentence {
  const words = WORDS[code](displayAmount(limit));
  const now = displayAmount(share);
  const names = of.map((predicate) => NAMES[predicate]);
  const wanted = {
    id: names.map(({ id }) => id).join(' dan/atau '),
    en: names.map(({ en }) => en).join(' and/or '),
  };
  return {
    id: `Untuk organisasi ${NAMES[organisation].id}, pedoman mengharapkan ${words.id} berpredikat ${wanted.id}; sekarang ${now.id}% (${people} dari ${total}). Bicarakan sebabnya: predikat mengikuti kinerja, bukan jatah.`,
    en: `In an organisation rated ${NAMES[organisation].en} the guideline expects that ${words.en} ${wanted.en}; now it is ${now.en}% (${people} of ${total}). Talk about the reasons: predicates follow performance, not a quota.`,
  };
}
