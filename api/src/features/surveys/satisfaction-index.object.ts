import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ServiceGrade, SurveyElement } from '../../domain/survey/satisfaction-index.js';
import { Refusal } from '../../platform/graphql/refusal.object.js';
import { Decimal } from '../../platform/graphql/scalars.js';

export const SURVEY_ELEMENTS = {
  U1: 'U1',
  U2: 'U2',
  U3: 'U3',
  U4: 'U4',
  U5: 'U5',
  U6: 'U6',
  U7: 'U7',
  U8: 'U8',
  U9: 'U9',
} as const satisfies { [K in SurveyElement]: K };
registerEnumType(SURVEY_ELEMENTS, {
  name: 'SurveyElement',
  description: 'Unsur pelayanan: what a satisfaction survey (SKM) asks about (PermenPANRB 14/2017).',
  valuesConfig: {
    U1: { description: 'Persyaratan: requirements.' },
    U2: { description: 'Sistem, mekanisme, dan prosedur: system and procedure.' },
    U3: { description: 'Waktu penyelesaian: time to completion.' },
    U4: { description: 'Biaya/tarif: cost.' },
    U5: { description: 'Produk spesifikasi jenis pelayanan: what the service delivers.' },
    U6: { description: 'Kompetensi pelaksana: competence of the staff.' },
    U7: { description: 'Perilaku pelaksana: behaviour of the staff.' },
    U8: { description: 'Sarana dan prasarana: facilities.' },
    U9: {
      description: 'Penanganan pengaduan, saran, dan masukan: handling of complaints and suggestions.',
    },
  },
});

export const SERVICE_GRADES = { A: 'A', B: 'B', C: 'C', D: 'D' } as const satisfies {
  [K in ServiceGrade]: K;
};
registerEnumType(SERVICE_GRADES, {
  name: 'ServiceGrade',
  description: 'Mutu pelayanan, by the index as rounded (SI rules of SCORING.md).',
  valuesConfig: {
    A: { description: 'Sangat baik: 88.31 to 100.' },
    B: { description: 'Baik: 76.61 to 88.30.' },
    C: { description: 'Kurang baik: 65.00 to 76.60.' },
    D: { description: 'Tidak baik: 25.00 to 64.99.' },
  },
});

@InputType({ description: 'The answers to one element of a survey, added up.' })
export class SurveyElementInput {
  @Field(() => SURVEY_ELEMENTS, { description: 'The element; each of the nine once.' })
  element!: SurveyElement;

  @Field(() => Int, { description: 'All answers of 1 to 4 added up; at most 1,000,000,000.' })
  sum!: number;

  @Field(() => Int, { description: 'People who answered it; at most 1,000,000,000.' })
  respondents!: number;
}

@ObjectType({ description: 'Nilai rata-rata (NRR) of one element.' })
export class ElementMean {
  @Field(() => SURVEY_ELEMENTS, {
    description: 'The element of service that was rated (unsur, Permenpan-RB 14/2017).',
  })
  element!: SurveyElement;

  @Field(() => Decimal, {
    description: 'Mean answer, 1 to 4, at six places; the index is computed from the exact one.',
  })
  mean!: string;
}

@ObjectType({
  description:
    'Indeks kepuasan masyarakat (IKM): the mean of the nine elements, each with a weight of exactly one ninth, times 25 (SI rules of SCORING.md; PermenPANRB 14/2017). It is about a service, never about one person.',
})
export class SatisfactionIndex {
  @Field(() => Decimal, { description: '25 to 100, rounded once to two decimals.' })
  index!: string;

  @Field(() => SERVICE_GRADES, { description: 'What the index means.' })
  grade!: ServiceGrade;

  @Field(() => [ElementMean], { description: 'The nine elements, U1 first.' })
  elements!: ElementMean[];
}

@ObjectType({
  implements: Refusal,
  description:
    'There is no index. Codes: ELEMENT_MISSING, ELEMENT_TWICE, COUNT_OUT_OF_RANGE, NO_RESPONDENTS, ANSWERS_OUT_OF_RANGE; ' +
    '`field` names the element, e.g. "elements.U3" (SI rules of SCORING.md).',
})
export class SatisfactionIndexRefused extends Refusal {}

/** The two ways in which the calculator answers. */
export const SatisfactionIndexResult = createUnionType({
  name: 'SatisfactionIndexResult',
  description: 'The index of a survey, or why there is none.',
  types: () => [SatisfactionIndex, SatisfactionIndexRefused] as const,
});
