import { undoRow, type RowUndo } from '../../../domain/integration/undo-row.js';
import type { Fact } from '../../../domain/facts.js';
import type { EmploymentStatus } from '../../../domain/people/nip.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { EmployeeRow } from '../../employees/employee.entity.js';
import { ALWAYS, employeeValues, YES } from '../../employees/import-employees.js';
import type { HeldAssignment, NewAssignment } from '../../employees/service.store.js';
import type { DoneRow, UndoneRows } from './done-row.js';
import type { Provisions } from './provisioned-kinds.js';

type Held = readonly HeldAssignment[];

/**
 * Gives people their name, status, unit and position back, and whether they serve; whoever was added stays, out of
 * service. An appointment that came with the import is recorded again from the same day on, as what had held until then;
 * one that ended with it, as it had been.
 */
export async function undoEmployees(
  tx: Provisions,
  actor: Actor,
  rows: readonly DoneRow[],
  appliedAt: Date,
): Promise<UndoneRows> {
  const ids = rows.map(({ subjectId }) => subjectId);
  await tx.service.lock(ids);
  const now = new Map((await tx.employees.byIds(ids)).map((one) => [one.id, one]));
  const codes = new Set(
    rows.flatMap(({ before, after }) => [after['unit']!, ...(before ? [before['unit']!] : [])]),
  );
  const units = [
    ...(await tx.units.byCodes([...codes])),
    ...(await tx.units.byIds([...new Set([...now.values()].map(({ unitId }) => unitId))])),
  ];
  const codeOf = new Map(units.map(({ id, code }) => [id, code]));
  const idOf = new Map(units.map(({ id, code }) => [code, id]));
  const [heldBefore, heldThen, heldNow] = [
    await tx.service.assignmentsOf(ids, new Date(appliedAt.getTime() - 1)),
    await tx.service.assignmentsOf(ids, appliedAt),
    await tx.service.assignmentsOf(ids, null),
  ];

  const undone = new Map<number, RowUndo>();
  const put: EmployeeRow[] = [];
  const assignments: NewAssignment[] = [];
  const facts: Fact[] = [];
  for (const row of rows) {
    const { line, subjectId: id, before, startsOn } = row;
    const employee = now.get(id);
    const values =
      employee === undefined ? null : employeeValues(employee, codeOf.get(employee.unitId) ?? '');
    const touched = JSON.stringify(heldThen.get(id) ?? []) !== JSON.stringify(heldNow.get(id) ?? []);
    const verdict = undoRow('EMPLOYEE', row, values, touched);
    undone.set(line, verdict);
    if (employee === undefined || verdict === 'CHANGED_SINCE') continue;
    const unitId = before === null ? employee.unitId : (idOf.get(before['unit']!) ?? employee.unitId);
    const after: EmployeeRow =
      before === null
        ? { ...employee, active: false }
        : {
            ...{ ...employee, unitId, name: before['name']!, positionTitle: before['position']! },
            ...{ status: before['status'] as EmploymentStatus, active: YES.includes(before['active']!) },
          };
    put.push(after);
    if (before === null) {
      // At most a day of it is left.
      const from = startsOn ?? ALWAYS;
      assignments.push({ ...post(employee), employeeId: id, kind: 'REGULAR', startsOn: from, endsOn: from });
    } else {
      const back = appointmentsBack(heldBefore.get(id) ?? [], heldThen.get(id) ?? [], post(after));
      assignments.push(...back.map((one) => ({ ...one, employeeId: id })));
    }
    const movedFrom = employee.unitId === after.unitId ? null : employee.unitId;
    facts.push({
      ...{ kind: 'EmployeeChanged', employeeId: id, unitId: after.unitId, movedFrom },
      ...(employee.active !== after.active && { inService: after.active }),
    });
  }
  await tx.employees.put(put);
  await tx.service.assign(assignments, { by: actor.id, at: tx.now });
  return { undone, facts };
}

function post({ unitId, positionTitle }: EmployeeRow): Pick<EmployeeRow, 'unitId' | 'positionTitle'> {
  return { unitId, positionTitle };
}

/** What has to be recorded so that every day is again as it was before an import. */
function appointmentsBack(
  before: Held,
  then: Held,
  fallback: Parameters<typeof asBefore>[2],
): HeldAssignment[] {
  return then.flatMap((came) => {
    const was = before.find(({ kind, startsOn }) => kind === came.kind && startsOn === came.startsOn);
    if (was === undefined) return [asBefore(came.startsOn, before, fallback)];
    return JSON.stringify(was) === JSON.stringify(came) ? [] : [was];
  });
}

/** What held from a day on: the appointment recorded for that very day, else the one in force on it, else the post. */
function asBefore(
  startsOn: string,
  held: Held,
  fallback: Pick<EmployeeRow, 'unitId' | 'positionTitle'>,
): HeldAssignment {
  const regular = held.filter((one) => one.kind === 'REGULAR' && one.startsOn <= startsOn);
  const last = regular.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
  const inForce =
    last !== undefined && (last.startsOn === startsOn || last.endsOn === null || startsOn <= last.endsOn);
  return inForce ? { ...last, startsOn } : { ...fallback, kind: 'REGULAR', startsOn, endsOn: null };
}
