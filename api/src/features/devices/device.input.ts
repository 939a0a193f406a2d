import { Field, InputType } from 'type-graphql';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { WALL_LEVELS } from './device.object.js';
import type { WallLevel } from './wall-device.entity.js';

const KEY = 'Made by the client, once for each step, and kept over every retry.';
const UNITS = 'Ids of the units that it shows, with all below them: 1 to 100; null: the whole region.';

@InputType({ description: 'A wall that is let in, by the code that it shows.' })
export class ApprovePairingInput {
  @Field(() => RegionCode, { description: 'The region whose figures the wall shows.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => String, { description: 'The code on the wall; case, spaces and dashes do not matter.' })
  code!: string;

  @Field(() => String, { description: 'Where it hangs; 1 to 120 characters.' })
  name!: string;

  @Field(() => [Uuid], { nullable: true, description: UNITS })
  unitIds?: string[] | null;

  @Field(() => WALL_LEVELS, { description: 'Who may stand before this wall, and so what it shows.' })
  level!: WallLevel;
}

@InputType({ description: 'What of a wall is to be another; what is left out stays as it is.' })
export class ChangeDeviceInput {
  @Field(() => RegionCode, { description: 'The region of the wall.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the wall.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Where it hangs; 1 to 120 characters.' })
  name?: string | null;

  @Field(() => [Uuid], { nullable: true, description: `${UNITS} Left out: as they are.` })
  unitIds?: string[] | null;

  @Field(() => WALL_LEVELS, {
    nullable: true,
    description: 'Who may stand before this wall, and so what it shows; left out, it stays.',
  })
  level?: WallLevel | null;
}

@InputType({ description: 'A wall that is let in no more.' })
export class RevokeDeviceInput {
  @Field(() => RegionCode, { description: 'The region of the wall.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the wall.' })
  id!: string;
}
