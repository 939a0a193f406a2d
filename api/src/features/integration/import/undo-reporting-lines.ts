import { undoRow, type RowUndo } from '../../../domain/integration/undo-row.js';
import { appraiserOn, type ReportingLine } from '../../../domain/people/reporting-line.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { FileValues } from '../../../platform/files/row-effect.js';
import type { DoneRow, UndoneRows } from './done-row.js';
import type { Provisions } from './provisioned-kinds.js';

const keyOf = (employeeId: string, startsOn: string) => `${employeeId} ${startsOn}`;

/** Records again who appraised these people from those days on; of a line that was added, who had done so until then. */
export async function undoReportingLines(
  tx: Provisions,
  actor: Actor,
  rows: readonly DoneRow[],
): Promise<UndoneRows> {
  const people = [...new Set(rows.map(({ subjectId }) => subjectId))];
  await tx.service.lock(people);
  const lines = await tx.service.linesOf(people);
  const nips = rows.flatMap(({ before, after }) => [after['nip'], after['appraiser'], before?.['appraiser']]);
  const named = await tx.employees.byNips([...new Set(nips.filter((nip) => nip))] as string[]);
  const byNip = new Map(named.map(({ nip, id }) => [nip, id]));
  const nipOf = new Map(named.map(({ nip, id }) => [id, nip]));
  const current = new Map(lines.map((line) => [keyOf(line.employeeId, line.startsOn), line]));
  const valuesOf = ({ employeeId, appraiserId, startsOn }: ReportingLine): FileValues => ({
    nip: nipOf.get(employeeId) ?? '',
    // Somebody whom no row names is somebody else.
    appraiser: appraiserId === null ? '' : (nipOf.get(appraiserId) ?? appraiserId),
    starts_on: startsOn,
  });
  const undone = new Map<number, RowUndo>();
  const back: DoneRow[] = [];
  for (const row of rows) {
    const now = current.get(keyOf(row.subjectId, row.after['starts_on']!));
    const verdict = undoRow('REPORTING_LINE', row, now === undefined ? null : valuesOf(now), false);
    undone.set(row.line, verdict);
    if (verdict === 'PUT_BACK') back.push(row);
  }
  const startOf = ({ after }: DoneRow) => after['starts_on']!;
  const restored = back
    .filter(({ before }) => before !== null)
    .map((row): ReportingLine => {
      const appraiserId = byNip.get(row.before!['appraiser']!) ?? null;
      return { employeeId: row.subjectId, appraiserId, startsOn: startOf(row) };
    });
  // Of a line that was added: who appraised them on its day, once all else is back.
  const touched = new Set(back.map((row) => keyOf(row.subjectId, startOf(row))));
  const untouched = lines.filter((line) => !touched.has(keyOf(line.employeeId, line.startsOn)));
  const standing = Map.groupBy([...untouched, ...restored], ({ employeeId }) => employeeId);
  const taken = back
    .filter(({ before }) => before === null)
    .map((row): ReportingLine => {
      const { subjectId: employeeId } = row;
      const startsOn = startOf(row);
      return {
        employeeId,
        appraiserId: appraiserOn(startsOn, standing.get(employeeId) ?? [], employeeId),
        startsOn,
      };
    });
  const report = [...restored, ...taken];
  await tx.service.report(report, { by: actor.id, at: tx.now });
  const employeeIds = [...new Set(report.map(({ employeeId }) => employeeId))];
  return {
    undone,
    facts: employeeIds.length === 0 ? [] : [{ kind: 'ReportingLinesChanged', employeeIds }],
  };
}
