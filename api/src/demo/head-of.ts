import { roleOf } from './plans.js';
import type { EmployeeLine } from './static-files.js';

/** Of several people in a unit the first of these roles heads it: a kelurahan has sections too, under its lurah. */
const HEADS: readonly ReturnType<typeof roleOf>[] = [
  'CAMAT',
  'LURAH',
  'KASUBBAG',
  'KASI_PELAYANAN',
  'KASI_TRANTIB',
  'KASI_KESRA',
];

/**
 * Who heads a unit, lurah and acting lurah alike.
 * @throws RangeError where nobody does
 */
export function headOf(unit: string, employees: readonly EmployeeLine[]): EmployeeLine {
  const rank = ({ position }: EmployeeLine): number => HEADS.indexOf(roleOf(position));
  const [head] = employees
    .filter((employee) => employee.unit === unit && rank(employee) >= 0)
    .sort((a, b) => rank(a) - rank(b));
  if (head === undefined) throw new RangeError(`nobody heads ${unit}`);
  return head;
}
