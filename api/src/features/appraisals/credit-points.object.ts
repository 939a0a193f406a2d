import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { FunctionalLevel } from '../../domain/appraisal/credit-points.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import { Refusal } from '../../platform/graphql/refusal.object.js';
import { Decimal } from '../../platform/graphql/scalars.js';
import { PREDICATES } from '../scores/score.enums.js';

export const FUNCTIONAL_LEVELS = {
  PEMULA: 'PEMULA',
  TERAMPIL: 'TERAMPIL',
  MAHIR: 'MAHIR',
  PENYELIA: 'PENYELIA',
  AHLI_PERTAMA: 'AHLI_PERTAMA',
  AHLI_MUDA: 'AHLI_MUDA',
  AHLI_MADYA: 'AHLI_MADYA',
  AHLI_UTAMA: 'AHLI_UTAMA',
} as const satisfies { [K in FunctionalLevel]: K };
registerEnumType(FUNCTIONAL_LEVELS, {
  name: 'FunctionalLevel',
  description:
    'Jenjang jabatan fungsional: four of skill, then four of expertise. In brackets the points of a year with Baik (Peraturan BKN 3/2023).',
  valuesConfig: {
    PEMULA: { description: 'Keterampilan, pemula (3.75).' },
    TERAMPIL: { description: 'Keterampilan, terampil (5).' },
    MAHIR: { description: 'Keterampilan, mahir (12.5).' },
    PENYELIA: { description: 'Keterampilan, penyelia (25).' },
    AHLI_PERTAMA: { description: 'Keahlian, ahli pertama (12.5).' },
    AHLI_MUDA: { description: 'Keahlian, ahli muda (25).' },
    AHLI_MADYA: { description: 'Keahlian, ahli madya (37.5).' },
    AHLI_UTAMA: { description: 'Keahlian, ahli utama (50).' },
  },
});

@ObjectType({
  description:
    'Angka kredit, worked out from what was asked: months / 12 × percentage of the predicate × coefficient of the level (CP rules of SCORING.md; Peraturan BKN 3/2023).',
})
export class CreditPoints {
  @Field(() => Decimal, { description: 'The points, at six places.' })
  points!: string;

  @Field(() => FUNCTIONAL_LEVELS, { description: 'The level that was asked for.' })
  level!: FunctionalLevel;

  @Field(() => PREDICATES, { description: 'The predicate that was asked for.' })
  predicate!: Predicate;

  @Field(() => Int, { description: 'The months that were asked for, 1 to 12.' })
  months!: number;
}

@ObjectType({
  implements: Refusal,
  description: 'The points were not worked out. Codes: MONTHS_OUT_OF_RANGE (CP rules of SCORING.md).',
})
export class CreditPointsRefused extends Refusal {}

/** The two ways in which the calculator answers. */
export const CreditPointsResult = createUnionType({
  name: 'CreditPointsResult',
  description: 'Credit points, or why there are none.',
  types: () => [CreditPoints, CreditPointsRefused] as const,
});
