import type { UnitOnBoard } from '../../domain/facts.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasPolicy } from './recompute-scores.js';
import { unitOnBoard } from './roll-up-units.js';
import type { HasScores } from './score.store.js';

/** More units than any kabupaten has (the largest have some 40 kecamatan with 500 villages). */
const UNITS = 2_000;

/** Every unit of the region with its score in one period, in office order. */
export async function readBoard(
  tx: HasUnits & HasScores & HasPolicy,
  periodCode: string,
): Promise<UnitOnBoard[]> {
  const units = await tx.units.page(null, UNITS);
  const sums = new Map((await tx.scores.unitsOf(periodCode)).map((sum) => [sum.unitId, sum]));
  return units.map((unit) => unitOnBoard(unit, sums.get(unit.id) ?? null, tx.policy));
}
