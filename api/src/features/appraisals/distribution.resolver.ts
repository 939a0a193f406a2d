import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { OrganisationPredicate } from '../../domain/appraisal/distribution-check.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { checkUnit } from './check-unit.js';
import type { HasConfirmations, PredicateBasis } from './confirmation.store.js';
import {
  DistributionCheck,
  ORGANISATION_PREDICATES,
  PREDICATE_BASES,
  toDistributionCheck,
} from './distribution.object.js';

type Ask = Context<HasUnits & HasPolicies & HasConfirmations>;

@Resolver()
export class DistributionResolver {
  @Query(() => DistributionCheck, {
    nullable: true,
    description:
      "Holds the predicates of a unit's people, and of the units below it, against the guideline for the organisation's predicate. Advice for a talk, nothing more: it changes and refuses nothing, and names nobody. Null where the region has no such unit or period.",
  })
  async distributionCheck(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { description: 'Which unit; the units below it are counted with it.' })
    unit: string,
    @Arg('period', () => String, { description: 'Code of the period, e.g. "2026-Q4".' }) periodCode: string,
    @Arg('organisation', () => ORGANISATION_PREDICATES, {
      description: 'The predicate that the organisation was given for the period.',
    })
    organisation: OrganisationPredicate,
    @Arg('basis', () => PREDICATE_BASES, { description: 'Which predicates to count.' })
    basis: PredicateBasis,
    @Ctx() context: Ask,
  ): Promise<DistributionCheck | null> {
    const checked = await context.readWhole(region, (stores) =>
      checkUnit(stores, unit, periodCode, organisation, basis),
    );
    if (checked === null) return null;
    return toDistributionCheck({ periodCode, organisation, basis }, checked.counts, checked.findings);
  }
}
