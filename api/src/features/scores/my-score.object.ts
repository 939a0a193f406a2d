import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import type { Predicate } from '../../domain/scoring/predicate.js';
import { Decimal } from '../../platform/graphql/scalars.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { Update } from '../../platform/live/update.object.js';
import { PREDICATES } from './score.enums.js';

@ObjectType({ description: 'How the score of whoever asks stands now, and what moved it.' })
export class MyScoreUpdate extends Update {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the period that the score is about; null before the first.',
  })
  periodCode!: string | null;

  @Field(() => Boolean, { description: 'Whether there is a plan, and so a score, in the period.' })
  planned!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description: '0 to 120; null while coverage is below the minimum: missing data are never read as zero.',
  })
  value!: string | null;

  @Field(() => Decimal, { description: 'Cakupan, 0 to 1: the share of the planned weight that has data.' })
  coverage!: string;

  @Field(() => Int, { description: 'Number of observations that count.' })
  observationCount!: number;

  @Field(() => PREDICATES, {
    nullable: true,
    description:
      'What the system would propose to the appraiser, who decides; null while there is too little.',
  })
  proposal!: Predicate | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Points up or down by this change; null where there was or is no value.',
  })
  delta!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What moved it, in Indonesian; null where everything is told anew.',
  })
  sentence!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  sentenceEn!: string | null;

  employeeId!: string;
}

/** What the subscription of one's own score gives. */
export const MyScoreMessage = createUnionType({
  name: 'MyScoreMessage',
  description:
    'The whole state first, unless the cursor could be resumed; then each change in commit order, and heartbeats.',
  types: () => [MyScoreUpdate, Heartbeat] as const,
});
