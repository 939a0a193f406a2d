import { WEBHOOK_TYPE_NAMES, type WebhookType } from '../../../domain/integration/webhook-event.js';

/** What a message says: which rows, and nothing of what is in them. */
export interface Message {
  readonly type: WebhookType;
  readonly at: Date;
  readonly region: string;
  readonly ids: readonly string[];
  readonly period: string | null;
  readonly cursor: string;
}

/** The body of a message, in the shape that Standard Webhooks recommends. */
export function writeMessage({ type, at, region, ids, period, cursor }: Message): string {
  return JSON.stringify({
    type: WEBHOOK_TYPE_NAMES[type],
    timestamp: at.toISOString(),
    data: { region, ids, period, cursor },
  });
}
