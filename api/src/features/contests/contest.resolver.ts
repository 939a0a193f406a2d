import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
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
import { byId, given } from '../../platform/graphql/loader.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import { Employee } from '../employees/employee.object.js';
import { employeeOf, namedEmployee } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { ObservationRow } from '../observations/observation.entity.js';
import { Observation, toObservation } from '../observations/observation.object.js';
import type { PlanNeeds } from '../scores/load-plans.js';
import { ContestObservationInput, RuleContestInput } from './contest.input.js';
import {
  Contest,
  ContestOpened,
  ContestRefused,
  ContestResult,
  ContestRuling,
  RulingRecorded,
  RulingRefused,
  RulingResult,
  ScoreIfUpheld,
  toContest,
  toScoreIfUpheld,
} from './contest.object.js';
import { contestObservation } from './contest-observation.js';
import type { Contested, HasContests } from './contest.store.js';
import { ifUpheld, type WhatIf } from './if-upheld.js';
import { ruleContest } from './rule-contest.js';

type Ask = Context<HasEmployees & HasUnits & HasContests & HasWorkingCalendar & PlanNeeds & HasClock>;

const ContestConnection = connectionOf('Contest', () => Contest);

@Resolver(() => Contest)
export class ContestResolver {
  @Mutation(() => ContestResult, {
    description:
      "Records an employee's objection to an observation about them. Nothing moves before somebody rules on it.",
  })
  async contestObservation(
    @Arg('input', () => ContestObservationInput, { description: 'The objection.' })
    input: ContestObservationInput,
    @Ctx() context: Ask,
  ): Promise<typeof ContestResult> {
    const { region: regionCode, key, observationId, employeeId, reason, evidence } = input;
    const command = { observationId, employeeId, reason, evidence };
    const done = await context.unitOfWork.run(
      { verb: 'contestObservation', actor: context.actor, regionCode, key, input: command },
      (tx) => contestObservation(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(ContestRefused, done.refusal);
    return Object.assign(new ContestOpened(), {
      contest: await contestOf(context, regionCode, done.value.contestId),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Mutation(() => RulingResult, {
    description:
      'Rules on an objection for good. Upheld, another observation takes the place of the contested one and the scores follow at once, also in a period that is closed; both stay in the record.',
  })
  async ruleContest(
    @Arg('input', () => RuleContestInput, {
      description: 'The objection, what becomes of the observation, why, and the key of this wish.',
    })
    input: RuleContestInput,
    @Ctx() context: Ask,
  ): Promise<typeof RulingResult> {
    const { region: regionCode, key, contestId, ruledBy, decision, value = null, note } = input;
    const command = { contestId, ruledBy, decision, value, note };
    const done = await context.unitOfWork.run(
      { verb: 'ruleContest', actor: context.actor, regionCode, key, input: command },
      (tx) => ruleContest(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(RulingRefused, done.refusal);
    return Object.assign(new RulingRecorded(), {
      contest: await contestOf(context, regionCode, done.value.contestId),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Query(() => ContestConnection, { description: 'The objections of a region, newest first.' })
  async contests(
    @InRegion() region: string,
    @Arg('period', () => String, {
      nullable: true,
      description: 'Only those to observations of this period, e.g. "2026-Q4".',
    })
    period: string | null,
    @Arg('employee', () => Uuid, { nullable: true, description: 'Only those of this employee.' })
    employee: string | null,
    @Arg('openOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only those that nobody has ruled on.',
    })
    openOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Contest>> {
    const size = pageSize(args);
    const filter = { periodCode: period ?? null, employeeId: employee ?? null, openOnly };
    const rows = await context.read(region).contests.page(filter, pageKey(args, isUuid), size + 1);
    return toPage(
      rows,
      size,
      ({ id }) => id,
      (row) => toContest(region, row),
    );
  }

  @Query(() => Contest, {
    nullable: true,
    description: 'One objection; null where the region has none of this id.',
  })
  async contest(
    @InRegion() region: string,
    @Arg('id', () => Uuid, { description: 'The id of the objection.' }) id: string,
    @Ctx() context: Ask,
  ): Promise<Contest | null> {
    const row = await context.read(region).contests.get(id);
    return row === null ? null : toContest(region, row);
  }

  @FieldResolver(() => Observation, { description: 'What is objected to.' })
  async observation(@Root() { regionCode, contested }: Contest, @Ctx() context: Ask): Promise<Observation> {
    return observationOf(context, regionCode, contested.observationId);
  }

  @FieldResolver(() => Employee, { description: 'Who objects.' })
  async employee(@Root() { regionCode, contested }: Contest, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, regionCode, contested.employeeId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether nobody has ruled on it and the last day for it is over.',
  })
  overdue(@Root() { state, dueOn }: Contest, @Ctx() context: Ask): boolean {
    return state === 'OPEN' && dueOn < localDate(context.now());
  }

  @FieldResolver(() => ScoreIfUpheld, {
    nullable: true,
    description:
      'The score of the employee as it would be if this objection alone were upheld; null once it is ruled on.',
  })
  async ifUpheld(
    @Root() { regionCode, contested }: Contest,
    @Ctx() context: Ask,
  ): Promise<ScoreIfUpheld | null> {
    if (contested.ruling !== null) return null;
    const { now, upheld } = await whatIfLoader(context, regionCode).load(contested);
    return toScoreIfUpheld(now.value, upheld);
  }
}

@Resolver(() => ContestRuling)
export class ContestRulingResolver {
  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Who ruled; null where you may not know them.',
  })
  async ruledBy(
    @Root() { regionCode, ruledById }: ContestRuling,
    @Ctx() context: Ask,
  ): Promise<Employee | null> {
    return namedEmployee(context, regionCode, ruledById);
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description: 'What took the place of the contested observation; null where it stands.',
  })
  async replacement(
    @Root() { regionCode, replacementId }: ContestRuling,
    @Ctx() context: Ask,
  ): Promise<Observation | null> {
    return replacementId === null ? null : observationOf(context, regionCode, replacementId);
  }
}

async function contestOf(context: Ask, regionCode: string, id: string): Promise<Contest> {
  return toContest(regionCode, given(await context.read(regionCode).contests.get(id)));
}

async function observationOf(context: Ask, region: string, id: string): Promise<Observation> {
  const loader = context.loader(`observations ${region}`, () =>
    byId<ObservationRow>((ids) => context.read(region).observations.byIds(ids)),
  );
  return toObservation(given(await loader.load(id)));
}

/** The request's loader of what contests would make of scores. */
function whatIfLoader(context: Ask, region: string): DataLoader<Contested, WhatIf, string> {
  return context.loader(
    `contests if upheld ${region}`,
    () =>
      new DataLoader<Contested, WhatIf, string>(
        async (contests) => {
          const found = await context.readAtOnce(region, (once) => ifUpheld(once, contests));
          return contests.map(({ id }) => found.get(id)!);
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}
