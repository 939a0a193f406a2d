import { ArgsType, Field } from 'type-graphql';
import { Instant } from '../../platform/graphql/scalars.js';
import type { View } from '../observations/observation.store.js';

/** Looks back on both clocks: what had happened by then, and what was known of it by then. */
@ArgsType()
export class PastArgs {
  @Field(() => Instant, {
    nullable: true,
    description: 'Only what had been observed by this moment; empty: everything.',
  })
  asOf?: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Only what had been recorded by this moment, plans, transfers and policies included; empty: what is known now.',
  })
  knownAt?: Date | null;
}

/** The view that the arguments ask for. A moment to come is now: nothing is known of it. */
export function viewOf({ asOf, knownAt }: PastArgs, now: Date): View {
  const past = (moment: Date | null | undefined) =>
    moment === null || moment === undefined || moment >= now ? null : moment;
  return { asOf: past(asOf), knownAt: past(knownAt) };
}

/** Whether a view leaves anything out, so that it has to be computed from the record. */
export function isPast({ asOf, knownAt }: View): boolean {
  return asOf !== null || knownAt !== null;
}
