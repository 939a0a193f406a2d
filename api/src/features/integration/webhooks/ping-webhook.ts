import { uuidv7 } from 'uuidv7';
import { refuseWebhook, type WebhookRefusalCode } from '../../../domain/integration/accept-webhook.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import { lockWebhook } from './lock-webhook.js';
import { writeMessage } from './write-message.js';
import type { HasWebhooks } from './webhook.store.js';

/** Sends an endpoint a message that tells nothing, so that somebody sees whether it arrives. */
export async function pingWebhook(
  tx: HasWebhooks & HasChanges & HasClock,
  { id }: { readonly id: string },
): Promise<Verdict<{ webhookId: string }, WebhookRefusalCode>> {
  const locked = await lockWebhook(tx, id);
  if (!locked.ok) return locked;
  if (locked.value.disabledAt != null) return refuseWebhook('WEBHOOK_DISABLED');
  const cursor = formatCursor((await tx.changes.head())!);
  const body = writeMessage({
    type: 'TEST',
    at: tx.now,
    region: locked.value.regionCode,
    ids: [],
    period: null,
    cursor,
  });
  await tx.webhooks.addTrial({ id: uuidv7(), webhookId: id, body, at: tx.now });
  return did({ webhookId: id }, [{ kind: 'WebhookChanged', webhookId: id }]);
}
