import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { IdempotencyConflict, Refusal } from '../../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../../platform/graphql/scalars.js';
import type { DeliveryRow } from './delivery.entity.js';
import { DELIVERY_TAKERS } from './export.enums.js';
import type { NamedDelivery } from './export.store.js';

@ObjectType({
  description:
    'Serah terima: one pull of the confirmed predicates of a period, remembered so that the next can tell what is new, changed or taken back since. The last three of each taker and period are remembered, and the one that was acknowledged last.',
})
export class Delivery {
  @Field(() => ID, {
    description: 'UUID; later deliveries have greater ids. Give it as `since` once you have kept it.',
  })
  id!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  periodCode!: string;

  @Field(() => Instant, { description: 'The moment of which it tells.' })
  takenAt!: Date;

  @Field(() => DELIVERY_TAKERS, { description: 'What kind of actor took it.' })
  takenByKind!: DeliveryRow['takenByKind'];

  @Field(() => String, {
    nullable: true,
    description: 'Name of the service or account that took it; null where it is there no more.',
  })
  takenBy!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The delivery that it is compared with; null: it gives everything that stands.',
  })
  sinceId!: string | null;

  @Field(() => Int, { description: 'Rows that stood at that moment, given in it or not; 0 or more.' })
  total!: number;

  @Field(() => Int, { description: 'Rows that it gives as NEW; all of them where nothing was compared.' })
  newRows!: number;

  @Field(() => Int, { description: 'Rows that it gives as CHANGED.' })
  changedRows!: number;

  @Field(() => Int, { description: 'Rows that it gives as WITHDRAWN.' })
  withdrawnRows!: number;

  @Field(() => Instant, {
    nullable: true,
    description: 'When whoever took it said that it was kept, or named it in the next; null: not yet.',
  })
  acknowledgedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether it can be read again and compared with; else DELIVERY_EXPIRED, and everything is to be taken anew.',
  })
  remembered!: boolean;

  takerId!: string;
}

export function toDelivery(row: NamedDelivery): Delivery {
  const { id, periodCode, takenAt, takenByKind, total, newRows, changedRows, withdrawnRows, remembered } =
    row;
  return Object.assign(new Delivery(), {
    ...{ id, periodCode, takenAt, takenByKind, total, newRows, changedRows, withdrawnRows, remembered },
    takenBy: row.takerName,
    sinceId: row.sinceId ?? null,
    acknowledgedAt: row.acknowledgedAt ?? null,
    takerId: row.takenBy,
  });
}

@ObjectType({ description: 'The delivery is begun, or kept.' })
export class DeliveryRecorded {
  @Field(() => Delivery, {
    description: 'The delivery as it stands now; read its rows by `kinerjaPeriodik(delivery:)`.',
  })
  delivery!: Delivery;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been recorded before; then this is the first answer again.',
  })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: PERIOD_UNKNOWN, SINCE_UNREADABLE, DELIVERY_UNKNOWN, DELIVERY_EXPIRED, DELIVERIES_TOO_MANY (KP rules of SCORING.md).',
})
export class DeliveryRefused extends Refusal {}

/** The three ways in which a delivery is answered. */
export const DeliveryResult = createUnionType({
  name: 'DeliveryResult',
  description: 'What became of a delivery.',
  types: () => [DeliveryRecorded, DeliveryRefused, IdempotencyConflict] as const,
});
