import type { WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import type { HasWebhooks } from './webhook.store.js';

/** Ends an endpoint for good: nothing more is sent to it, not even what waits. */
export async function endWebhook(
  tx: HasWebhooks & HasClock,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode>> {
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  await tx.webhooks.end(id, tx.now, actor.id);
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
