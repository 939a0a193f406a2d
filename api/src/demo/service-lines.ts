import { addDays } from '../domain/working-days.js';
import { headOf } from './head-of.js';
import type { EmployeeLine } from './static-files.js';
import { ACTING, ON_LEAVE, TRANSFERRED } from './stories.js';
import { leaveAt, transferredOn } from './whereabouts.js';

/** From here on the personnel records of the demo reach. */
const RECORDS_BEGIN = '2020-01-01';

/** A line of `assignments.csv`. */
interface AssignmentLine {
  readonly nip: string;
  readonly unit: string;
  readonly position: string;
  readonly kind: 'REGULAR' | 'ACTING';
  readonly starts_on: string;
  readonly ends_on: string;
}

/** A line of `leaves.csv`. */
interface LeaveLine {
  readonly nip: string;
  readonly starts_on: string;
  readonly ends_on: string;
}

/** A line of `reporting-lines.csv`. */
interface ReportingLine {
  readonly nip: string;
  readonly appraiser: string;
  readonly starts_on: string;
}

/** The appointments beside those that `employees.csv` tells: one transfer, and one acting lurah. */
export function assignmentLines(employees: readonly EmployeeLine[], today: string): AssignmentLine[] {
  const moved = personWith(TRANSFERRED.nip, employees);
  const acting = personWith(ACTING.nip, employees);
  const open = { ends_on: '' };
  return [
    { ...appointed(moved), unit: TRANSFERRED.from, kind: 'REGULAR', starts_on: RECORDS_BEGIN, ...open },
    { ...appointed(moved), kind: 'REGULAR', starts_on: transferredOn(today), ...open },
    { ...appointed(acting), kind: 'ACTING', starts_on: addDays(today, -ACTING.sinceDaysAgo), ...open },
  ];
}

/** One maternity leave. */
export function leaveLines(today: string): LeaveLine[] {
  const { startsOn, endsOn } = leaveAt(today);
  return [{ nip: ON_LEAVE.nip, starts_on: startsOn, ends_on: endsOn }];
}

/**
 * Who appraises whom: the head of the unit, and the camat where that is oneself or the unit is the camat's own. The
 * camat is appraised at the city hall, outside the demo.
 */
export function reportingLines(employees: readonly EmployeeLine[], today: string): ReportingLine[] {
  const camat = employees.find(({ position }) => position === 'Camat')!;
  const lineOf = ({ nip }: EmployeeLine, unit: string, starts_on: string): ReportingLine => {
    const head = headOf(unit, employees);
    return { nip, appraiser: head.nip === nip ? camat.nip : head.nip, starts_on };
  };
  return employees
    .filter((employee) => employee !== camat)
    .flatMap((employee) =>
      employee.nip === TRANSFERRED.nip
        ? [
            lineOf(employee, TRANSFERRED.from, RECORDS_BEGIN),
            lineOf(employee, employee.unit, transferredOn(today)),
          ]
        : [lineOf(employee, employee.unit, RECORDS_BEGIN)],
    );
}

function appointed({ nip, unit, position }: EmployeeLine): Pick<AssignmentLine, 'nip' | 'unit' | 'position'> {
  return { nip, unit, position };
}

function personWith(nip: string, employees: readonly EmployeeLine[]): EmployeeLine {
  return employees.find((employee) => employee.nip === nip)!;
}
