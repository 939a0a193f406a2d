import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import {
  countedConnectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { Employee } from '../employees/employee.object.js';
import { employeeOf, unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { Indicator, toIndicator } from '../indicators/indicator.object.js';
import { indicatorLoader } from '../indicators/indicator.resolver.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { isPast, PastArgs, viewOf } from './past.args.js';
import { choosePairs } from '../employees/choose-pairs.js';
import { computeScores } from './compute-scores.js';
import type { PlanNeeds } from './load-plans.js';
import { pairKey } from './pair-key.js';
import { readPage } from './read-page.js';
import { readBoard } from './read-board.js';
import { replayBoard } from './replay-board.js';
import { replayScores } from './replay-scores.js';
import { EmployeeScoreFilter, SCORE_ORDERS } from './score.input.js';
import type { ScoreOrder } from './score.store.js';
import {
  BehaviourScore,
  EmployeeScore,
  ScorePart,
  toBehaviour,
  toEmployeeScore,
  toPastScore,
  toUnitScore,
  toWorkResult,
  UnitScore,
  WorkResultScore,
  type Computed,
} from './score.object.js';

type Ask = Context<HasEmployees & HasUnits & PlanNeeds>;

const EmployeeScoreConnection = countedConnectionOf('EmployeeScore', () => EmployeeScore);

/** Employee and period: the place of a score in its list. */
function placeOf(text: string | null): EmployeePeriod | null {
  const [employeeId = '', periodCode = '', ...more] = text?.split(' ') ?? [];
  return isUuid(employeeId) && periodCode !== '' && more.length === 0 ? { employeeId, periodCode } : null;
}

@Resolver(() => EmployeeScore)
export class EmployeeScoreResolver {
  @Query(() => EmployeeScoreConnection, {
    description:
      "The INDICATIVE scores of a region's employees, employee after employee in the order in which they were added; never ranked. Of one period, or of several with `filter`. What appraisers confirmed: `confirmedPredicates`.",
  })
  async employeeScores(
    @InRegion() region: string,
    @Arg('period', () => String, {
      nullable: true,
      description: 'Code of the period, e.g. "2026-Q4"; the same as one in `filter.periods`.',
    })
    period: string | null,
    @Arg('filter', () => EmployeeScoreFilter, { nullable: true, description: 'Which of them; empty: all.' })
    filter: EmployeeScoreFilter | null,
    @Arg('orderBy', () => SCORE_ORDERS, { defaultValue: 'EMPLOYEE', description: 'The order of the list.' })
    orderBy: ScoreOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Args(() => PastArgs) past: PastArgs,
    @Ctx() context: Ask,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<EmployeeScore>> {
    const size = pageSize(args);
    const view = viewOf(past, context.now());
    const stores = context.read(region);
    const pairs = await choosePairs(stores, period, filter ?? {});
    const chosen = {
      ...pairs,
      ...{ hasValue: filter?.hasValue ?? null, verdictDueFrom: filter?.verdictDueFrom ?? null },
    };
    const after = placeOf(pageKey(args, (text) => placeOf(text) !== null));
    const count = () => stores.scores.count(chosen);
    const keyOf = (pair: EmployeePeriod) => `${pair.employeeId} ${pair.periodCode}`;
    const isOnePeriod = typeof period === 'string' && !filter && orderBy === 'EMPLOYEE';
    if (!isPast(view) && isOnePeriod) {
      const place = { periodCode: period, after: after?.employeeId ?? null, limit: size + 1 };
      return toPage(await readPage(stores, place, info), size, keyOf, (row) => row, count);
    }
    const rows = await stores.scores.pageAcross(chosen, orderBy, after, size + 1);
    if (!isPast(view)) return toPage(rows, size, keyOf, toEmployeeScore, count);
    const computed = await context.readAtOnce(region, (once) => replayScores(once, rows, { view }));
    const page = toPage(rows, size, keyOf, (row) => row, count);
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor, node }) => {
        const found = computed.get(pairKey(node));
        return found === undefined ? [] : [{ cursor, node: pastScore(node, view, found, context.now()) }];
      }),
    };
  }

  @Query(() => EmployeeScore, {
    nullable: true,
    description: 'The score of one employee in one period; null where there was no plan for it.',
  })
  async employeeScore(
    @InRegion() region: string,
    @Arg('employee', () => Uuid, { description: 'Whose score.' }) employeeId: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) periodCode: string,
    @Args(() => PastArgs) past: PastArgs,
    @Ctx() context: Ask,
  ): Promise<EmployeeScore | null> {
    const view = viewOf(past, context.now());
    if (!isPast(view)) {
      const row = await context.read(region).scores.get(employeeId, periodCode);
      return row === null ? null : toEmployeeScore(row);
    }
    const pair = { regionCode: region, employeeId, periodCode };
    const computed = await context.readAtOnce(region, (once) => replayScores(once, [pair], { view }));
    const found = computed.get(pairKey(pair));
    return found === undefined ? null : pastScore(pair, view, found, context.now());
  }

  @FieldResolver(() => Employee, { description: 'Whose score it is.' })
  employee(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, score.regionCode, score.employeeId);
  }

  @FieldResolver(() => [ScorePart], {
    description: 'How the work result came about, one part for each planned indicator.',
  })
  async parts(@Root() root: EmployeeScore, @Ctx() context: Ask): Promise<ScorePart[]> {
    const { score, by } = await computedOf(context, root);
    const planned = new Map(by.plan.indicators.map((indicator) => [indicator.indicatorId, indicator]));
    return score.workResult.parts.map(
      (part) => new ScorePart(root.regionCode, part, planned.get(part.indicatorId)!),
    );
  }

  @FieldResolver(() => WorkResultScore, { description: 'Hasil kerja: the part of the planned work.' })
  async workResult(@Root() root: EmployeeScore, @Ctx() context: Ask): Promise<WorkResultScore> {
    return toWorkResult((await computedOf(context, root)).score);
  }

  @FieldResolver(() => BehaviourScore, { description: 'Perilaku kerja: the part of how it was done.' })
  async behaviour(@Root() root: EmployeeScore, @Ctx() context: Ask): Promise<BehaviourScore> {
    return toBehaviour((await computedOf(context, root)).score);
  }
}

function pastScore(
  { regionCode, employeeId, periodCode }: Pick<EmployeeScore, 'regionCode' | 'employeeId' | 'periodCode'>,
  view: { readonly asOf: Date | null; readonly knownAt: Date | null },
  computed: Computed,
  now: Date,
): EmployeeScore {
  const changedAt = view.knownAt ?? view.asOf ?? now;
  return toPastScore({ regionCode, employeeId, periodCode, changedAt }, computed);
}

@Resolver(() => ScorePart)
export class ScorePartResolver {
  @FieldResolver(() => Indicator, { description: 'The indicator that was measured.' })
  async indicator(@Root() part: ScorePart, @Ctx() context: Ask): Promise<Indicator> {
    return toIndicator((await indicatorLoader(context, part.regionCode).load(part.indicatorId))!);
  }
}

@Resolver(() => UnitScore)
export class UnitScoreResolver {
  @Query(() => [UnitScore], {
    description:
      'The scores of all units of a region in one period, in office order. Bounded by the number of units.',
  })
  async unitScores(
    @InRegion() region: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) period: string,
    @Args(() => PastArgs) past: PastArgs,
    @Ctx() context: Ask,
  ): Promise<UnitScore[]> {
    const view = viewOf(past, context.now());
    // A board of the past is made of everybody's work and holds nobody's; units of others are left out afterwards.
    const board = isPast(view)
      ? await context.readWhole(region, (stores) => replayBoard(stores, period, view))
      : await context.readAtOnce(region, (stores) => readBoard(stores, period));
    return board.map((unit) => toUnitScore(region, period, unit));
  }

  @FieldResolver(() => Unit, { description: 'The unit whose score it is.' })
  async unit(@Root() score: UnitScore, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, score.regionCode).load(score.unitId))!);
  }
}

/** What a score was computed from: kept from looking back, else read for all scores of the request at once. */
async function computedOf(context: Ask, root: EmployeeScore): Promise<Computed> {
  return root.computed ?? (await planLoader(context, root.regionCode).load(root));
}

const NOW = { asOf: null, knownAt: null };

/** The request's loader of plans with their measurements. */
function planLoader(context: Ask, region: string): DataLoader<EmployeePeriod, Computed, string> {
  return context.loader(
    `plans ${region}`,
    () =>
      new DataLoader<EmployeePeriod, Computed, string>(
        async (pairs) => {
          const scores = await computeScores(context.read(region), pairs, NOW);
          return pairs.map((pair) => scores.get(pairKey(pair))!);
        },
        { cacheKeyFn: pairKey },
      ),
  );
}
