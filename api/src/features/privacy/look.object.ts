import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { isPersonalField, PERSONAL_FIELDS, type PersonalField } from '../../domain/privacy/personal-field.js';
import { lookSentence } from '../../domain/privacy/look-sentence.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';
import type { DayOfLooks } from './look.store.js';

/** The enum as fields and inputs name it. */
export const PERSONAL_FIELD_ENUM = {
  IDENTITY: 'IDENTITY',
  NIP: 'NIP',
  SCORE: 'SCORE',
  OBSERVATION: 'OBSERVATION',
  OBJECTION: 'OBJECTION',
  PREDICATE: 'PREDICATE',
  EXPLANATION: 'EXPLANATION',
} as const satisfies { [F in PersonalField]: F };
registerEnumType(PERSONAL_FIELD_ENUM, {
  name: 'PersonalField',
  description: 'What of a person can be looked at, in groups that a person understands.',
  valuesConfig: Object.fromEntries(
    Object.entries(PERSONAL_FIELDS).map(([field, { id, en }]) => [
      field,
      { description: `Shown to the person as "${id}", in English as "${en}".` },
    ]),
  ),
});

/** The enum as fields and inputs name it. */
export const LOOKER_KINDS = {
  PERSON: 'PERSON',
  SERVICE: 'SERVICE',
  DEVICE: 'DEVICE',
  SERVER: 'SERVER',
} as const;
registerEnumType(LOOKER_KINDS, {
  name: 'LookerKind',
  description: 'What kind of somebody looked.',
  valuesConfig: {
    PERSON: { description: 'Somebody who has signed in.' },
    SERVICE: { description: 'Another program, such as that of regional HR.' },
    DEVICE: { description: 'A wall screen.' },
    SERVER: { description: 'Somebody at the Pantau server itself.' },
  },
});

@ObjectType({
  description: 'What one person, service or screen looked at of the data of whoever asks, on one day.',
})
export class LookAtMe {
  @Field(() => LocalDate, { description: 'The day, in Asia/Jakarta.' })
  day!: string;

  @Field(() => LOOKER_KINDS, { description: 'What kind of somebody looked.' })
  by!: keyof typeof LOOKER_KINDS;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the service or the screen; of a person only where whoever asks may know it anyway, such as superiors; else null, and the sentence names the role.',
  })
  name!: string | null;

  @Field(() => [PERSONAL_FIELD_ENUM], { description: 'What was looked at.' })
  fields!: PersonalField[];

  @Field(() => Int, { description: 'How many answers held something of it, 1 or more.' })
  count!: number;

  @Field(() => Instant, { description: 'The first look of that day.' })
  firstAt!: Date;

  @Field(() => Instant, { description: 'The last look of that day.' })
  lastAt!: Date;

  @Field(() => String, { description: 'Who looked at what and for what, in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;

  employeeId!: string;
}

export function toLookAtMe(employeeId: string, looks: DayOfLooks): LookAtMe {
  const { day, actorKind, name, fields, count, firstAt, lastAt } = looks;
  const sentence = lookSentence(looks);
  return Object.assign(new LookAtMe(), {
    day,
    by: actorKind in LOOKER_KINDS ? actorKind : 'SERVER',
    name,
    fields: fields.filter(isPersonalField),
    count,
    firstAt,
    lastAt,
    sentence: sentence.id,
    sentenceEn: sentence.en,
    employeeId,
  });
}
