import { Field, InputType, Int } from 'type-graphql';
import type { ServiceScope } from '../../domain/access/audience.js';
import { Instant, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { SERVICE_SCOPES } from './service.object.js';

const KEY =
  'Made by the client, once for each step, and kept over every retry. A retry does not show the token again.';

@InputType({ description: 'A program that is to be let in.' })
export class CreateServiceInput {
  @Field(() => RegionCode, { description: 'The region whose rows it reads.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => String, { description: 'What it is, for those who read the list; 1 to 120 characters.' })
  name!: string;

  @Field(() => [SERVICE_SCOPES], { description: 'What it may do: at least one.' })
  scopes!: ServiceScope[];

  @Field(() => [Uuid], {
    nullable: true,
    description:
      'Ids of the units whose rows it reads, with all below them: 1 to 100; null: the whole region.',
  })
  unitIds?: string[] | null;

  @Field(() => Instant, { description: 'From when on it is let in no more; at most 400 days ahead.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Requests that it may make in a clock hour: 1 to 1,000,000.' })
  quotaPerHour!: number;
}

@InputType({ description: 'Another token for a service.' })
export class RotateServiceInput {
  @Field(() => RegionCode, { description: 'The region of the service.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the service.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description:
      'Whole hours for which the old token is good beside the new one: 0 (it ends at once) to 168.',
  })
  overlapHours!: number;
}

@InputType({ description: 'A service that is let in no more.' })
export class RevokeServiceInput {
  @Field(() => RegionCode, { description: 'The region of the service.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each step, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the service.' })
  id!: string;
}
