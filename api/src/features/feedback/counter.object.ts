import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../platform/graphql/scalars.js';
import type { ServiceCounterRow } from './service-counter.entity.js';

@ObjectType({ description: 'A counter as those who look after it have it.' })
export class ServiceCounter {
  @Field(() => ID, { description: 'UUID; later counters have greater ids.' })
  id!: string;

  @Field(() => String, { description: 'What citizens know it by; 1 to 120 characters.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it takes feedback.' })
  open!: boolean;

  @Field(() => String, {
    description:
      'What its QR code holds, behind "/nilai?region=…#": 20 consonants in groups of four. It is meant to hang at the counter; it opens nothing but the form.',
  })
  code!: string;

  @Field(() => Instant, { description: 'When it was made.' })
  madeAt!: Date;

  regionCode!: string;
  unitId!: string;
}

export function toServiceCounter(row: ServiceCounterRow, code: string): ServiceCounter {
  const { id, name, open, madeAt, regionCode, unitId } = row;
  return Object.assign(new ServiceCounter(), { id, name, open, code, madeAt, regionCode, unitId });
}

@ObjectType({ description: 'A counter as whoever stands before its QR code may know it.' })
export class PublicCounter {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'The name of the unit whose service is given there.' })
  unitName!: string;

  @Field(() => Boolean, { description: 'Whether it takes feedback.' })
  open!: boolean;
}

@ObjectType({ description: 'The counter is made or changed.' })
export class CounterRecorded {
  @Field(() => ServiceCounter, { description: 'The counter as it is now.' })
  counter!: ServiceCounter;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: COUNTER_UNKNOWN, COUNTER_UNIT_UNKNOWN, COUNTERS_TOO_MANY, NAME_MISSING, NAME_TOO_LONG, NAME_UNREADABLE.',
})
export class CounterRefused extends Refusal {}

export const CounterResult = createUnionType({
  name: 'CounterResult',
  description: 'The three ways in which making or changing a counter ends.',
  types: () => [CounterRecorded, CounterRefused, IdempotencyConflict] as const,
});
