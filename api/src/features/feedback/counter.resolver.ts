import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CounterRefusalCode } from '../../domain/feedback/accept-counter.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { Done } from '../../platform/unit-of-work.js';
import { unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { changeCounter } from './change-counter.js';
import { counterCode, counterCodeHash } from './counter-code.js';
import {
  CounterRecorded,
  CounterRefused,
  CounterResult,
  ServiceCounter,
  toServiceCounter,
} from './counter.object.js';
import { ChangeCounterInput, MakeCounterInput } from './feedback.input.js';
import { makeCounter, type CodeHashOf } from './make-counter.js';
import type { ServiceCounterRow } from './service-counter.entity.js';
import type { HasServiceCounters } from './service-counter.store.js';

type Ask = Context<HasServiceCounters & HasUnits & HasEmployees & HasClock>;
type Ended = Done<{ counterId: string }, CounterRefusalCode>;

const ServiceCounterConnection = connectionOf('ServiceCounter', () => ServiceCounter);

@Resolver(() => ServiceCounter)
export class CounterResolver {
  @Query(() => ServiceCounterConnection, {
    description:
      'The counters of the units of whoever asks, in the order in which they were made, closed ones too; those of one unit and below, where named.',
  })
  async counters(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only those of this unit and all below it.' })
    unit: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ServiceCounter>> {
    const size = pageSize(args);
    const key = pageKey(args, isUuid);
    const { serviceCounters, units } = context.read(region);
    const unitIds = unit == null ? null : await units.idsBelow(unit);
    const rows = await serviceCounters.page(unitIds, key, size + 1);
    return toPage(
      rows,
      size,
      ({ id }) => id,
      (row) => counterOf(context, row),
    );
  }

  @Mutation(() => CounterResult, {
    description:
      'Makes a counter at which citizens may say what they think; its QR code can be printed at once.',
  })
  async makeCounter(
    @Arg('input', () => MakeCounterInput, {
      description: 'Where the counter is and what it is called, and the key of this wish.',
    })
    input: MakeCounterInput,
    @Ctx() context: Ask,
  ): Promise<typeof CounterResult> {
    const { region: regionCode, key, unit: unitId, name } = input;
    const command = { unitId, name };
    const done = await context.unitOfWork.run(
      { verb: 'makeCounter', actor: context.actor, regionCode, key, input: command },
      (tx) => makeCounter(tx, context.actor, command, hashesOf(context, regionCode)),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => CounterResult, {
    description:
      'Gives a counter another name or another code, opens it or closes it. What was said there stays.',
  })
  async changeCounter(
    @Arg('input', () => ChangeCounterInput, { description: 'What is to be another.' })
    input: ChangeCounterInput,
    @Ctx() context: Ask,
  ): Promise<typeof CounterResult> {
    const { region: regionCode, key, id: counterId, name, open, renewCode } = input;
    const command = {
      ...{ counterId, renewCode },
      ...(name == null ? {} : { name }),
      ...(open == null ? {} : { open }),
    };
    const done = await context.unitOfWork.run(
      { verb: 'changeCounter', actor: context.actor, regionCode, key, input: command },
      (tx) => changeCounter(tx, command, hashesOf(context, regionCode)),
    );
    return answer(context, regionCode, done);
  }

  @FieldResolver(() => Unit, { description: 'The unit whose service is given there.' })
  async unit(@Root() { regionCode, unitId }: ServiceCounter, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, regionCode).load(unitId))!);
  }
}

/** A counter as those who look after it have it. */
export function counterOf(context: Pick<Context, 'key'>, row: ServiceCounterRow): ServiceCounter {
  return toServiceCounter(row, counterCode(context.key('counter-code'), row.regionCode, row));
}

function hashesOf(context: Ask, regionCode: string): CodeHashOf {
  const key = context.key('counter-code');
  return (counter) => counterCodeHash(key, regionCode, counterCode(key, regionCode, counter));
}

async function answer(context: Ask, regionCode: string, done: Ended): Promise<typeof CounterResult> {
  if (!done.ok) return commandRefusal(CounterRefused, done.refusal);
  const row = await context.read(regionCode).serviceCounters.get(done.value.counterId);
  return Object.assign(new CounterRecorded(), {
    counter: counterOf(context, row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
