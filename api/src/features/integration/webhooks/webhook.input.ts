import { Field, InputType, Int } from 'type-graphql';
import type { AskedType } from '../../../domain/integration/webhook-event.js';
import { Instant, RegionCode, Uuid } from '../../../platform/graphql/scalars.js';
import { ASKED_TYPES } from './webhook.object.js';

const KEY = 'Made by the client, once for each step, and kept over every retry.';
const KEY_OF_SECRET = `${KEY} A retry does not show the secret again.`;
const NAME = 'What it is, for those who read the list; 1 to 120 characters.';
const URL =
  'Where messages are sent by POST: an https address without a user name or password, at most 2,000 characters. ' +
  'Addresses of private networks are refused unless whoever runs the server allows them.';
const TYPES = 'What it is told of: at least one.';

@InputType({ description: 'An endpoint that is to be told of changes.' })
export class CreateWebhookInput {
  @Field(() => RegionCode, { description: 'The region whose changes it is told of.' })
  region!: string;

  @Field(() => Uuid, { description: KEY_OF_SECRET })
  key!: string;

  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => [ASKED_TYPES], { description: TYPES })
  types!: AskedType[];
}

@InputType({ description: 'An endpoint as it is to be from now on.' })
export class ChangeWebhookInput {
  @Field(() => RegionCode, { description: 'The region of the endpoint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the endpoint.' })
  id!: string;

  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => [ASKED_TYPES], { description: TYPES })
  types!: AskedType[];
}

@InputType({ description: 'Another secret for an endpoint.' })
export class RotateWebhookSecretInput {
  @Field(() => RegionCode, { description: 'The region of the endpoint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY_OF_SECRET })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the endpoint.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description:
      'Whole hours for which messages are signed by the old secret as well: 0 (it ends at once) to 168.',
  })
  overlapHours!: number;
}

@InputType({ description: 'Whether an endpoint is sent to.' })
export class SwitchWebhookInput {
  @Field(() => RegionCode, { description: 'The region of the endpoint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the endpoint.' })
  id!: string;

  @Field(() => Boolean, {
    description:
      'True: it is told of what happens from now on, and what waited is sent; false: nothing is sent any more.',
  })
  on!: boolean;
}

@InputType({ description: 'An endpoint.' })
export class WebhookStepInput {
  @Field(() => RegionCode, { description: 'The region of the endpoint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the endpoint.' })
  id!: string;
}

@InputType({ description: 'What is to be sent again: one delivery, or all that failed since a moment.' })
export class RedeliverWebhookInput {
  @Field(() => RegionCode, { description: 'The region of the endpoint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the endpoint.' })
  id!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The id of the delivery, whatever became of it; null where `failedSince` is given.',
  })
  deliveryId?: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'All failed deliveries made since then; null where `deliveryId` is given.',
  })
  failedSince?: Date | null;
}
