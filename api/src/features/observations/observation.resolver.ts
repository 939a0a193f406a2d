import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ObservationRefusalCode } from '../../domain/observation/accept-observation.js';
import type { CorrectionRefusalCode } from '../../domain/observation/accept-correction.js';
import type { WithdrawalRefusalCode } from '../../domain/observation/accept-withdrawal.js';
import { endOfDay, startOfDay } from '../../domain/calendar.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import { asksFor } from '../../platform/graphql/asks-for.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { given } from '../../platform/graphql/loader.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { Done } from '../../platform/unit-of-work.js';
import { choosePairs, oneOrMany } from '../employees/choose-pairs.js';
import { Employee } from '../employees/employee.object.js';
import { namedEmployee } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import { Indicator, toIndicator } from '../indicators/indicator.object.js';
import { indicatorLoader } from '../indicators/indicator.resolver.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { correctObservation } from './correct-observation.js';
import { logObservation } from './log-observation.js';
import { withdrawObservation } from './withdraw-observation.js';
import {
  CorrectObservationInput,
  LogObservationInput,
  OBSERVATION_ORDERS,
  ObservationFilter,
  WithdrawObservationInput,
} from './observation.input.js';
import {
  Observation,
  ObservationRecorded,
  ObservationRefused,
  ObservationResult,
  toObservation,
} from './observation.object.js';
import type { HasObservations, ObservationOrder } from './observation.store.js';

type Ask = Context<HasEmployees & HasUnits & HasIndicators & HasObservations & HasPolicies & HasClock>;
type Recorded = Done<
  { observationId: string },
  ObservationRefusalCode | CorrectionRefusalCode | WithdrawalRefusalCode
>;

const ObservationConnection = countedConnectionOf('Observation', () => Observation);

@Resolver(() => Observation)
export class ObservationResolver {
  @Mutation(() => ObservationResult, {
    description:
      'Records one observation. Repeating it with the same key has one effect and gives the same answer.',
  })
  async logObservation(
    @Arg('input', () => LogObservationInput, {
      description: 'What was observed, of whom and when, and the key of this wish.',
    })
    input: LogObservationInput,
    @Ctx() context: Ask,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ObservationResult> {
    const { region: regionCode, key, employeeId, indicatorId, value, observedAt, note = null } = input;
    const { observerId = null, behaviour = null } = input;
    const command = { employeeId, indicatorId, value, observedAt, note, observerId, behaviour };
    const done = await context.unitOfWork.run(
      { verb: 'logObservation', actor: context.actor, regionCode, key, input: command },
      (tx) => logObservation(tx, context.actor, command),
    );
    return answer(context, regionCode, done, info);
  }

  @Mutation(() => ObservationResult, {
    description:
      'Records what an earlier observation should have said. Both stay; the scores follow the new one.',
  })
  async correctObservation(
    @Arg('input', () => CorrectObservationInput, {
      description: 'What it should have been, why, and the key of this wish.',
    })
    input: CorrectObservationInput,
    @Ctx() context: Ask,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ObservationResult> {
    const { region: regionCode, key, observationId, value, observedAt, note = null, reason } = input;
    const command = { observationId, value, observedAt, note, reason };
    const done = await context.unitOfWork.run(
      { verb: 'correctObservation', actor: context.actor, regionCode, key, input: command },
      (tx) => correctObservation(tx, context.actor, command),
    );
    return answer(context, regionCode, done, info);
  }

  @Mutation(() => ObservationResult, {
    description:
      'Takes an observation out of the scores; it stays in the record. What is given back is the entry that takes it away.',
  })
  async withdrawObservation(
    @Arg('input', () => WithdrawObservationInput, {
      description: 'Which observation, why, and the key of this wish.',
    })
    input: WithdrawObservationInput,
    @Ctx() context: Ask,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ObservationResult> {
    const { region: regionCode, key, observationId, reason } = input;
    const command = { observationId, reason };
    const done = await context.unitOfWork.run(
      { verb: 'withdrawObservation', actor: context.actor, regionCode, key, input: command },
      (tx) => withdrawObservation(tx, context.actor, command),
    );
    return answer(context, regionCode, done, info);
  }

  @Query(() => ObservationConnection, {
    description:
      'Observations of a region, newest first where nothing else is asked for, corrected and withdrawn ones included.',
  })
  async observations(
    @InRegion() region: string,
    @Arg('employee', () => Uuid, {
      nullable: true,
      description: 'Only those about this employee; the same as one in `filter.employees`.',
    })
    employee: string | null,
    @Arg('indicator', () => Uuid, {
      nullable: true,
      description: 'Only those of this indicator; the same as one in `filter.indicators`.',
    })
    indicator: string | null,
    @Arg('period', () => String, {
      nullable: true,
      description: 'Only those of this period, e.g. "2026-Q4"; the same as one in `filter.periods`.',
    })
    period: string | null,
    @Arg('filter', () => ObservationFilter, { nullable: true, description: 'Which of them; empty: all.' })
    filter: ObservationFilter | null,
    @Arg('orderBy', () => OBSERVATION_ORDERS, {
      defaultValue: 'RECORDED_DESC',
      description: 'The order of the list.',
    })
    orderBy: ObservationOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Observation>> {
    const size = pageSize(args);
    const { observations, units } = context.read(region);
    const { employees, indicators, from, to, ...pairs } = filter ?? {};
    const chosen = {
      ...(await choosePairs({ units }, period, pairs)),
      employeeIds: oneOrMany('employee', employee, 'employees', employees),
      indicatorIds: oneOrMany('indicator', indicator, 'indicators', indicators),
      observedFrom: typeof from === 'string' ? startOfDay(from) : null,
      observedBefore: typeof to === 'string' ? endOfDay(to) : null,
    };
    return toPage(
      await observations.page(chosen, orderBy, pageKey(args, isUuid), size + 1),
      size,
      (row) => row.id,
      toObservation,
      () => observations.total(chosen),
    );
  }

  @Query(() => Observation, {
    nullable: true,
    description: 'One observation; null where the region has none of this id.',
  })
  async observation(
    @InRegion() region: string,
    @Arg('id', () => Uuid, { description: 'The id of the observation.' }) id: string,
    @Ctx() context: Ask,
  ): Promise<Observation | null> {
    const row = await context.read(region).observations.get(id);
    return row === null ? null : toObservation(row);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description:
      'Whose work was observed; null for whoever recorded it and may not know the person any more, for example after a transfer.',
  })
  async employee(@Root() observation: Observation, @Ctx() context: Ask): Promise<Employee | null> {
    return namedEmployee(context, observation.regionCode, observation.employeeId);
  }

  @FieldResolver(() => Indicator, { description: 'What it counts for.' })
  async indicator(@Root() observation: Observation, @Ctx() context: Ask): Promise<Indicator> {
    return toIndicator(
      (await indicatorLoader(context, observation.regionCode).load(observation.indicatorId))!,
    );
  }
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Recorded,
  info: GraphQLResolveInfo,
): Promise<typeof ObservationResult> {
  if (!done.ok) return commandRefusal(ObservationRefused, done.refusal);
  // Most ask for the cursor alone: what they have just sent they know.
  const isAsked = asksFor(info, 'observation');
  const row = isAsked ? await context.read(regionCode).observations.get(done.value.observationId) : null;
  return Object.assign(new ObservationRecorded(), {
    observation: isAsked ? toObservation(given(row)) : undefined,
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
