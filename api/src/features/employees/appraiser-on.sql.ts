/**
 * Who appraises an employee on a day, as `appraiserOn` says it, in a statement whose $1 is the region: of the lines that
 * have begun the last holds, of those of one day the last recorded. Null where nobody does.
 */
export const appraiserOnSql = (employeeId: string, day: string): string =>
  `(select line.appraiser_id from reporting_line line
    where line.region_code = $1 and line.employee_id = ${employeeId} and line.starts_on <= ${day}
    order by line.starts_on desc, line.recorded_at desc, line.id desc limit 1)`;
