import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Mender, Refusal as DomainRefusal } from '../../domain/outcome.js';

/** The enum as fields name it. */
export const MENDERS = {
  SENDER: 'SENDER',
  UNIT_ADMIN: 'UNIT_ADMIN',
  REGIONAL_HR: 'REGIONAL_HR',
  POLICY_OWNER: 'POLICY_OWNER',
} as const satisfies { [K in Mender]: K };
registerEnumType(MENDERS, {
  name: 'Mender',
  description: 'Who can mend what was refused.',
  valuesConfig: {
    SENDER: { description: 'Whoever sent it: correct the input and send it again.' },
    UNIT_ADMIN: { description: 'The administration of the unit: master data or a plan is missing.' },
    REGIONAL_HR: { description: 'Regional HR (BKPSDM): employee or period data must be set right.' },
    POLICY_OWNER: { description: 'Whoever signs the scoring policy.' },
  },
});

@InterfaceType({ description: 'Why something was not done, and how to mend it. Nothing was written.' })
export abstract class Refusal {
  @Field(() => String, {
    description: 'A code of the closed list of the mutation; it never changes its meaning.',
  })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The input field that it is about; null: the whole input.',
  })
  field!: string | null;

  @Field(() => String, { description: 'What is wrong and how to mend it, in Indonesian.' })
  message!: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn!: string;

  @Field(() => MENDERS, { description: 'Who can mend it.' })
  mender!: Mender;
}

@ObjectType({
  implements: Refusal,
  description:
    'The key was used before, with another input (code IDEMPOTENCY_CONFLICT). Nothing was written.',
})
export class IdempotencyConflict extends Refusal {}

/** Fills a refusal type of the wire from a refusal of the domain. */
export function toRefusal<T extends Refusal>(type: new () => T, refusal: DomainRefusal): T {
  const { code, field, message, mender } = refusal;
  return Object.assign(new type(), { code, field, message: message.id, messageEn: message.en, mender });
}

/** What a command that was refused is answered with: its own refusal, or that its key was used for something else. */
export function commandRefusal<T extends Refusal>(
  type: new () => T,
  refusal: DomainRefusal,
): T | IdempotencyConflict {
  return toRefusal<T | IdempotencyConflict>(
    refusal.code === 'IDEMPOTENCY_CONFLICT' ? IdempotencyConflict : type,
    refusal,
  );
}
