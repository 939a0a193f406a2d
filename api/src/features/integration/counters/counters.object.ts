import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Mender } from '../../../domain/outcome.js';
import { IdempotencyConflict, MENDERS, Refusal } from '../../../platform/graphql/refusal.object.js';
import { Cursor, Decimal, Instant, RegionCode, Uuid } from '../../../platform/graphql/scalars.js';
import type { ReadingTaken } from './report-counters.js';

@InputType({ description: 'One figure that a system has measured of the work of one employee.' })
export class CounterReadingInput {
  @Field(() => String, {
    description:
      "The system's own id of it, 1 to 100 characters: unique for the source, and the same whenever it is sent again.",
  })
  id!: string;

  @Field(() => Uuid, { nullable: true, description: 'Whose work it is; this or `nip`.' })
  employeeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same by NIP or NI PPPK, 18 digits, for systems that know their operators by it.',
  })
  nip?: string | null;

  @Field(() => String, {
    description:
      'Code of the indicator, e.g. "ADM-03"; one of results. The employee must have a target on it.',
  })
  indicator!: string;

  @Field(() => Decimal, {
    description: "The value in the indicator's unit of measure, with a decimal point.",
  })
  value!: string;

  @Field(() => Instant, {
    description:
      'When it was measured: not in the future (5 minutes of clock difference), and in an open period.',
  })
  observedAt!: Date;
}

@InputType({ description: 'What a system has measured since the last time.' })
export class ReportCountersInput {
  @Field(() => RegionCode, { description: 'The region of the employees.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each batch, and kept over every retry.' })
  key!: string;

  @Field(() => String, {
    description:
      'Which system measured, 1 to 80 characters, e.g. "mesin antrean loket 2". It is shown to the employee where an observer would be.',
  })
  source!: string;

  @Field(() => [CounterReadingInput], { description: '1 to 200 of them, and 64 KiB in all.' })
  items!: CounterReadingInput[];
}

const READING_OUTCOMES = { TAKEN: 'TAKEN', REPLAYED: 'REPLAYED', REFUSED: 'REFUSED' } as const;
registerEnumType(READING_OUTCOMES, {
  name: 'ReadingOutcome',
  description: 'What became of one reading of a system.',
  valuesConfig: {
    TAKEN: { description: 'It is recorded now.' },
    REPLAYED: { description: 'It had been recorded before, with the same content; nothing was done.' },
    REFUSED: { description: 'It is not recorded; `code` says why, and `mender` who can mend it.' },
  },
});

@ObjectType({ description: 'What became of one reading.' })
export class CounterReadingResult {
  @Field(() => String, { description: "The system's own id of it." })
  id!: string;

  @Field(() => READING_OUTCOMES, { description: 'Whether it is recorded.' })
  outcome!: ReadingTaken['outcome'];

  @Field(() => ID, { nullable: true, description: 'The observation that it is; null where it was refused.' })
  observationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was refused: READING_ID, READING_SUBJECT, READING_BEHAVIOUR, READING_CONFLICT (the id was used for another ' +
      'reading), or a code of ObservationRefused; null where it was not.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The field of the reading that it is about.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong and how to mend it, in Indonesian.' })
  message!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  messageEn!: string | null;

  @Field(() => MENDERS, {
    nullable: true,
    description: 'Who can mend it; null where nothing is to be mended.',
  })
  mender!: Mender | null;
}

/** The code of the indicator is a field of its own here. */
const FIELDS: Readonly<Record<string, string>> = { indicatorId: 'indicator' };

export function toReadingResult({ id, outcome, observationId, refusal }: ReadingTaken): CounterReadingResult {
  const field = refusal?.field ?? null;
  return Object.assign(new CounterReadingResult(), {
    ...{ id, outcome, observationId },
    code: refusal?.code ?? null,
    field: field === null ? null : (FIELDS[field] ?? field),
    message: refusal?.message.id ?? null,
    messageEn: refusal?.message.en ?? null,
    mender: refusal?.mender ?? null,
  });
}

@ObjectType({
  description: 'The batch was looked at, reading by reading; the scores follow those that were taken.',
})
export class CountersReported {
  @Field(() => [CounterReadingResult], {
    description: 'What became of each, in the order in which they came.',
  })
  results!: CounterReadingResult[];

  @Field(() => Cursor, { description: 'The place in the change stream from which on everybody sees it.' })
  cursor!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been recorded before; then this is the first answer again.',
  })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description: 'Nothing of the batch was looked at. Codes: SOURCE_NAME, READINGS_NUMBER.',
})
export class CountersRefused extends Refusal {}

export const ReportCountersResult = createUnionType({
  name: 'ReportCountersResult',
  description: 'What became of a batch of readings.',
  types: () => [CountersReported, CountersRefused, IdempotencyConflict] as const,
});
