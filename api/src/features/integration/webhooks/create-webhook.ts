import { uuidv7 } from 'uuidv7';
import { acceptName, type NameRefusalCode } from '../../../domain/access/accept-name.js';
import {
  acceptWebhook,
  MOST_WEBHOOKS,
  refuseWebhook,
  type WebhookRefusalCode,
  type WebhookTerms,
} from '../../../domain/integration/accept-webhook.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasWebhooks } from './webhook.store.js';
import type { WebhookDoor } from './webhook-door.js';

/** An endpoint to be told of changes. */
export interface CreateWebhook extends WebhookTerms {
  readonly name: string;
}

/** Makes an endpoint that is told of what happens from now on. `seal` seals its secret for the id that it gets. */
export async function createWebhook(
  tx: HasWebhooks & HasChanges & HasClock,
  actor: Actor,
  { name, ...terms }: CreateWebhook,
  door: WebhookDoor,
  seal: (id: string) => Buffer,
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode | NameRefusalCode>> {
  const named = acceptName(name);
  if (!named.ok) return named;
  const accepted = acceptWebhook(terms, door.takeApart(terms.url), door.development);
  if (!accepted.ok) return accepted;
  if ((await tx.webhooks.countOpen()) >= MOST_WEBHOOKS) return refuseWebhook('WEBHOOKS_TOO_MANY');
  const head = await tx.changes.head();
  if (head === null) throw new Error('a region that an actor belongs to has a change stream');
  const id = uuidv7();
  await tx.webhooks.add({
    ...{ id, name: named.value, url: accepted.value.url, types: [...accepted.value.types] },
    ...{ secret: seal(id), createdAt: tx.now, createdBy: actor.id },
    ...{ epoch: head.epoch, logOffset: head.offset.toString() },
  });
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
