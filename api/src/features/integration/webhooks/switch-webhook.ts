import type { WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import type { HasWebhooks } from './webhook.store.js';

/** Whether an endpoint is sent to. */
export interface SwitchWebhook {
  readonly id: string;
  readonly on: boolean;
}

/** Disables an endpoint, or enables it from now on, whatever disabled it. */
export async function switchWebhook(
  tx: HasWebhooks & HasChanges & HasClock,
  { id, on }: SwitchWebhook,
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode>> {
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  if (on) await tx.webhooks.enable(id, tx.now, (await tx.changes.head())!);
  else await tx.webhooks.disable(id, tx.now);
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
