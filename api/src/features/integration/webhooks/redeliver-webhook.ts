import { refuseWebhook, type WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import type { HasWebhooks } from './webhook.store.js';

/** What is to be sent again: one delivery, or all that were given up and made since a moment. */
export interface RedeliverWebhook {
  readonly id: string;
  readonly deliveryId: string | null;
  readonly failedSince: Date | null;
}

/** Sends messages again, at once and under the ids that they had, with all tries before them. */
export async function redeliverWebhook(
  tx: HasWebhooks & HasClock,
  { id, deliveryId, failedSince }: RedeliverWebhook,
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode>> {
  if ((deliveryId === null) === (failedSince === null)) return refuseWebhook('REDELIVERY_CHOICE');
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  if (locked.value.disabledAt != null) return refuseWebhook('WEBHOOK_DISABLED');
  if (deliveryId !== null) {
    if ((await tx.webhooks.delivery(id, deliveryId)) === null) return refuseWebhook('DELIVERY_UNKNOWN');
    await tx.webhooks.again(id, deliveryId, tx.now);
  } else {
    await tx.webhooks.failedAgain(id, failedSince!, tx.now);
  }
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
