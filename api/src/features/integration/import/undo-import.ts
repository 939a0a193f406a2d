import { acceptStep, type ImportRefusalCode } from '../../../domain/integration/accept-import.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { DoneRow, UndoneRows } from './done-row.js';
import type { HasImports } from './import.store.js';
import type { ProvisionedKindName, Provisions } from './provisioned-kinds.js';
import { undoEmployees } from './undo-employees.js';
import { undoReportingLines } from './undo-reporting-lines.js';
import { undoUnits } from './undo-units.js';

const undoOf: Readonly<
  Record<
    ProvisionedKindName,
    (tx: Provisions, actor: Actor, rows: readonly DoneRow[], appliedAt: Date) => Promise<UndoneRows>
  >
> = { UNITS: undoUnits, EMPLOYEES: undoEmployees, REPORTING_LINES: undoReportingLines };

/**
 * Puts back what an import changed, row by row, where nobody has changed it since; the others are named and left. It
 * deletes nothing: what it does is recorded after what it undoes, as any other change.
 */
export async function undoImport(
  tx: HasImports & Provisions,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Verdict<{ draftId: string }, ImportRefusalCode>> {
  const accepted = acceptStep('UNDO', await tx.imports.hold(id), tx.now);
  if (!accepted.ok) return accepted;
  const { kind, appliedAt } = accepted.value;
  const done = (await tx.imports.rows(id)).flatMap((row): DoneRow[] => {
    const { line, outcome, subjectId, before, after, startsOn } = row;
    const counts = outcome === 'ADDED' || outcome === 'CHANGED';
    if (!counts || subjectId == null || after == null) return [];
    return [{ line, subjectId, before: before ?? null, after, startsOn: startsOn ?? null }];
  });
  const { undone, facts } = await undoOf[kind](tx, actor, done, appliedAt!);
  await tx.imports.noteUndo(id, undone);
  const left = [...undone.values()].filter((one) => one === 'CHANGED_SINCE' || one === 'UNIT_STAYS').length;
  await tx.imports.set(id, {
    state: 'UNDONE',
    undoneAt: tx.now,
    putBack: undone.size - left,
    leftAlone: left,
  });
  return did({ draftId: id }, facts);
}
