import { localDate } from '../../domain/calendar.js';
import type { Fact } from '../../domain/facts.js';
import type { RefusalRow } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { EmployeeRow } from './employee.entity.js';
import type { HasEmployees } from './employee.store.js';
import { EMPLOYEE_ROW_REFUSALS, POSITION_LETTERS } from './import-employees.js';
import { namedEmployees, readEmployee, readSpan } from './read-service-row.js';
import type { HasService, HeldAssignment, NewAssignment } from './service.store.js';
import type { HasUnits } from './unit.store.js';

export const ASSIGNMENT_COLUMNS: readonly ColumnSpec[] = [
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'unit', aliases: ['unit_kerja', 'kode_unit'], required: true },
  { name: 'position', aliases: ['jabatan'], required: true },
  { name: 'kind', aliases: ['jenis', 'jenis_penugasan'], required: true },
  { name: 'starts_on', aliases: ['mulai', 'tmt', 'tanggal_mulai'], required: true },
  { name: 'ends_on', aliases: ['selesai', 'sampai', 'tanggal_selesai'], required: false },
];

const KINDS: readonly NewAssignment['kind'][] = ['REGULAR', 'ACTING'];

/** Why a row of an assignments file is left out, beside what is wrong with any row about service. */
export const ASSIGNMENT_ROW_REFUSALS = {
  UNIT_UNKNOWN: EMPLOYEE_ROW_REFUSALS.UNIT_UNKNOWN,
  TRANSFER_TO_COME: {
    when: 'A regular appointment begins after today; until then the employee belongs to the unit of now.',
    field: 'starts_on',
    mender: 'SENDER',
    message: {
      id: 'Penugasan tetap ini belum mulai. Impor lagi pada hari pertamanya; hanya Plt. dan Plh. yang dapat dicatat di muka.',
      en: 'This regular appointment has not begun. Import it on its first day; only acting ones can be recorded ahead.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export interface AssignmentImport {
  readonly seen: SeenRows;
}

export function beginAssignmentImport(): AssignmentImport {
  return { seen: new SeenRows() };
}

/**
 * Records the appointments of some rows, by employee, kind and first day. The employee's own unit and position follow
 * the regular appointment in force today; whoever acts elsewhere keeps theirs.
 */
export async function importAssignments(
  tx: HasEmployees & HasUnits & HasService & HasClock,
  run: AssignmentImport,
  actor: Actor,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const today = localDate(tx.now);
  const employees = await namedEmployees(tx, rows, ['nip']);
  const codes = new Set(rows.map(({ values }) => (values.unit ?? '').trim()));
  const units = new Map((await tx.units.byCodes([...codes])).map(({ code, id }) => [code, id]));
  const people = [...employees.values()].map(({ id }) => id);
  await tx.service.lock(people);
  const recorded = await tx.service.assignmentsOf(people, null);
  const held = new Map<string, HeldAssignment>();
  for (const [employeeId, assignments] of recorded) {
    for (const assignment of assignments) held.set(keyOf(employeeId, assignment), assignment);
  }
  const fresh: NewAssignment[] = [];
  let [added, unchanged] = [0, 0];
  for (const row of rows) {
    const cells = new Cells(row, findings);
    const assignment = readAssignment(cells, employees, units, today);
    if (assignment === null) continue;
    const key = keyOf(assignment.employeeId, assignment);
    if (!run.seen.first(key, cells, 'starts_on')) continue;
    const before = held.get(key);
    if (before !== undefined && isSame(before, assignment)) {
      unchanged += 1;
      continue;
    }
    if (before === undefined) added += 1;
    fresh.push(assignment);
  }
  await tx.service.assign(fresh, { by: actor.id, at: tx.now });
  const changed = [...new Set(fresh.map(({ employeeId }) => employeeId))];
  const facts: Fact[] = changed.map((employeeId) => ({ kind: 'ServiceChanged', employeeId }));
  facts.push(...(await followAppointments(tx, [...employees.values()], changed, today)));
  return did({ added, changed: fresh.length - added, unchanged, findings }, facts);
}

function readAssignment(
  cells: Cells,
  employees: ReadonlyMap<string, EmployeeRow>,
  units: ReadonlyMap<string, string>,
  today: string,
): NewAssignment | null {
  const told = ASSIGNMENT_ROW_REFUSALS;
  const employee = readEmployee(cells, employees);
  const unitId = units.get(cells.raw('unit'));
  if (unitId === undefined) cells.refuse('unit', 'UNIT_UNKNOWN', told.UNIT_UNKNOWN);
  const positionTitle = cells.text('position', POSITION_LETTERS);
  const kind = cells.choice('kind', KINDS);
  const span = readSpan(cells);
  if (employee === null || unitId === undefined || positionTitle === null) return null;
  if (kind === null || span === null) return null;
  if (kind === 'REGULAR' && span.startsOn > today) {
    return cells.refuse('starts_on', 'TRANSFER_TO_COME', told.TRANSFER_TO_COME);
  }
  return { employeeId: employee.id, unitId, positionTitle, kind, ...span };
}

/** Lets unit and position of people follow the regular appointment that is in force today, where there is one. */
async function followAppointments(
  tx: HasEmployees & HasService,
  employees: readonly EmployeeRow[],
  changed: readonly string[],
  today: string,
): Promise<Fact[]> {
  const held = await tx.service.assignmentsOf(changed, null);
  const moved = employees.flatMap((before) => {
    const regular = regularOn(today, held.get(before.id) ?? []);
    if (regular === null) return [];
    const { unitId, positionTitle } = regular;
    const isNews = before.unitId !== unitId || before.positionTitle !== positionTitle;
    return isNews ? [{ before, after: { ...before, unitId, positionTitle } }] : [];
  });
  await tx.employees.put(moved.map(({ after }) => after));
  return moved.map(({ before, after: { id, unitId } }) => ({
    kind: 'EmployeeChanged',
    employeeId: id,
    unitId,
    movedFrom: before.unitId === unitId ? null : before.unitId,
  }));
}

/** The regular appointment in force on a day: the one that began last, unless it is over. */
function regularOn(day: string, assignments: readonly HeldAssignment[]): HeldAssignment | null {
  const begun = assignments.filter(({ kind, startsOn }) => kind === 'REGULAR' && startsOn <= day);
  const [last] = begun.sort((a, b) => (a.startsOn > b.startsOn ? -1 : 1));
  return last !== undefined && (last.endsOn === null || day <= last.endsOn) ? last : null;
}

function isSame(before: HeldAssignment, after: HeldAssignment): boolean {
  return (
    before.unitId === after.unitId &&
    before.positionTitle === after.positionTitle &&
    before.endsOn === after.endsOn
  );
}

function keyOf(employeeId: string, { kind, startsOn }: HeldAssignment): string {
  return `${employeeId} ${kind} ${startsOn}`;
}
