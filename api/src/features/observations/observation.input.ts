import { Field, InputType, registerEnumType } from 'type-graphql';
import { Decimal, Instant, LocalDate, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import type { ObservationOrder } from './observation.store.js';

@InputType({ description: 'One observation to record.' })
export class LogObservationInput {
  @Field(() => RegionCode, { description: 'The region of the employee.' })
  region!: string;

  @Field(() => Uuid, {
    description:
      'Made by the client, once for each observation, and kept over every retry: it is recorded once.',
  })
  key!: string;

  @Field(() => Uuid, { description: 'Whose work was observed.' })
  employeeId!: string;

  @Field(() => Uuid, { description: 'Which indicator it counts for. The employee must have a target on it.' })
  indicatorId!: string;

  @Field(() => Decimal, {
    description: "The value seen, in the indicator's unit of measure, with a decimal point.",
  })
  value!: string;

  @Field(() => Instant, {
    description:
      'When it was seen. Not in the future (5 minutes of clock difference are allowed), and in an open period.',
  })
  observedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What was seen, in words; at most 2,000 characters.' })
  note?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The employee who saw it; empty: whoever records it. Behaviour counts when two people saw it.',
  })
  observerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which behaviour was seen, e.g. "AKH-1.2"; only with an indicator of behaviour, whose value is -1, 0 or 1.',
  })
  behaviour?: string | null;
}

@InputType({ description: 'What an earlier observation should have said.' })
export class CorrectObservationInput {
  @Field(() => RegionCode, { description: 'The region of the observation.' })
  region!: string;

  @Field(() => Uuid, {
    description: 'Made by the client, once for each correction, and kept over every retry.',
  })
  key!: string;

  @Field(() => Uuid, {
    description: 'The observation to correct: the latest one of its line of corrections.',
  })
  observationId!: string;

  @Field(() => Decimal, { description: 'The value that it should have had.' })
  value!: string;

  @Field(() => Instant, { description: 'When it was really seen; may lie in another open period.' })
  observedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The note that it should have had.' })
  note?: string | null;

  @Field(() => String, {
    description: 'Why it is corrected, for the employee to read; 10 to 2,000 characters.',
  })
  reason!: string;
}

@InputType({ description: 'An observation that should not count at all.' })
export class WithdrawObservationInput {
  @Field(() => RegionCode, { description: 'The region of the observation.' })
  region!: string;

  @Field(() => Uuid, {
    description: 'Made by the client, once for each withdrawal, and kept over every retry.',
  })
  key!: string;

  @Field(() => Uuid, {
    description: 'The observation to withdraw: the latest one of its line of corrections.',
  })
  observationId!: string;

  @Field(() => String, {
    description: 'Why it should not count, for the employee to read; 10 to 2,000 characters.',
  })
  reason!: string;
}

export const OBSERVATION_ORDERS = {
  RECORDED: 'RECORDED',
  RECORDED_DESC: 'RECORDED_DESC',
} as const satisfies { [K in ObservationOrder]: K };
registerEnumType(OBSERVATION_ORDERS, {
  name: 'ObservationOrder',
  description: 'The order of a list of observations. There is none by value: nobody is ranked.',
  valuesConfig: {
    RECORDED: { description: 'As they were recorded: what comes while you read comes at the end.' },
    RECORDED_DESC: { description: 'Those that were recorded last come first.' },
  },
});

@InputType({ description: 'Which observations a list has; all that is set has to hold.' })
export class ObservationFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Only those that count in these periods, by their codes such as "2026-Q4"; at most 200. Empty: in all periods.',
  })
  periods?: string[] | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Only about those whom you may know who work now in this unit or in one below it.',
  })
  unit?: string | null;

  @Field(() => [Uuid], { nullable: true, description: 'Only about these employees; at most 200 ids.' })
  employees?: string[] | null;

  @Field(() => [Uuid], { nullable: true, description: 'Only of these indicators; at most 200 ids.' })
  indicators?: string[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only what was observed on this day of Asia/Jakarta or later.',
  })
  from?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only what was observed on this day of Asia/Jakarta or earlier.',
  })
  to?: string | null;
}
