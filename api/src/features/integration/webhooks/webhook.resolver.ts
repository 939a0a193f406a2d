import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { NameRefusalCode } from '../../../domain/access/accept-name.js';
import type { WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import { makeWebhookSecret, showWebhookSecret } from '../../../platform/auth/sign-webhook.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { HasClock } from '../../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../../platform/graphql/connection.js';
import { isUuid } from '../../../platform/is-uuid.js';
import type { Context } from '../../../platform/graphql/context.js';
import { InRegion } from '../../../platform/graphql/in-region.js';
import { commandRefusal } from '../../../platform/graphql/refusal.object.js';
import { Uuid } from '../../../platform/graphql/scalars.js';
import type { Done, Verdict } from '../../../platform/unit-of-work.js';
import { changeWebhook } from './change-webhook.js';
import { createWebhook } from './create-webhook.js';
import { endWebhook } from './end-webhook.js';
import { pingWebhook } from './ping-webhook.js';
import { redeliverWebhook } from './redeliver-webhook.js';
import { rotateWebhookSecret } from './rotate-webhook-secret.js';
import { switchWebhook } from './switch-webhook.js';
import type { HasWebhookDoor } from './webhook-door.js';
import { sealSecret } from './webhook-seal.js';
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  RedeliverWebhookInput,
  RotateWebhookSecretInput,
  SwitchWebhookInput,
  WebhookStepInput,
} from './webhook.input.js';
import {
  toWebhook,
  toWebhookDelivery,
  Webhook,
  WebhookDelivery,
  WebhookRecorded,
  WebhookRefused,
  WebhookResult,
} from './webhook.object.js';
import type { HasWebhooks } from './webhook.store.js';

type Tx = HasWebhooks & HasChanges & HasClock;
type Ask = Context<Tx> & HasWebhookDoor;
type Codes = WebhookRefusalCode | NameRefusalCode;
type Ended = Done<{ webhookId: string }, Codes>;

const WebhookConnection = connectionOf('Webhook', () => Webhook);
const WebhookDeliveryConnection = connectionOf('WebhookDelivery', () => WebhookDelivery);

/** Secrets are made and sealed here and handed over from here: verbs and rows know them sealed. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    description: 'The endpoints of a region, in the order in which they were made, ended ones too.',
  })
  async webhooks(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Webhook>> {
    const size = pageSize(args);
    const rows = await context.read(region).webhooks.page(pageKey(args, isUuid), size + 1);
    const now = context.now();
    return toPage(
      rows,
      size,
      (row) => row.id,
      (row) => toWebhook(row, now),
    );
  }

  @Query(() => WebhookDeliveryConnection, {
    description: 'What was sent to an endpoint, or is to be, the newest first; of the last 30 days.',
  })
  async webhookDeliveries(
    @InRegion() region: string,
    @Arg('webhook', () => Uuid, { description: 'The id of the endpoint; an unknown one has none.' })
    webhook: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<WebhookDelivery>> {
    const size = pageSize(args);
    const rows = await context.read(region).webhooks.deliveries(webhook, pageKey(args, isUuid), size + 1);
    return toPage(rows, size, (row) => row.id, toWebhookDelivery);
  }

  @Mutation(() => WebhookResult, {
    description:
      'Makes an endpoint, which is told of what happens from now on. Its secret is in the answer, once: keep it where ' +
      'the receiver runs.',
  })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The endpoint, and what it is told of.' })
    input: CreateWebhookInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { region, name, url, types } = input;
    const command = { name, url, types };
    const secret = makeWebhookSecret();
    const seal = (id: string) => sealSecret(context.key('webhook'), region, id, secret);
    return run(context, 'createWebhook', input, command, secret, (tx) =>
      createWebhook(tx, context.actor, command, context.webhookDoor, seal),
    );
  }

  @Mutation(() => WebhookResult, {
    description:
      'Changes the name, the address and the types of an endpoint. What waits is sent to the new address.',
  })
  async changeWebhook(
    @Arg('input', () => ChangeWebhookInput, { description: 'The endpoint as it is to be.' })
    input: ChangeWebhookInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { id, name, url, types } = input;
    const command = { id, name, url, types };
    return run(context, 'changeWebhook', input, command, null, (tx) =>
      changeWebhook(tx, command, context.webhookDoor),
    );
  }

  @Mutation(() => WebhookResult, {
    description:
      'Gives an endpoint another secret, in the answer, once. For the hours of the overlap each message carries a ' +
      'signature by either; a secret that was old already ends at once.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, { description: 'The endpoint.' })
    input: RotateWebhookSecretInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { region, id, overlapHours } = input;
    const secret = makeWebhookSecret();
    const sealed = sealSecret(context.key('webhook'), region, id, secret);
    const command = { id, overlapHours };
    return run(context, 'rotateWebhookSecret', input, command, secret, (tx) =>
      rotateWebhookSecret(tx, command, sealed),
    );
  }

  @Mutation(() => WebhookResult, {
    description:
      'Disables an endpoint, or enables it. What happened while it was disabled is not told: pull it by the queries.',
  })
  async switchWebhook(
    @Arg('input', () => SwitchWebhookInput, { description: 'The endpoint, and whether it is sent to.' })
    input: SwitchWebhookInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { id, on } = input;
    return run(context, 'switchWebhook', input, { id, on }, null, (tx) => switchWebhook(tx, { id, on }));
  }

  @Mutation(() => WebhookResult, {
    description: 'Ends an endpoint for good; what waits for it is given up.',
  })
  async endWebhook(
    @Arg('input', () => WebhookStepInput, { description: 'The endpoint.' }) input: WebhookStepInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { id } = input;
    return run(context, 'endWebhook', input, { id }, null, (tx) => endWebhook(tx, context.actor, { id }));
  }

  @Mutation(() => WebhookResult, {
    description:
      'Sends a trial (`webhook.test`) to an endpoint; `webhookDeliveries` shows whether it arrived.',
  })
  async pingWebhook(
    @Arg('input', () => WebhookStepInput, { description: 'The endpoint.' }) input: WebhookStepInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { id } = input;
    return run(context, 'pingWebhook', input, { id }, null, (tx) => pingWebhook(tx, { id }));
  }

  @Mutation(() => WebhookResult, {
    description:
      'Sends one delivery again, or all that failed since a moment: at once, under the same `webhook-id`, and with all ' +
      'tries before them.',
  })
  async redeliverWebhook(
    @Arg('input', () => RedeliverWebhookInput, { description: 'The endpoint, and what of it is sent again.' })
    input: RedeliverWebhookInput,
    @Ctx() context: Ask,
  ): Promise<typeof WebhookResult> {
    const { id, deliveryId = null, failedSince = null } = input;
    const command = { id, deliveryId, failedSince };
    return run(context, 'redeliverWebhook', input, command, null, (tx) => redeliverWebhook(tx, command));
  }
}

/** Gives the command and answers with the endpoint as it is then. */
async function run(
  context: Ask,
  verb: string,
  { region: regionCode, key }: { readonly region: string; readonly key: string },
  input: object,
  secret: Buffer | null,
  act: (tx: Tx) => Promise<Verdict<{ webhookId: string }, Codes>>,
): Promise<typeof WebhookResult> {
  const done: Ended = await context.unitOfWork.run(
    { verb, actor: context.actor, regionCode, key, input },
    act,
  );
  if (!done.ok) return commandRefusal(WebhookRefused, done.refusal);
  const row = await context.read(regionCode).webhooks.get(done.value.webhookId);
  return Object.assign(new WebhookRecorded(), {
    webhook: toWebhook(row!, context.now()),
    // The secret of a command that was done before is not the one that was made just now.
    secret: secret === null || done.replayed ? null : showWebhookSecret(secret),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
