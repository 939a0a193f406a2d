import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { scoreEmployee, type PlannedIndicator } from '../../domain/scoring/score-employee.js';
import {
  connectionOf,
  isUuid,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { RegionCode } from '../../platform/graphql/scalars.js';
import { Employee, toEmployee } from '../employees/employee.object.js';
import { employeeLoader, unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { Indicator, toIndicator } from '../indicators/indicator.object.js';
import { indicatorLoader } from '../indicators/indicator.resolver.js';
import type { EmployeePeriod, HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from '../observations/observation.store.js';
import { loadPlans, pairKey } from './load-plans.js';
import { readBoard } from './read-board.js';
import type { HasPolicy } from './recompute-scores.js';
import {
  EmployeeScore,
  ScorePart,
  toEmployeeScore,
  toScorePart,
  toUnitScore,
  UnitScore,
} from './score.object.js';
import type { HasScores } from './score.store.js';

type Ask = Context<HasEmployees & HasUnits & HasIndicators & HasObservations & HasScores & HasPolicy>;

const EmployeeScoreConnection = connectionOf('EmployeeScore', () => EmployeeScore);

@Resolver(() => EmployeeScore)
export class EmployeeScoreResolver {
  @Query(() => EmployeeScoreConnection, {
    description:
      "The scores of a region's employees in one period, in the order in which the employees were added; never ranked.",
  })
  async employeeScores(
    @Arg('region', () => RegionCode, { description: 'Kemendagri code of the region.' }) region: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) period: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<EmployeeScore>> {
    const size = pageSize(args);
    const rows = await context.read(region).scores.page(period, pageKey(args, isUuid), size + 1);
    return toPage(rows, size, (row) => row.employeeId, toEmployeeScore);
  }

  @FieldResolver(() => Employee, { description: 'Whose score it is.' })
  async employee(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<Employee> {
    return toEmployee((await employeeLoader(context, score.regionCode).load(score.employeeId))!);
  }

  @FieldResolver(() => [ScorePart], {
    description: 'How the value came about, one part for each planned indicator.',
  })
  async parts(@Root() score: EmployeeScore, @Ctx() context: Ask): Promise<ScorePart[]> {
    const plan = await planLoader(context, score.regionCode).load(score);
    const { parts } = scoreEmployee(plan, context.read(score.regionCode).policy);
    const planned = new Map(plan.map((indicator) => [indicator.indicatorId, indicator]));
    return parts.map((part) => toScorePart(score.regionCode, part, planned.get(part.indicatorId)!));
  }
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
    @Arg('region', () => RegionCode, { description: 'Kemendagri code of the region.' }) region: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) period: string,
    @Ctx() context: Ask,
  ): Promise<UnitScore[]> {
    const board = await context.readAtOnce(region, (stores) => readBoard(stores, period));
    return board.map((unit) => toUnitScore(region, period, unit));
  }

  @FieldResolver(() => Unit, { description: 'The unit.' })
  async unit(@Root() score: UnitScore, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, score.regionCode).load(score.unitId))!);
  }
}

/** The request's loader of plans with their measurements. */
function planLoader(
  context: Ask,
  region: string,
): DataLoader<EmployeePeriod, readonly PlannedIndicator[], string> {
  return context.loader(
    `plans ${region}`,
    () =>
      new DataLoader<EmployeePeriod, readonly PlannedIndicator[], string>(
        async (pairs) => {
          const plans = await loadPlans(context.read(region), pairs);
          return pairs.map((pair) => plans.get(pairKey(pair)) ?? []);
        },
        { cacheKeyFn: pairKey },
      ),
  );
}
