import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DataOf, RecordKind } from '../../domain/privacy/purposes.js';

const DATA_OF = {
  EMPLOYEE: 'EMPLOYEE',
  ACCOUNT: 'ACCOUNT',
  CITIZEN: 'CITIZEN',
  NOBODY: 'NOBODY',
} as const satisfies { [O in DataOf]: O };
registerEnumType(DATA_OF, {
  name: 'DataOf',
  description: 'Whose data a kind of record holds.',
  valuesConfig: {
    EMPLOYEE: { description: 'Of the employees whom it is about.' },
    ACCOUNT: { description: 'Of those who sign in.' },
    CITIZEN: { description: 'Of citizens who turn to the office.' },
    NOBODY: { description: 'Of nobody: no personal data.' },
  },
});

@ObjectType({
  description:
    'One kind of record: why it is kept, whose data it holds, how long, and what happens then (UU 27/2022).',
})
export class RecordPurpose {
  @Field(() => String, { description: 'Name of the table; it never changes its meaning.' })
  kind!: string;

  @Field(() => String, { description: 'What it is, in Indonesian.' })
  title!: string;

  @Field(() => String, { description: 'The same in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'What it is for, in Indonesian.' })
  purpose!: string;

  @Field(() => String, { description: 'The same in English.' })
  purposeEn!: string;

  @Field(() => String, { description: 'The law that it rests on.' })
  basis!: string;

  @Field(() => Boolean, {
    description: 'False: the basis is still to be verified by the data controller.',
  })
  basisVerified!: boolean;

  @Field(() => DATA_OF, { description: 'Whose data it holds.' })
  of!: DataOf;

  @Field(() => Int, {
    nullable: true,
    description: 'Days for which it is kept; null: as long as the region is.',
  })
  days!: number | null;

  @Field(() => String, { description: 'What happens then, and from when the days count, in Indonesian.' })
  ending!: string;

  @Field(() => String, { description: 'The same in English.' })
  endingEn!: string;
}

export function toRecordPurpose(kind: string, row: RecordKind): RecordPurpose {
  return Object.assign(new RecordPurpose(), {
    kind,
    title: row.title.id,
    titleEn: row.title.en,
    purpose: row.purpose.id,
    purposeEn: row.purpose.en,
    basis: row.basis.law,
    basisVerified: row.basis.verified,
    of: row.of,
    days: row.days,
    ending: row.ending.id,
    endingEn: row.ending.en,
  });
}
