import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AskedType, WebhookType } from '../../../domain/integration/webhook-event.js';
import { IdempotencyConflict, Refusal } from '../../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../../platform/graphql/scalars.js';
import type { DisabledBecause, WebhookRow } from './webhook.entity.js';
import type { DeliveryState, DeliveryTrouble, WebhookDeliveryRow } from './webhook-delivery.entity.js';

const TYPES = {
  PERIOD_CONFIRMED: { description: '`period.confirmed`: the results of a period were confirmed.' },
  SCORE_CORRECTED: {
    description:
      '`score.corrected`: a score of a period that had been closed moved, or a correction, a withdrawal or an upheld ' +
      'objection moved a score.',
  },
  EMPLOYEE_CHANGED: {
    description:
      "`employee.changed`: an employee's master data, an appointment or a leave was added or changed.",
  },
};

export const ASKED_TYPES = {
  PERIOD_CONFIRMED: 'PERIOD_CONFIRMED',
  SCORE_CORRECTED: 'SCORE_CORRECTED',
  EMPLOYEE_CHANGED: 'EMPLOYEE_CHANGED',
} as const satisfies { [K in AskedType]: K };
registerEnumType(ASKED_TYPES, {
  name: 'WebhookType',
  description: 'What an endpoint may be told of; each with the `type` of its messages.',
  valuesConfig: TYPES,
});

const MESSAGE_TYPES = { ...ASKED_TYPES, TEST: 'TEST' } as const satisfies { [K in WebhookType]: K };
registerEnumType(MESSAGE_TYPES, {
  name: 'WebhookMessageType',
  description: 'What a message tells; each with its `type`.',
  valuesConfig: { ...TYPES, TEST: { description: '`webhook.test`: a trial; it tells nothing.' } },
});

/** Whether an endpoint is sent to. */
export type WebhookState = 'ACTIVE' | 'DISABLED' | 'ENDED';
const WEBHOOK_STATES = {
  ACTIVE: 'ACTIVE',
  DISABLED: 'DISABLED',
  ENDED: 'ENDED',
} as const satisfies { [K in WebhookState]: K };
registerEnumType(WEBHOOK_STATES, {
  name: 'WebhookState',
  description: 'Whether an endpoint is sent to.',
  valuesConfig: {
    ACTIVE: { description: 'It is told of what happens.' },
    DISABLED: { description: 'Nothing is sent until an administrator enables it.' },
    ENDED: { description: 'It was ended for good.' },
  },
});

const DISABLED_BECAUSE = {
  ADMINISTRATOR: 'ADMINISTRATOR',
  GONE: 'GONE',
  FAILING: 'FAILING',
} as const satisfies { [K in DisabledBecause]: K };
registerEnumType(DISABLED_BECAUSE, {
  name: 'WebhookDisabledBecause',
  description: 'Why an endpoint is not sent to.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'An administrator disabled it.' },
    GONE: { description: 'The receiver answered 410: it is gone for good.' },
    FAILING: { description: 'Nothing got through to it for 5 days.' },
  },
});

const DELIVERY_STATES = {
  WAITING: 'WAITING',
  DELIVERED: 'DELIVERED',
  FAILED: 'FAILED',
} as const satisfies { [K in DeliveryState]: K };
registerEnumType(DELIVERY_STATES, {
  name: 'WebhookDeliveryState',
  description: 'What has become of a delivery.',
  valuesConfig: {
    WAITING: { description: 'It is to be sent, for the first time or again.' },
    DELIVERED: { description: 'The receiver answered with 2xx.' },
    FAILED: { description: 'No more tries are made unless somebody asks for them.' },
  },
});

const TROUBLES = {
  TIMEOUT: 'TIMEOUT',
  NAME_UNKNOWN: 'NAME_UNKNOWN',
  ADDRESS_REFUSED: 'ADDRESS_REFUSED',
  TLS: 'TLS',
  NO_CONNECTION: 'NO_CONNECTION',
  STATUS: 'STATUS',
  REDIRECT: 'REDIRECT',
  GONE: 'GONE',
  ENDED: 'ENDED',
} as const satisfies { [K in DeliveryTrouble]: K };
registerEnumType(TROUBLES, {
  name: 'WebhookTrouble',
  description: 'Why the last try of a delivery did not arrive.',
  valuesConfig: {
    TIMEOUT: { description: 'There was no whole answer within 15 seconds.' },
    NAME_UNKNOWN: { description: 'The name of the server has no address.' },
    ADDRESS_REFUSED: { description: 'The name led to an address of a private or special network.' },
    TLS: { description: 'The certificate is not good, or TLS could not be agreed on.' },
    NO_CONNECTION: { description: 'There was no connection, or it broke.' },
    STATUS: { description: 'The receiver answered with another status than 2xx.' },
    REDIRECT: { description: 'The receiver named another address; none is followed.' },
    GONE: { description: 'The receiver answered 410.' },
    ENDED: { description: 'The endpoint was ended before it was sent.' },
  },
});

@ObjectType({ description: 'Where another program is told that something changed (Standard Webhooks).' })
export class Webhook {
  /** Kemendagri code of its region; not on the wire. */
  regionCode!: string;

  @Field(() => ID, { description: 'UUID; grows in the order in which endpoints were made.' })
  id!: string;

  @Field(() => String, { description: 'What it is; 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Where messages are sent by POST.' })
  url!: string;

  @Field(() => [ASKED_TYPES], { description: 'What it is told of.' })
  types!: AskedType[];

  @Field(() => WEBHOOK_STATES, { description: 'Whether it is sent to.' })
  state!: WebhookState;

  @Field(() => DISABLED_BECAUSE, { nullable: true, description: 'Why it is disabled; null: it is not.' })
  disabledBecause!: DisabledBecause | null;

  @Field(() => Instant, { nullable: true, description: 'When it was disabled; null: it is not.' })
  disabledAt!: Date | null;

  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Instant, {
    nullable: true,
    description: 'When something last got through; null: nothing ever has.',
  })
  lastSuccessAt!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Since when nothing has got through; null: the last try did, or there was none.',
  })
  failingSince!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Until when messages are signed by the secret before the last change too; null: they are not.',
  })
  oldSecretUntil!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it was ended; null: it was not.' })
  endedAt!: Date | null;
}

export function toWebhook(row: WebhookRow, now: Date): Webhook {
  const { regionCode, id, name, url, types, createdAt } = row;
  const until = row.previousUntil ?? null;
  return Object.assign(new Webhook(), {
    ...{ regionCode, id, name, url, types, createdAt },
    state: row.endedAt != null ? 'ENDED' : row.disabledAt != null ? 'DISABLED' : 'ACTIVE',
    disabledBecause: row.disabledBecause ?? null,
    disabledAt: row.disabledAt ?? null,
    lastSuccessAt: row.lastSuccessAt ?? null,
    failingSince: row.failingSince ?? null,
    oldSecretUntil: until !== null && until > now ? until : null,
    endedAt: row.endedAt ?? null,
  } satisfies Webhook);
}

@ObjectType({
  description:
    'One message to one endpoint, kept for 30 days. It may arrive more than once, always under the same `webhook-id`.',
})
export class WebhookDelivery {
  @Field(() => ID, { description: 'UUID; the `webhook-id` of the message is `msg_` and this.' })
  id!: string;

  @Field(() => MESSAGE_TYPES, { description: 'What the message tells.' })
  type!: WebhookType;

  @Field(() => DELIVERY_STATES, { description: 'What has become of it.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How many times it was sent; 0 or more.' })
  attempts!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last try, 100 to 599; null: there was no answer, or no try yet.',
  })
  status!: number | null;

  @Field(() => TROUBLES, {
    nullable: true,
    description: 'Why the last try did not arrive; null: it did, or there was none yet.',
  })
  trouble!: DeliveryTrouble | null;

  @Field(() => Instant, { description: 'When the change was seen of which it was made.' })
  madeAt!: Date;

  @Field(() => Instant, { nullable: true, description: 'When the last try ended; null: none has.' })
  lastAttemptAt!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it is sent next, at the earliest; null: it is not.',
  })
  nextAttemptAt!: Date | null;
}

export function toWebhookDelivery(row: WebhookDeliveryRow): WebhookDelivery {
  const { id, type, state, attempts, madeAt } = row;
  return Object.assign(new WebhookDelivery(), {
    ...{ id, type, state, attempts, madeAt },
    status: row.status ?? null,
    trouble: row.trouble ?? null,
    lastAttemptAt: row.lastAt ?? null,
    nextAttemptAt: row.nextAt ?? null,
  } satisfies WebhookDelivery);
}

@ObjectType({ description: 'It was done.' })
export class WebhookRecorded {
  @Field(() => Webhook, { description: 'The endpoint as it is now.' })
  webhook!: Webhook;

  @Field(() => String, {
    nullable: true,
    description:
      'The new secret (`whsec_…`), shown this once; null where none was made, or where this key had been recorded ' +
      'before and it was shown then.',
  })
  secret!: string | null;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: WEBHOOK_URL_UNREADABLE, WEBHOOK_URL_NOT_HTTPS, WEBHOOK_URL_HAS_PASSWORD, ' +
    'WEBHOOK_ADDRESS_REFUSED, WEBHOOK_TYPES_MISSING, WEBHOOKS_TOO_MANY, WEBHOOK_UNKNOWN, WEBHOOK_ENDED, ' +
    'WEBHOOK_DISABLED, WEBHOOK_OVERLAP_RANGE, DELIVERY_UNKNOWN, REDELIVERY_CHOICE, NAME_MISSING, NAME_TOO_LONG, ' +
    'NAME_UNREADABLE (schema/guide/webhooks.md).',
})
export class WebhookRefused extends Refusal {}

export const WebhookResult = createUnionType({
  name: 'WebhookResult',
  description: 'What became of an endpoint.',
  types: () => [WebhookRecorded, WebhookRefused, IdempotencyConflict] as const,
});
