import { Field, InputType } from 'type-graphql';
import { RegionCode, Uuid } from '../../../platform/graphql/scalars.js';

@InputType({ description: 'A step with an import: one that was sent and looked at.' })
export class ImportStepInput {
  @Field(() => RegionCode, { description: 'The region of the import.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each step, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The id under which the file was sent.' })
  id!: string;
}
