import { refuseWebhook, type WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import { ok, type Outcome } from '../../../domain/outcome.js';
import type { WebhookRow } from './webhook.entity.js';
import type { HasWebhooks } from './webhook.store.js';

/** An endpoint that is to be changed and has not ended. */
export async function lockWebhook(
  tx: HasWebhooks,
  id: string,
): Promise<Outcome<WebhookRow, WebhookRefusalCode>> {
  const webhook = await tx.webhooks.lock(id);
  if (webhook === null) return refuseWebhook('WEBHOOK_UNKNOWN');
  if (webhook.endedAt != null) return refuseWebhook('WEBHOOK_ENDED');
  return ok(webhook);
}
