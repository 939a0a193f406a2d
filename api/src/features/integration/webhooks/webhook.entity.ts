import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AskedType } from '../../../domain/integration/webhook-event.js';

/** Why an endpoint is not sent to. */
export type DisabledBecause =
  /** An administrator said so. */
  | 'ADMINISTRATOR'
  /** The receiver answered that it is gone for good (410). */
  | 'GONE'
  /** Nothing has got through for days. */
  | 'FAILING';

/** Where another program is told that something changed. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    url: p.text(),
    types: p.array().columnType('text[]').$type<AskedType[]>(),
    /** Sealed by the server's secret: it has to sign with it. */
    secret: p.blob(),
    /** The secret before the last change of it, and until when it signs as well. */
    previousSecret: p.blob().nullable(),
    previousUntil: p.datetime().columnType('timestamptz').nullable(),
    /** Up to here the region's changes have been made deliveries of. */
    epoch: p.text(),
    logOffset: p.bigint('string'),
    createdAt: p.datetime().columnType('timestamptz'),
    createdBy: p.text(),
    lastSuccessAt: p.datetime().columnType('timestamptz').nullable(),
    /** Since when nothing has got through; null: the last try did. */
    failingSince: p.datetime().columnType('timestamptz').nullable(),
    disabledAt: p.datetime().columnType('timestamptz').nullable(),
    disabledBecause: p.text().$type<DisabledBecause>().nullable(),
    endedAt: p.datetime().columnType('timestamptz').nullable(),
    endedBy: p.text().nullable(),
  },
});

export type WebhookRow = InferEntity<typeof WebhookEntity>;
