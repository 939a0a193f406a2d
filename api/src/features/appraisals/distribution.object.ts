import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { formatAmount } from '../../domain/amount.js';
import type {
  DistributionCode,
  DistributionFinding as DomainFinding,
  OrganisationPredicate,
} from '../../domain/appraisal/distribution-check.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import { Decimal } from '../../platform/graphql/scalars.js';
import { PREDICATES } from '../scores/score.enums.js';
import type { PredicateBasis } from './confirmation.store.js';

export const ORGANISATION_PREDICATES = {
  ISTIMEWA: 'ISTIMEWA',
  BAIK: 'BAIK',
  BUTUH_PERBAIKAN: 'BUTUH_PERBAIKAN',
  KURANG: 'KURANG',
  SANGAT_KURANG: 'SANGAT_KURANG',
} as const satisfies { [K in OrganisationPredicate]: K };
registerEnumType(ORGANISATION_PREDICATES, {
  name: 'OrganisationPredicate',
  description: 'Predikat kinerja organisasi, best first; given from outside, Pantau does not set it.',
  valuesConfig: {
    ISTIMEWA: { description: 'Istimewa: outstanding.' },
    BAIK: { description: 'Baik: a good organisation.' },
    BUTUH_PERBAIKAN: { description: 'Butuh perbaikan: needs improvement.' },
    KURANG: { description: 'Kurang: poor.' },
    SANGAT_KURANG: { description: 'Sangat kurang: very poor.' },
  },
});

export const PREDICATE_BASES = { CONFIRMED: 'CONFIRMED', PROPOSED: 'PROPOSED' } as const satisfies {
  [K in PredicateBasis]: K;
};
registerEnumType(PREDICATE_BASES, {
  name: 'PredicateBasis',
  description: 'Which predicates are counted.',
  valuesConfig: {
    CONFIRMED: { description: 'Those that appraisers confirmed; of each person the latest.' },
    PROPOSED: { description: 'Those that the system proposes now: to see early, never to appraise by.' },
  },
});

const DISTRIBUTION_CODES = {
  TOO_FEW_PEOPLE: 'TOO_FEW_PEOPLE',
  NOT_MOST: 'NOT_MOST',
  ABOVE_LIMIT: 'ABOVE_LIMIT',
  BELOW_LIMIT: 'BELOW_LIMIT',
  SOME_EXPECTED: 'SOME_EXPECTED',
  NONE_EXPECTED: 'NONE_EXPECTED',
} as const satisfies { [K in DistributionCode]: K };
registerEnumType(DISTRIBUTION_CODES, {
  name: 'DistributionCode',
  description: 'What of the guideline the predicates do not show (DC rules of SCORING.md).',
  valuesConfig: {
    TOO_FEW_PEOPLE: { description: 'So few people have a predicate that a share would tell single people.' },
    NOT_MOST: { description: 'Not more than half have the predicate that most should have.' },
    ABOVE_LIMIT: { description: 'More people than the guideline expects at most.' },
    BELOW_LIMIT: { description: 'Fewer people than the guideline expects at least.' },
    SOME_EXPECTED: { description: 'Nobody has a predicate that the guideline expects some to have.' },
    NONE_EXPECTED: { description: 'Somebody has a predicate that the guideline expects nobody to have.' },
  },
});

@ObjectType({ description: 'How many people have one predicate.' })
export class PredicateCount {
  @Field(() => PREDICATES, { description: 'The predicate that is counted.' })
  predicate!: Predicate;

  @Field(() => Int, { description: 'People who have it; 0 or more.' })
  people!: number;
}

@ObjectType({
  description:
    'One piece of advice for the talk about predicates. Nothing has to follow from it: predicates follow performance, not a quota.',
})
export class DistributionFinding {
  @Field(() => DISTRIBUTION_CODES, { description: 'What was found.' })
  code!: DistributionCode;

  @Field(() => Decimal, { nullable: true, description: 'The share that was found, in per cent, 0 to 100.' })
  share!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The share of the guideline, in per cent.' })
  limit!: string | null;

  @Field(() => String, { description: 'The advice in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;
}

@ObjectType({
  description:
    "How the predicates of a unit's people lie against the guideline for the predicate of the organisation (DC rules of SCORING.md). Advice only: no predicate is changed or refused because of it, and nobody is named.",
})
export class DistributionCheck {
  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => ORGANISATION_PREDICATES, { description: 'The predicate of the organisation that was given.' })
  organisation!: OrganisationPredicate;

  @Field(() => PREDICATE_BASES, { description: 'Which predicates were counted.' })
  basis!: PredicateBasis;

  @Field(() => [PredicateCount], {
    description:
      'People with each of the five predicates, best first; who served in several of the units counts once. Empty below the minimum of the policy (`minimumPeople`), so that nobody can be told.',
  })
  counts!: PredicateCount[];

  @Field(() => [DistributionFinding], {
    description: 'At most three; empty: nothing to say. TOO_FEW_PEOPLE stands alone.',
  })
  findings!: DistributionFinding[];
}

export function toDistributionCheck(
  of: Pick<DistributionCheck, 'periodCode' | 'organisation' | 'basis'>,
  counts: Readonly<Record<Predicate, number>>,
  findings: readonly DomainFinding[],
): DistributionCheck {
  const tooFew = findings.some(({ code }) => code === 'TOO_FEW_PEOPLE');
  const predicates = tooFew ? [] : (Object.keys(PREDICATES) as Predicate[]);
  return Object.assign(new DistributionCheck(), {
    ...of,
    counts: predicates.map((predicate) =>
      Object.assign(new PredicateCount(), { predicate, people: counts[predicate] }),
    ),
    findings: findings.map(({ code, share, limit, sentence }) =>
      Object.assign(new DistributionFinding(), {
        code,
        share: share === undefined ? null : formatAmount(share),
        limit: limit === undefined ? null : formatAmount(limit),
        sentence: sentence.id,
        sentenceEn: sentence.en,
      }),
    ),
  });
}
