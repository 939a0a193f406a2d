import type { RefusalRow } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from './employee.store.js';
import { namedEmployees, readEmployee, readSpan } from './read-service-row.js';
import type { HasService, NewLeave } from './service.store.js';

export const LEAVE_COLUMNS: readonly ColumnSpec[] = [
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'starts_on', aliases: ['mulai', 'tanggal_mulai', 'mulai_cuti'], required: true },
  // Required, though its cells may be empty: a file that lacks it must not call every leave off.
  { name: 'ends_on', aliases: ['selesai', 'sampai', 'tanggal_selesai', 'selesai_cuti'], required: true },
];

/** Why a row of a leaves file is left out, beside what is wrong with any row about service. */
export const LEAVE_ROW_REFUSALS = {
  LEAVE_UNKNOWN: {
    when: 'A leave is called off, and none that begins on this day was ever recorded.',
    field: 'starts_on',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada cuti yang mulai pada hari ini. Untuk membatalkan, tulis hari pertama cutinya; untuk mencatat, isi hari terakhirnya.',
      en: 'No leave begins on this day. To call one off, write its first day; to record one, fill in its last day.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export interface LeaveImport {
  readonly seen: SeenRows;
}

export function beginLeaveImport(): LeaveImport {
  return { seen: new SeenRows() };
}

/**
 * Records the leaves of some rows, by employee and first day; an empty last day calls the leave off. Why somebody is
 * on leave is not asked.
 */
export async function importLeaves(
  tx: HasEmployees & HasService & HasClock,
  run: LeaveImport,
  actor: Actor,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const employees = await namedEmployees(tx, rows, ['nip']);
  const people = [...employees.values()].map(({ id }) => id);
  await tx.service.lock(people);
  const words = new Map((await tx.service.leaveWordsOf(people)).map((leave) => [keyOf(leave), leave]));
  const fresh: NewLeave[] = [];
  let [added, unchanged] = [0, 0];
  for (const row of rows) {
    const cells = new Cells(row, findings);
    const employee = readEmployee(cells, employees);
    const span = readSpan(cells);
    if (employee === null || span === null) continue;
    const leave = { employeeId: employee.id, ...span };
    if (!run.seen.first(keyOf(leave), cells, 'starts_on')) continue;
    const before = words.get(keyOf(leave));
    if (before === undefined && leave.endsOn === null) {
      cells.refuse('starts_on', 'LEAVE_UNKNOWN', LEAVE_ROW_REFUSALS.LEAVE_UNKNOWN);
    } else if (before?.endsOn === leave.endsOn) {
      unchanged += 1;
    } else {
      if (before === undefined) added += 1;
      fresh.push(leave);
    }
  }
  await tx.service.recordLeaves(fresh, { by: actor.id, at: tx.now });
  return did(
    { added, changed: fresh.length - added, unchanged, findings },
    [...new Set(fresh.map(({ employeeId }) => employeeId))].map((employeeId) => ({
      kind: 'ServiceChanged',
      employeeId,
    })),
  );
}

function keyOf({ employeeId, startsOn }: NewLeave): string {
  return `${employeeId} ${startsOn}`;
}
