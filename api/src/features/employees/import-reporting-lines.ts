import type { RefusalRow } from '../../domain/outcome.js';
import type { ReportingLine } from '../../domain/people/reporting-line.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import type { FileValues, RowEffects } from '../../platform/files/row-effect.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { EmployeeRow } from './employee.entity.js';
import type { HasEmployees } from './employee.store.js';
import { bareNip, namedEmployees, readDay, readEmployee } from './read-service-row.js';
import type { HasService } from './service.store.js';

export const REPORTING_LINE_COLUMNS: readonly ColumnSpec[] = [
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'appraiser', aliases: ['pejabat_penilai', 'penilai', 'nip_penilai'], required: true },
  { name: 'starts_on', aliases: ['mulai', 'tmt', 'tanggal_mulai'], required: true },
];

/** Why a row of a reporting lines file is left out, beside what is wrong with any row about service. */
export const REPORTING_LINE_ROW_REFUSALS = {
  APPRAISER_UNKNOWN: {
    when: 'The region has nobody with the NIP of the appraiser.',
    field: 'appraiser',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Tidak ada pegawai dengan NIP penilai ini. Perbaiki NIP-nya, impor orangnya lebih dulu, atau kosongkan bila tidak ada penilai.',
      en: 'Nobody has the NIP of this appraiser. Correct it, import the person first, or leave it empty where there is none.',
    },
  },
  APPRAISER_ONESELF: {
    when: 'Somebody would appraise themselves.',
    field: 'appraiser',
    mender: 'SENDER',
    message: {
      id: 'Pegawai tidak menilai dirinya sendiri. Tulis NIP pejabat penilainya, atau kosongkan bila tidak ada.',
      en: 'Nobody appraises themselves. Write the NIP of the appraiser, or leave it empty where there is none.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export interface ReportingLineImport {
  readonly seen: SeenRows;
  readonly effects: RowEffects | null;
}

export function beginReportingLineImport(effects: RowEffects | null = null): ReportingLineImport {
  return { seen: new SeenRows(), effects };
}

/**
 * Records who appraises whom from a day on, by employee and first day; an empty appraiser is nobody. No score moves,
 * hence no fact.
 */
export async function importReportingLines(
  tx: HasEmployees & HasService & HasClock,
  run: ReportingLineImport,
  actor: Actor,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const employees = await namedEmployees(tx, rows, ['nip', 'appraiser']);
  const people = [
    ...new Set(rows.flatMap(({ values }) => employees.get(bareNip(values.nip ?? ''))?.id ?? [])),
  ];
  await tx.service.lock(people);
  const recorded = new Map((await tx.service.linesOf(people)).map((line) => [keyOf(line), line]));
  const fresh: ReportingLine[] = [];
  let [added, unchanged] = [0, 0];
  const tell = run.effects && (await tellerOf(tx, run.effects, employees, [...recorded.values()]));
  for (const row of rows) {
    const cells = new Cells(row, findings);
    const line = readLine(cells, employees);
    if (line === null || !run.seen.first(keyOf(line), cells, 'starts_on')) continue;
    const before = recorded.get(keyOf(line));
    tell?.(row.line, before ?? null, line);
    if (before?.appraiserId === line.appraiserId) {
      unchanged += 1;
      continue;
    }
    if (before === undefined) added += 1;
    fresh.push(line);
  }
  await tx.service.report(fresh, { by: actor.id, at: tx.now });
  const changed = [...new Set(fresh.map(({ employeeId }) => employeeId))];
  return did(
    { added, changed: fresh.length - added, unchanged, findings },
    changed.length === 0 ? [] : [{ kind: 'ReportingLinesChanged', employeeIds: changed }],
  );
}

/** Notes what a row does, with people by their NIPs. */
async function tellerOf(
  tx: HasEmployees,
  effects: RowEffects,
  named: ReadonlyMap<string, EmployeeRow>,
  recorded: readonly ReportingLine[],
) {
  const known = new Map([...named.values()].map((one) => [one.id, one]));
  const others = recorded.flatMap(({ appraiserId }) =>
    appraiserId === null || known.has(appraiserId) ? [] : appraiserId,
  );
  for (const one of await tx.employees.byIds([...new Set(others)])) known.set(one.id, one);
  const nipOf = (id: string | null) => (id === null ? '' : (known.get(id)?.nip ?? ''));
  const valuesOf = ({ employeeId, appraiserId, startsOn }: ReportingLine): FileValues => ({
    ...{ nip: nipOf(employeeId), appraiser: nipOf(appraiserId), starts_on: startsOn },
  });
  return (line: number, before: ReportingLine | null, after: ReportingLine) => {
    const isSame = before?.appraiserId === after.appraiserId;
    effects.set(line, {
      outcome: before === null ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED',
      ...{ subjectId: after.employeeId, title: known.get(after.employeeId)?.name ?? '' },
      ...{ before: before && valuesOf(before), after: valuesOf(after), startsOn: after.startsOn },
    });
  };
}

function readLine(cells: Cells, employees: ReadonlyMap<string, EmployeeRow>): ReportingLine | null {
  const told = REPORTING_LINE_ROW_REFUSALS;
  const employee = readEmployee(cells, employees);
  const startsOn = readDay(cells, 'starts_on');
  const nip = bareNip(cells.raw('appraiser'));
  const appraiser = nip === '' ? null : employees.get(nip);
  if (appraiser === undefined) return cells.refuse('appraiser', 'APPRAISER_UNKNOWN', told.APPRAISER_UNKNOWN);
  if (employee === null || startsOn === null) return null;
  if (appraiser?.id === employee.id) {
    return cells.refuse('appraiser', 'APPRAISER_ONESELF', told.APPRAISER_ONESELF);
  }
  return { employeeId: employee.id, appraiserId: appraiser?.id ?? null, startsOn };
}

function keyOf({ employeeId, startsOn }: ReportingLine): string {
  return `${employeeId} ${startsOn}`;
}
