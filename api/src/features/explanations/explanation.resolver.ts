import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { HasContests } from '../contests/contest.store.js';
import { Employee } from '../employees/employee.object.js';
import { employeeOf, unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { PlanNeeds } from '../scores/load-plans.js';
import { PastArgs, viewOf } from '../scores/past.args.js';
import { toProposal } from '../scores/score.object.js';
import { explainEmployee } from './explain-employee.js';
import { explainUnitScore } from './explain-unit-score.js';
import { ScoreExplanation, UnitScoreExplanation, withNodes } from './explanation.object.js';
import { formatAmount } from '../../domain/amount.js';

type Ask = Context<HasEmployees & HasUnits & HasContests & PlanNeeds>;

@Resolver(() => ScoreExplanation)
export class ScoreExplanationResolver {
  @Query(() => ScoreExplanation, {
    nullable: true,
    description: "Where an employee's score comes from; null where there was no plan for the period.",
  })
  async explainScore(
    @InRegion() regionCode: string,
    @Arg('employee', () => Uuid, { description: 'Whose score.' }) employeeId: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) periodCode: string,
    @Args(() => PastArgs) past: PastArgs,
    @Ctx() context: Ask,
  ): Promise<ScoreExplanation | null> {
    const view = viewOf(past, context.now());
    const explained = await context.readAtOnce(regionCode, (stores) =>
      explainEmployee(stores, { employeeId, periodCode }, view),
    );
    if (explained === null) return null;
    const { computed, ifUpheld, nodes } = explained;
    const { status, value, coverage, proposed, workResult, behaviour } = computed.score;
    const upheld = ifUpheld?.score.value ?? null;
    return withNodes(new ScoreExplanation(), nodes, computed.by.policy, {
      regionCode,
      employeeId,
      periodCode,
      status,
      value,
      coverage,
      proposal: toProposal(proposed, workResult.rating, behaviour.rating),
      ifUpheld: upheld === null ? null : formatAmount(upheld),
      ...view,
    });
  }

  @FieldResolver(() => Employee, { description: 'Whose score it is.' })
  async employee(@Root() root: ScoreExplanation, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, root.regionCode, root.employeeId);
  }
}

@Resolver(() => UnitScoreExplanation)
export class UnitScoreExplanationResolver {
  @Query(() => UnitScoreExplanation, {
    nullable: true,
    description:
      "Where a unit's score comes from, without naming anybody; null where the region has no such unit or period.",
  })
  async explainUnitScore(
    @InRegion() regionCode: string,
    @Arg('unit', () => Uuid, { description: 'UUID of the unit.' }) unitId: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) periodCode: string,
    @Args(() => PastArgs) past: PastArgs,
    @Ctx() context: Ask,
  ): Promise<UnitScoreExplanation | null> {
    const view = viewOf(past, context.now());
    const explained = await context.readWhole(regionCode, (stores) =>
      explainUnitScore(stores, unitId, periodCode, view),
    );
    if (explained === null) return null;
    const { score, policy, nodes } = explained;
    return withNodes(new UnitScoreExplanation(), nodes, policy, {
      regionCode,
      unitId,
      periodCode,
      ...score,
      ...view,
    });
  }

  @FieldResolver(() => Unit, { description: 'The unit whose score is explained.' })
  async unit(@Root() root: UnitScoreExplanation, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, root.regionCode).load(root.unitId))!);
  }
}
