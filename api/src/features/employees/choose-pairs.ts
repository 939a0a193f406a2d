import { badInput } from '../../platform/graphql/connection.js';
import type { ChosenPairs } from './chosen-pairs.js';
import type { HasUnits } from './unit.store.js';

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
  return {
    periodCodes: oneOrMany('period', period, 'periods', periods),
    unitIds: typeof unit === 'string' ? await units.idsBelow(unit) : null,
    employeeIds: employees ?? null,
  };
}

/**
 * What an argument and a filter of the same thing choose together; null: all.
 * @throws GraphQLError BAD_INPUT where both choose
 */
export function oneOrMany(
  argument: string,
  one: string | null | undefined,
  inFilter: string,
  many: readonly string[] | null | undefined,
): readonly string[] | null {
  if (typeof one !== 'string') return many ?? null;
  if (many === null || many === undefined) return [one];
  throw badInput(`Name ${inFilter} by \`${argument}\` or by \`filter.${inFilter}\`, not by both.`);
}
