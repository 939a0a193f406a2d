import { Field, InputType } from 'type-graphql';
import { RegionCode, Uuid } from '../../../platform/graphql/scalars.js';

@InputType({ description: 'A pull of what is confirmed in a period.' })
export class TakeDeliveryInput {
  @Field(() => RegionCode, { description: 'The region whose predicates are handed on.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each pull, and kept over every retry.' })
  key!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  period!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What to compare with: the id of the delivery that you kept last, which acknowledges it; LAST for the one that you acknowledged last, or everything where there is none; null for everything.',
  })
  since?: string | null;
}

@InputType({ description: 'A delivery that was kept whole.' })
export class AcknowledgeDeliveryInput {
  @Field(() => RegionCode, { description: 'The region of the delivery.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each step, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the delivery; one of your own.' })
  deliveryId!: string;
}
