import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { WebhookType } from '../../../domain/integration/webhook-event.js';
import type { PostTrouble } from '../../../platform/http/post-out.js';

/** What has become of a delivery. */
export type DeliveryState =
  /** It is sent when `nextAt` has come. */
  | 'WAITING'
  | 'DELIVERED'
  /** No more tries are made. */
  | 'FAILED';

/** Why the last try did not arrive. */
export type DeliveryTrouble =
  | PostTrouble
  /** The receiver answered, but not with 2xx. */
  | 'STATUS'
  /** It answered with another address; none is followed. */
  | 'REDIRECT'
  /** It answered 410. */
  | 'GONE'
  /** The endpoint was ended before it was sent. */
  | 'ENDED';

/** One message to one endpoint; it may be sent more than once, always under the same id. */
export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    webhookId: p.uuid(),
    type: p.text().$type<WebhookType>(),
    /** The last change in it; null for a trial. */
    logOffset: p.bigint('string').nullable(),
    /** The very bytes that are signed and sent. */
    body: p.text(),
    madeAt: p.datetime().columnType('timestamptz'),
    state: p.text().$type<DeliveryState>(),
    /** Tries altogether, and since it was last asked for. */
    attempts: p.integer(),
    tries: p.integer(),
    /** When it is due; while it is being sent, when it would be taken up again if the process died. */
    nextAt: p.datetime().columnType('timestamptz').nullable(),
    lastAt: p.datetime().columnType('timestamptz').nullable(),
    status: p.integer().nullable(),
    trouble: p.text().$type<DeliveryTrouble>().nullable(),
  },
});

export type WebhookDeliveryRow = InferEntity<typeof WebhookDeliveryEntity>;
