/** Who appraises an employee from a day on. An employee has one line at most for each first day. */
export interface ReportingLine {
  readonly employeeId: string;
  /** Null: from then on nobody does, or nobody that the region knows. */
  readonly appraiserId: string | null;
  /** First day, 'YYYY-MM-DD'. A line holds until the next one of the employee begins. */
  readonly startsOn: string;
}

/** Id of the appraiser (pejabat penilai) of an employee on a day; null where none is on record. Lines may be of many people. */
export function appraiserOn(day: string, lines: readonly ReportingLine[], employeeId: string): string | null {
  let latest: ReportingLine | null = null;
  for (const line of lines) {
    if (line.employeeId !== employeeId || line.startsOn > day) continue;
    if (latest === null || line.startsOn > latest.startsOn) latest = line;
  }
  const appraiserId = latest?.appraiserId ?? null;
  return appraiserId === employeeId ? null : appraiserId;
}

/**
 * Id of the superior of the appraiser on a day, who rules on an employee's objection (PP 30/2019 Art. 59); null where
 * none is on record or where the lines lead back to the employee. `lines` are those of employee and appraiser at least.
 */
export function reviewAuthorityOn(
  day: string,
  lines: readonly ReportingLine[],
  employeeId: string,
): string | null {
  const appraiserId = appraiserOn(day, lines, employeeId);
  const authorityId = appraiserId === null ? null : appraiserOn(day, lines, appraiserId);
  return authorityId === employeeId ? null : authorityId;
}
