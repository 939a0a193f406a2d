import type { UnitOnBoard } from '../../domain/facts.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { unitOnBoard } from './unit-on-board.js';
import type { HasScores } from './score.store.js';

/** More units than any kabupaten has (the largest have some 40 kecamatan with 500 villages). */
export const UNITS = 2_000;

/** Every unit of the region with its score in one period, in office order; nothing where there is no such period. */
export async function readBoard(
  tx: HasUnits & HasScores & HasPolicies,
  periodCode: string,
): Promise<UnitOnBoard[]> {
  const policy = (await tx.policies.ofPeriods([periodCode])).get(periodCode) ?? null;
  const units = await tx.units.page(null, UNITS);
  const sums = new Map((await tx.scores.unitsOf(periodCode)).map((sum) => [sum.unitId, sum]));
  return units.map((unit) => unitOnBoard(unit, sums.get(unit.id) ?? null, policy));
}
