import { Field, InputType } from 'type-graphql';
import type { PeriodChange } from '../../domain/period/period-state.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { PERIOD_CHANGES } from './period.object.js';

@InputType({ description: 'A step with one period.' })
export class ChangePeriodInput {
  @Field(() => RegionCode, { description: 'The region of the period.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each step, and kept over every retry.' })
  key!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  period!: string;

  @Field(() => PERIOD_CHANGES, { description: 'Which step to take: close, confirm or reopen.' })
  change!: PeriodChange;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, for everybody appraised in it to read; at most 2,000 characters. To reopen: at least 10.',
  })
  reason?: string | null;
}
