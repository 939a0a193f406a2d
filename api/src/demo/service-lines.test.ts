import { reviewAuthorityOn } from '../domain/people/reporting-line.js';
import { assignmentLines, leaveLines, reportingLines } from './service-lines.js';
import { readStaticFiles, type EmployeeLine } from './static-files.js';
import { ACTING, CONTESTED, ON_LEAVE, TRANSFERRED } from './stories.js';

const TODAY = '2026-11-24';

let employees: readonly EmployeeLine[];
beforeAll(async () => {
  ({ employees } = await readStaticFiles());
});

const personWith = (nip: string): EmployeeLine => employees.find((employee) => employee.nip === nip)!;
const titled = (position: string): EmployeeLine => employees.find((one) => one.position === position)!;

describe('assignments.csv', () => {
  it('tells of one transfer between two kelurahan and of one acting lurah', () => {
    const position = 'Petugas Loket Pelayanan';
    const moved = { nip: TRANSFERRED.nip, position, kind: 'REGULAR', ends_on: '' };
    expect(assignmentLines(employees, TODAY)).toEqual([
      { ...moved, unit: '35.78.26.1002', starts_on: '2020-01-01' },
      { ...moved, unit: '35.78.26.1001', starts_on: '2026-10-15' },
      {
        nip: ACTING.nip,
        unit: '35.78.26.1003',
        position: 'Plt. Lurah',
        kind: 'ACTING',
        starts_on: '2026-09-10',
        ends_on: '',
      },
    ]);
  });

  it('leads to what employees.csv says of today', () => {
    for (const { nip, unit, position } of assignmentLines(employees, TODAY).slice(1)) {
      expect(personWith(nip)).toMatchObject({ unit, position });
    }
  });
});

describe('leaves.csv', () => {
  it('is one maternity leave', () => {
    expect(leaveLines(TODAY)).toEqual([
      { nip: ON_LEAVE.nip, starts_on: '2026-08-31', ends_on: '2026-11-28' },
    ]);
  });
});

describe('reporting-lines.csv', () => {
  const ofAll = () => reportingLines(employees, TODAY);
  const appraiserOf = (nip: string): EmployeeLine =>
    personWith(ofAll().findLast((line) => line.nip === nip)!.appraiser);

  it('gives everybody but the camat an appraiser who is somebody else', () => {
    const camat = titled('Camat');
    const told = new Set(ofAll().map(({ nip }) => nip));
    expect(employees.filter(({ nip }) => !told.has(nip))).toEqual([camat]);
    expect(ofAll().filter(({ nip, appraiser }) => nip === appraiser)).toEqual([]);
    expect(ofAll().every(({ appraiser }) => personWith(appraiser) !== undefined)).toBe(true);
  });

  it('leads from staff to the head of their unit, and from every head and the sekcam to the camat', () => {
    for (const employee of employees.filter(({ position }) => position !== 'Camat')) {
      const appraiser = appraiserOf(employee.nip);
      if (appraiser.position !== 'Camat') {
        expect(appraiser.unit).toBe(employee.unit);
        expect(appraiserOf(appraiser.nip).position).toBe('Camat');
      }
    }
    const below = employees.filter(
      ({ nip, position }) => position !== 'Camat' && appraiserOf(nip).position === 'Camat',
    );
    expect(below.map(({ position }) => position).filter((title) => title.endsWith('Lurah'))).toHaveLength(6);
    expect(below.map(({ position }) => position)).toContain('Sekretaris Kecamatan');
    expect(below).toHaveLength(12);
  });

  it('goes on with the new lurah after a transfer', () => {
    const lines = ofAll().filter(({ nip }) => nip === TRANSFERRED.nip);
    expect(lines.map(({ starts_on }) => starts_on)).toEqual(['2020-01-01', '2026-10-15']);
    expect(lines.map(({ appraiser }) => personWith(appraiser).unit)).toEqual([
      '35.78.26.1002',
      '35.78.26.1001',
    ]);
  });

  it('leaves the objection of the demo to the camat', () => {
    const lines = ofAll().map(({ nip, appraiser, starts_on }) => ({
      employeeId: nip,
      appraiserId: appraiser,
      startsOn: starts_on,
    }));
    expect(reviewAuthorityOn(TODAY, lines, CONTESTED.nip)).toBe(titled('Camat').nip);
  });
});
