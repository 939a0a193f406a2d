import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pageKey, pageSize, PageArgs, toPage } from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { Employee } from '../employees/employee.object.js';
import { employeeOf, unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { PlanNeeds } from './load-plans.js';
import { PREVIEWED_AT_MOST, previewPolicy, TooManyPeople } from './preview-policy.js';
import { PolicyMove, PolicyPreview, PolicyUnitMove, toMove, toPreview } from './preview.object.js';

type Ask = Context<HasEmployees & HasUnits & PlanNeeds>;

@Resolver(() => PolicyMove)
export class PolicyPreviewResolver {
  @Query(() => PolicyPreview, {
    nullable: true,
    description: `What a policy would make of a period, computed anew for every page; null where the region has no such policy or period. More than ${PREVIEWED_AT_MOST} people: BAD_INPUT; name a unit then.`,
  })
  async policyPreview(
    @InRegion() region: string,
    @Arg('version', () => String, { description: 'The policy to try out, in whatever state it is.' })
    version: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) period: string,
    @Arg('unit', () => Uuid, {
      nullable: true,
      description: 'Only people who served in this unit or below it, and only these units.',
    })
    unit: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<PolicyPreview | null> {
    const size = pageSize(args);
    const after = pageKey(args, isUuid);
    const preview = await context
      .readWhole(region, (once) => previewPolicy(once, version, period, unit ?? null))
      .catch(tellTooMany);
    if (preview === null) return null;
    const rest = preview.moves.filter(({ before }) => after === null || before.employeeId > after);
    const page = toPage(
      rest.slice(0, size + 1),
      size,
      ({ before }) => before.employeeId,
      (move) => toMove(region, move),
    );
    return toPreview(region, preview, page);
  }

  @FieldResolver(() => Employee, { description: 'Whose score it is.' })
  async employee(@Root() move: PolicyMove, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, move.regionCode, move.employeeId);
  }
}

@Resolver(() => PolicyUnitMove)
export class PolicyUnitMoveResolver {
  @FieldResolver(() => Unit, { description: 'The unit whose score would move.' })
  async unit(@Root() move: PolicyUnitMove, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, move.regionCode).load(move.unitId))!);
  }
}

function tellTooMany(error: unknown): never {
  if (!(error instanceof TooManyPeople)) throw error;
  throw new GraphQLError(
    `The period has more than ${PREVIEWED_AT_MOST} people; name a unit and preview its people.`,
    { extensions: { code: 'BAD_INPUT' } },
  );
}
