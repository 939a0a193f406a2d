import { uuidv7 } from 'uuidv7';
import { localDate } from '../../domain/calendar.js';
import type { Fact } from '../../domain/facts.js';
import type { RefusalRow } from '../../domain/outcome.js';
import { leaving } from '../../domain/people/leaving.js';
import { readNip, type EmploymentStatus } from '../../domain/people/nip.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import type { FileValues, RowEffects } from '../../platform/files/row-effect.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { EmployeeRow } from './employee.entity.js';
import type { HasEmployees } from './employee.store.js';
import { isDay } from './read-service-row.js';
import type { HasService, NewAssignment } from './service.store.js';
import type { HasUnits } from './unit.store.js';

export const EMPLOYEE_COLUMNS: readonly ColumnSpec[] = [
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'name', aliases: ['nama'], required: true },
  { name: 'status', aliases: ['status_kepegawaian'], required: true },
  { name: 'unit', aliases: ['unit_kerja', 'kode_unit'], required: true },
  { name: 'position', aliases: ['jabatan'], required: true },
  { name: 'since', aliases: ['tmt', 'sejak'], required: false },
  { name: 'active', aliases: ['aktif'], required: false },
];

/** Whether somebody is in service; empty: as they are. */
/** The words of a file for yes and no, ours first. */
export const YES = ['YA', 'TRUE', 'YES', '1'];
export const NO = ['TIDAK', 'FALSE', 'NO', '0'];

const STATUSES: readonly EmploymentStatus[] = ['PNS', 'PPPK', 'PPPK_PART_TIME'];
const NAME_LETTERS = 120;
/** Longest title of a position. */
export const POSITION_LETTERS = 160;

/** Why a row of an employees file is left out, beside what `readNip` says. */
export const EMPLOYEE_ROW_REFUSALS = {
  UNIT_UNKNOWN: {
    when: 'The region has no unit of this code.',
    field: 'unit',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Unit kerja dengan kode ini tidak ada. Perbaiki kodenya, atau impor unitnya lebih dulu.',
      en: 'There is no unit of this code. Correct the code, or import the unit first.',
    },
  },
  SINCE_UNREADABLE: {
    when: 'The day of the appointment is no day, or lies in the future.',
    field: 'since',
    mender: 'SENDER',
    message: {
      id: 'Tulis TMT sebagai tanggal 2026-11-24, paling lambat hari ini; mutasi yang akan datang diimpor pada harinya.',
      en: 'Write the day of the appointment as 2026-11-24, today at the latest; import a coming transfer on its day.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export interface EmployeeImport {
  readonly seen: SeenRows;
  readonly effects: RowEffects | null;
}

export function beginEmployeeImport(effects: RowEffects | null = null): EmployeeImport {
  return { seen: new SeenRows(), effects };
}

/**
 * Adds or changes the employees of some rows. Who is not in the file stays as they are: nobody is deleted. Another
 * unit or position is a new appointment from its day on, today where the file names none; what came before stays. Who
 * leaves the service has yesterday as the last day; who comes back has an appointment from its day on.
 */
export async function importEmployees(
  tx: HasEmployees & HasUnits & HasService & HasClock,
  run: EmployeeImport,
  actor: Actor,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const today = localDate(tx.now);
  const units = new Map(
    (await tx.units.byCodes([...new Set(rows.map(({ values }) => (values.unit ?? '').trim()))])).map(
      (unit) => [unit.code, unit.id],
    ),
  );
  const read = rows.flatMap((row) => readEmployee(new Cells(row, findings), run, units, today) ?? []);
  const known = new Map((await tx.employees.byNips(read.map(({ nip }) => nip))).map((one) => [one.nip, one]));
  const put: EmployeeRow[] = [];
  const assignments: NewAssignment[] = [];
  const leavers: string[] = [];
  const facts: Fact[] = [];
  const tell = run.effects && (await tellerOf(tx, run.effects, [...known.values()], units));
  for (const { since, active, line, ...said } of read) {
    const before = known.get(said.nip);
    const id = before?.id ?? uuidv7();
    const employee: EmployeeRow = {
      ...said,
      ...{ regionCode: tx.regionCode, id, active: active ?? before?.active ?? true },
    };
    if (before !== undefined && isSame(before, employee)) {
      tell?.(line, before, employee, null);
      continue;
    }
    put.push(employee);
    const { unitId, positionTitle } = employee;
    const comes = before?.active !== true;
    const moves = before?.unitId !== unitId || before.positionTitle !== positionTitle;
    // Whoever is out of service has no days anywhere; they get an appointment when they come back.
    const startsOn =
      employee.active && (comes || moves) ? (since ?? (before === undefined ? ALWAYS : today)) : null;
    if (startsOn !== null) {
      assignments.push({ employeeId: id, unitId, positionTitle, kind: 'REGULAR', startsOn, endsOn: null });
    }
    if (before?.active === true && !employee.active) leavers.push(id);
    tell?.(line, before ?? null, employee, startsOn);
    facts.push({
      ...{ kind: 'EmployeeChanged', employeeId: id, unitId },
      movedFrom: before !== undefined && before.unitId !== unitId ? before.unitId : null,
      ...((before?.active ?? true) !== employee.active && { inService: employee.active }),
    });
  }
  assignments.push(...(await lastDaysOf(tx, leavers, today)));
  await tx.employees.put(put);
  await tx.service.assign(assignments, { by: actor.id, at: tx.now });
  const changed = put.filter(({ nip }) => known.has(nip)).length;
  return did({ added: put.length - changed, changed, unchanged: read.length - put.length, findings }, facts);
}

/** The appointments of those who leave today, as they end. */
async function lastDaysOf(
  { service }: HasService,
  leavers: readonly string[],
  today: string,
): Promise<NewAssignment[]> {
  if (leavers.length === 0) return [];
  await service.lock(leavers);
  const held = await service.assignmentsOf(leavers, null);
  return leavers.flatMap((employeeId) =>
    leaving(today, held.get(employeeId) ?? []).map((ended) => ({ ...ended, employeeId })),
  );
}

/** The first appointment of somebody of whom no earlier day is known: they have always been there. */
export const ALWAYS = '0001-01-01';

/** An employee as a row of a file would say it; `unitCode` is that of their unit. */
export function employeeValues(employee: EmployeeRow, unitCode: string): FileValues {
  const { nip, name, status, positionTitle, active } = employee;
  return { nip, name, status, unit: unitCode, position: positionTitle, active: active ? YES[0]! : NO[0]! };
}

/** Notes what a row does, with units by their codes. */
async function tellerOf(
  tx: HasUnits,
  effects: RowEffects,
  known: readonly EmployeeRow[],
  codes: ReadonlyMap<string, string>,
) {
  const left = await tx.units.byIds([...new Set(known.map(({ unitId }) => unitId))]);
  const codeOf = new Map([
    ...[...codes].map(([code, id]) => [id, code] as const),
    ...left.map(({ id, code }) => [id, code] as const),
  ]);
  const valuesOf = (employee: EmployeeRow) => employeeValues(employee, codeOf.get(employee.unitId) ?? '');
  return (line: number, before: EmployeeRow | null, after: EmployeeRow, startsOn: string | null) => {
    const outcome = before === null ? 'ADDED' : isSame(before, after) ? 'UNCHANGED' : 'CHANGED';
    effects.set(line, {
      ...{ outcome, subjectId: after.id, title: after.name, startsOn: startsOn === ALWAYS ? null : startsOn },
      ...{ before: before && valuesOf(before), after: valuesOf(after) },
    });
  };
}

interface ReadEmployee extends Pick<EmployeeRow, 'nip' | 'name' | 'status' | 'unitId' | 'positionTitle'> {
  readonly line: number;
  /** Null where the file does not say. */
  readonly active: boolean | null;
  /** From when on unit and position hold; null where the file does not say. */
  readonly since: string | null;
}

function readEmployee(
  cells: Cells,
  run: EmployeeImport,
  units: ReadonlyMap<string, string>,
  today: string,
): ReadEmployee | null {
  const status = cells.choice('status', STATUSES);
  const name = cells.text('name', NAME_LETTERS);
  const positionTitle = cells.text('position', POSITION_LETTERS);
  const unitId = units.get(cells.raw('unit'));
  if (unitId === undefined) cells.refuse('unit', 'UNIT_UNKNOWN', EMPLOYEE_ROW_REFUSALS.UNIT_UNKNOWN);
  const since = cells.raw('since') || null;
  if (since !== null && (!isDay(since) || since > today)) {
    return cells.refuse('since', 'SINCE_UNREADABLE', EMPLOYEE_ROW_REFUSALS.SINCE_UNREADABLE);
  }
  const word = cells.raw('active') === '' ? null : cells.choice('active', [...YES, ...NO]);
  if (status === null || (word === null && cells.raw('active') !== '')) return null;
  const nip = readNip(cells.raw('nip'), status, today);
  if (!nip.ok) return cells.refuse('nip', nip.refusal.code, nip.refusal);
  if (name === null || positionTitle === null || unitId === undefined) return null;
  if (!run.seen.first(nip.value, cells, 'nip')) return null;
  const active = word === null ? null : YES.includes(word);
  return { nip: nip.value, name, status, unitId, positionTitle, since, active, line: cells.line };
}

function isSame(before: EmployeeRow, after: EmployeeRow): boolean {
  return (
    before.active === after.active &&
    before.name === after.name &&
    before.status === after.status &&
    before.unitId === after.unitId &&
    before.positionTitle === after.positionTitle
  );
}
