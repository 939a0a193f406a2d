import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { Update } from '../../platform/live/update.object.js';
import { WallHappening, WallUnit } from './wall.object.js';

@ObjectType({ description: 'How a unit stands now, and what moved it.' })
export class UnitScoreUpdate extends Update {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the period that the figures are about; null before the first.',
  })
  periodCode!: string | null;

  @Field(() => WallUnit, { description: 'The whole new state of the unit.' })
  unit!: WallUnit;

  @Field(() => [WallHappening], {
    description: 'What moved it: the latest, newest first, at most 10 where everything is told anew.',
  })
  happenings!: WallHappening[];
}

/** What the subscription of a unit gives. */
export const UnitScoreMessage = createUnionType({
  name: 'UnitScoreMessage',
  description:
    'The whole state first, unless the cursor could be resumed; then each change in commit order, and heartbeats.',
  types: () => [UnitScoreUpdate, Heartbeat] as const,
});
