import { Field, InputType } from 'type-graphql';
import type { Rating } from '../../domain/scoring/rating.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { RATINGS } from '../scores/score.enums.js';

@InputType({ description: "An appraiser's verdict on one employee in one closed period." })
export class ConfirmPredicateInput {
  @Field(() => RegionCode, { description: 'The region of the employee.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each verdict, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'Whose predicate it is.' })
  employeeId!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4"; it must be closed (PS rules).' })
  period!: string;

  @Field(() => Uuid, {
    description:
      'Who decides: the appraiser on record on the last day of the period. Given here until people sign in.',
  })
  appraiserId!: string;

  @Field(() => RATINGS, { description: 'Hasil kerja; may be another rating than the one proposed.' })
  workResult!: Rating;

  @Field(() => RATINGS, { description: 'Perilaku kerja; may be another rating than the one proposed.' })
  behaviour!: Rating;

  @Field(() => String, {
    description: 'What the appraisal rests on, for the employee to read; 10 to 2,000 characters.',
  })
  note!: string;
}

@InputType({ description: 'Which confirmed predicates a list has; all that is set has to hold.' })
export class ConfirmedPredicateFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Only those of these periods, by their codes such as "2026-Q4"; at most 200. Empty: of all periods.',
  })
  periods?: string[] | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Only of those who work now in this unit or in one below it.',
  })
  unit?: string | null;

  @Field(() => [Uuid], { nullable: true, description: 'Only of these employees; at most 200 ids.' })
  employees?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'true: also those that a later confirmation of the same person and period took the place of.',
  })
  superseded!: boolean;
}
