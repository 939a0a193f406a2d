import { acceptSecretOverlap, type WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import type { HasWebhooks } from './webhook.store.js';

/** Another secret for an endpoint. */
export interface RotateWebhookSecret {
  readonly id: string;
  /** Whole hours for which messages are signed by the old secret as well; 0: it ends at once. */
  readonly overlapHours: number;
}

/** Gives an endpoint another secret, already sealed. One that was old before ends. */
export async function rotateWebhookSecret(
  tx: HasWebhooks & HasClock,
  { id, overlapHours }: RotateWebhookSecret,
  sealed: Buffer,
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode>> {
  const overlap = acceptSecretOverlap(overlapHours, tx.now);
  if (!overlap.ok) return overlap;
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  await tx.webhooks.rotate(id, sealed, overlap.value);
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
