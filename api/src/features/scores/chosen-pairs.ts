import { badInput } from '../../platform/graphql/connection.js';
import type { HasUnits } from '../employees/unit.store.js';

/** Which people and periods a list is about; null: all. */
export interface ChosenPairs {
  readonly periodCodes: readonly string[] | null;
  /** Of those who work in one of these units now. */
  readonly unitIds: readonly string[] | null;
  readonly employeeIds: readonly string[] | null;
}

/** What a filter of such a list says. */
export interface PairsFilter {
  readonly periods?: string[] | null;
  readonly unit?: string | null;
  readonly employees?: string[] | null;
}

/** The condition on rows of a person and a period, called `s`; parameters $1 to $4 are those of `chosenParameters`. */
export const CHOSEN_PAIRS = `s.region_code = $1 and ($2::text[] is null or s.period_code = any($2))
  and ($3::uuid[] is null or s.employee_id in
    (select e.id from employee e where e.region_code = $1 and e.unit_id = any($3)))
  and ($4::uuid[] is null or s.employee_id = any($4))`;

export function chosenParameters(
  regionCode: string,
  { periodCodes, unitIds, employeeIds }: ChosenPairs,
): unknown[] {
  return [regionCode, periodCodes, unitIds, employeeIds];
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
