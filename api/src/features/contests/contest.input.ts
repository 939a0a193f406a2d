import { Field, InputType } from 'type-graphql';
import type { RulingDecision } from '../../domain/contest/accept-ruling.js';
import { Decimal, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { RULING_DECISIONS } from './contest.object.js';

@InputType({ description: "An employee's objection to an observation about them." })
export class ContestObservationInput {
  @Field(() => RegionCode, { description: 'The region of the observation.' })
  region!: string;

  @Field(() => Uuid, {
    description: 'Made by the client, once for each objection, and kept over every retry.',
  })
  key!: string;

  @Field(() => Uuid, {
    description: 'The observation objected to: the latest one of its line of corrections.',
  })
  observationId!: string;

  @Field(() => Uuid, { description: 'Who objects: the employee observed.' })
  employeeId!: string;

  @Field(() => String, { description: 'Why; 20 to 2,000 characters.' })
  reason!: string;

  @Field(() => [String], {
    description: 'What bears it out, each a line: a letter, a link, a witness; at most 10 of 300 characters.',
  })
  evidence!: string[];
}

@InputType({ description: 'A ruling on an objection.' })
export class RuleContestInput {
  @Field(() => RegionCode, { description: 'The region of the objection.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each ruling, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The objection ruled on; it must be open.' })
  contestId!: string;

  @Field(() => Uuid, {
    description:
      "The employee who rules: the superior of the objector's appraiser, where one is on record (CT9).",
  })
  ruledBy!: string;

  @Field(() => RULING_DECISIONS, { description: 'What becomes of the observation.' })
  decision!: RulingDecision;

  @Field(() => Decimal, {
    nullable: true,
    description: "The value that counts instead, in the indicator's unit of measure; only with AMENDED.",
  })
  value?: string | null;

  @Field(() => String, { description: 'Why, for the employee to read; 10 to 2,000 characters.' })
  note!: string;
}
