import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PeriodChangeRefusalCode } from '../../domain/period/period-state.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import type { HasContests } from '../contests/contest.store.js';
import { Period, toPeriod } from '../indicators/indicator.object.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { PeriodChangeRow } from '../indicators/period-change.entity.js';
import { groupBy } from '../../platform/group-by.js';
import { changePeriod } from './change-period.js';
import type { HasConfirmations } from './confirmation.store.js';
import { ChangePeriodInput } from './period.input.js';
import {
  PeriodChanged,
  PeriodChangeRefused,
  PeriodChangeResult,
  PeriodStep,
  toPeriodStep,
} from './period.object.js';

type Ask = Context<HasIndicators & HasContests & HasConfirmations & HasClock>;

/** More steps than a period takes unless somebody plays with it. */
const STEPS = 100;

@Resolver(() => Period)
export class PeriodResolver {
  @Mutation(() => PeriodChangeResult, {
    description:
      'Closes a period, confirms it or opens it again. What was being recorded in it meanwhile either came before, or is refused.',
  })
  async changePeriod(
    @Arg('input', () => ChangePeriodInput, { description: 'The period, the step, and the key of this wish.' })
    input: ChangePeriodInput,
    @Ctx() context: Ask,
  ): Promise<typeof PeriodChangeResult> {
    const { region: regionCode, key, period: periodCode, change, reason = null } = input;
    const command = { periodCode, change, reason };
    const done = await context.unitOfWork.run(
      { verb: 'changePeriod', actor: context.actor, regionCode, key, input: command },
      (tx) => changePeriod(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @FieldResolver(() => [PeriodStep], {
    description: `The steps that it took, newest first, at most ${STEPS}. A period begins OPEN, without a step.`,
  })
  async history(@Root() period: Period, @Ctx() context: Ask): Promise<PeriodStep[]> {
    return (await stepLoader(context, period.regionCode).load(period.code)).map(toPeriodStep);
  }
}

/** The request's loader of the steps of periods. */
function stepLoader(context: Ask, region: string): DataLoader<string, readonly PeriodChangeRow[]> {
  return context.loader(
    `period steps ${region}`,
    () =>
      new DataLoader<string, readonly PeriodChangeRow[]>(async (codes) => {
        const rows = await context.read(region).indicators.periodChangesOf(codes, STEPS);
        const found = groupBy(rows, ({ periodCode }) => periodCode);
        return codes.map((code) => found.get(code) ?? []);
      }),
  );
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Done<{ periodCode: string }, PeriodChangeRefusalCode>,
): Promise<typeof PeriodChangeResult> {
  if (!done.ok) return commandRefusal(PeriodChangeRefused, done.refusal);
  const row = await context.read(regionCode).indicators.period(done.value.periodCode);
  return Object.assign(new PeriodChanged(), {
    period: toPeriod(row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
