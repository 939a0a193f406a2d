import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { Update } from '../../platform/live/update.object.js';
import { WallHappening } from './wall.object.js';

@ObjectType({ description: 'What just moved and why. It holds no data of any person.' })
export class ReasonsUpdate extends Update {
  @Field(() => [WallHappening], {
    description:
      'Newest first: at most 25 where everything is told anew, else those that have come. Those of units whose reasons ' +
      'are not open to you are left out.',
  })
  happenings!: WallHappening[];
}

/** What the feed of reasons gives. */
export const ReasonsMessage = createUnionType({
  name: 'ReasonsMessage',
  description:
    'The latest reasons first, unless the cursor could be resumed; then each as it comes, in commit order, and heartbeats.',
  types: () => [ReasonsUpdate, Heartbeat] as const,
});
