import { readStaticFiles, type EmployeeLine } from './static-files.js';
import { ON_LEAVE, TRANSFERRED } from './stories.js';
import { isOnLeave, leaveAt, transferredOn, unitOn, unitsOf } from './whereabouts.js';

const TODAY = '2026-11-24';
const [SUTOREJO, MANYAR, MULYOREJO] = ['35.78.26.1005', '35.78.26.1002', '35.78.26.1001'];

let employees: readonly EmployeeLine[];
beforeAll(async () => {
  ({ employees } = await readStaticFiles());
});

const personWith = (nip: string): EmployeeLine => employees.find((employee) => employee.nip === nip)!;

describe('where somebody served', () => {
  it('is one unit for everybody but the one who went from kelurahan to kelurahan 40 days ago', () => {
    const moved = personWith(TRANSFERRED.nip);
    expect(transferredOn(TODAY)).toBe('2026-10-15');
    expect(moved.unit).toBe(MULYOREJO);
    expect(unitsOf(moved)).toEqual([MANYAR, MULYOREJO]);
    expect(unitOn(moved, '2026-10-14', TODAY)).toBe(MANYAR);
    expect(unitOn(moved, '2026-10-15', TODAY)).toBe(MULYOREJO);
    expect(employees.filter((one) => unitsOf(one).length > 1)).toEqual([moved]);
    const other = employees.find(({ unit }) => unit === SUTOREJO)!;
    expect(unitsOf(other)).toEqual([SUTOREJO]);
    expect(unitOn(other, '2026-10-14', TODAY)).toBe(SUTOREJO);
  });
});

describe('who was on leave', () => {
  it('is one person for 90 days, from the day she left on', () => {
    const her = personWith(ON_LEAVE.nip);
    expect(leaveAt(TODAY)).toEqual({ startsOn: '2026-08-31', endsOn: '2026-11-28' });
    const days = ['2026-08-30', '2026-08-31', '2026-11-28', '2026-11-29'];
    expect(days.map((day) => isOnLeave(her, day, TODAY))).toEqual([false, true, true, false]);
    expect(employees.filter((one) => isOnLeave(one, TODAY, TODAY))).toEqual([her]);
  });
});
