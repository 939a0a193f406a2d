import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RowChange } from '../../../domain/integration/row-changes.js';

/** Serah terima: one pull of confirmed predicates of a period by one service or account. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    periodCode: p.text(),
    /** Id of the actor. */
    takenBy: p.text(),
    takenByKind: p.text().$type<'PERSON' | 'SERVICE' | 'COMMAND'>(),
    takenAt: p.datetime().columnType('timestamptz'),
    /** The delivery that it tells the changes since; null: it gives everything. */
    sinceId: p.uuid().nullable(),
    /** Rows that a confirmed predicate was there for. */
    total: p.integer(),
    newRows: p.integer(),
    changedRows: p.integer(),
    withdrawnRows: p.integer(),
    acknowledgedAt: p.datetime().columnType('timestamptz').nullable(),
    /** Whether its rows are still there, so that it can be read again and compared with. */
    remembered: p.boolean(),
  },
});

export type DeliveryRow = InferEntity<typeof DeliveryEntity>;

/** How one person's row stood in a delivery: which confirmation, and digests of the rest. */
export const DeliveryStandEntity = defineEntity({
  name: 'DeliveryStand',
  tableName: 'delivery_stand',
  properties: {
    regionCode: p.text().primary(),
    deliveryId: p.uuid().primary(),
    employeeId: p.uuid().primary(),
    /** Null: taken back, nothing stands. */
    confirmationId: p.uuid().nullable(),
    /** Eight bytes of SHA-256 for each part of the row, in the order of `ROW_PARTS`; null: taken back. */
    digest: p.blob().nullable(),
    /** Null: as before, or nothing was compared. */
    change: p.text().$type<RowChange>().nullable(),
    parts: p.array().columnType('text[]').$type<string[]>().nullable(),
    /** The confirmation that was given before. */
    wasId: p.uuid().nullable(),
  },
});
