/** Which people and periods a list is about; null: all. */
export interface ChosenPairs {
  readonly periodCodes: readonly string[] | null;
  /** Of those who work in one of these units now. */
  readonly unitIds: readonly string[] | null;
  readonly employeeIds: readonly string[] | null;
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
