import { acceptName, type NameRefusalCode } from '../../../domain/access/accept-name.js';
import {
  acceptWebhook,
  type WebhookRefusalCode,
  type WebhookTerms,
} from '../../../domain/integration/accept-webhook.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import type { WebhookDoor } from './webhook-door.js';
import type { HasWebhooks } from './webhook.store.js';

/** Another name, address or choice of types for an endpoint. */
export interface ChangeWebhook extends WebhookTerms {
  readonly id: string;
  readonly name: string;
}

/** Changes an endpoint. What waits for it is sent to its new address; its secret stays. */
export async function changeWebhook(
  tx: HasWebhooks,
  { id, name, ...terms }: ChangeWebhook,
  door: WebhookDoor,
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode | NameRefusalCode>> {
  const named = acceptName(name);
  if (!named.ok) return named;
  const accepted = acceptWebhook(terms, door.takeApart(terms.url), door.development);
  if (!accepted.ok) return accepted;
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  const { url, types } = accepted.value;
  await tx.webhooks.change(id, { name: named.value, url, types: [...types] });
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
