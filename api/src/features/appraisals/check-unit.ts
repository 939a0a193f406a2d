import {
  checkDistribution,
  type DistributionFinding,
  type OrganisationPredicate,
} from '../../domain/appraisal/distribution-check.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasConfirmations, PredicateBasis } from './confirmation.store.js';

/** How many of a unit's people have each predicate, and what there is to say of it. */
export interface CheckedUnit {
  readonly counts: Readonly<Record<Predicate, number>>;
  readonly findings: readonly DistributionFinding[];
}

/** Counts the predicates in a unit and below it and holds them against the guideline; null without unit or period. */
export async function checkUnit(
  tx: HasUnits & HasPolicies & HasConfirmations,
  unitId: string,
  periodCode: string,
  organisation: OrganisationPredicate,
  basis: PredicateBasis,
): Promise<CheckedUnit | null> {
  const policy = (await tx.policies.ofPeriods([periodCode])).get(periodCode);
  if (policy === undefined || (await tx.units.get(unitId)) === null) return null;
  const found = await tx.confirmations.countPredicates(basis, unitId, periodCode);
  const counts = {
    SANGAT_BAIK: found.get('SANGAT_BAIK') ?? 0,
    BAIK: found.get('BAIK') ?? 0,
    BUTUH_PERBAIKAN: found.get('BUTUH_PERBAIKAN') ?? 0,
    KURANG: found.get('KURANG') ?? 0,
    SANGAT_KURANG: found.get('SANGAT_KURANG') ?? 0,
  };
  return { counts, findings: checkDistribution(organisation, counts, policy.minimumPeople) };
}
