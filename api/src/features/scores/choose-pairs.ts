import { badInput } from '../../platform/graphql/connection.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { ChosenPairs } from './chosen-pairs.js';

/** What a filter of such a list says. */
export interface PairsFilter {
  readonly periods?: string[] | null;
  readonly unit?: string | null;
  readonly employees?: string[] | null;
}

/**
 * What the arguments of a list choose: one period, or what a filter says.
 * @throws GraphQLError BAD_INPUT where both name periods
 */
export async function choosePairs(
  { units }: HasUnits,
  period: string | null | undefined,
  { periods, unit, employees }: PairsFilter,
): Promise<ChosenPairs> {
  const named = periods ?? null;
  if (typeof period === 'string' && named !== null) {
    throw badInput('Name periods by `period` or by `filter.periods`, not by both.');
  }
  return {
    periodCodes: typeof period === 'string' ? [period] : named,
    unitIds: typeof unit === 'string' ? await units.idsBelow(unit) : null,
    employeeIds: employees ?? null,
  };
}
