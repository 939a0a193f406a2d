import { undoRow, type RowUndo } from '../../../domain/integration/undo-row.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { unitValues } from '../../employees/import-units.js';
import type { UnitKind, UnitRow } from '../../employees/unit.entity.js';
import type { DoneRow, UndoneRows } from './done-row.js';
import type { Provisions } from './provisioned-kinds.js';

/** Gives units their names, kinds and places back. Units that were added stay: people and figures may hang on them. */
export async function undoUnits(
  tx: Provisions,
  _actor: Actor,
  rows: readonly DoneRow[],
): Promise<UndoneRows> {
  const now = new Map(
    (await tx.units.byIds(rows.map(({ subjectId }) => subjectId))).map((one) => [one.id, one]),
  );
  const above = await tx.units.byIds([
    ...new Set([...now.values()].flatMap(({ parentId }) => parentId ?? [])),
  ]);
  const codes = new Map([...above, ...now.values()].map(({ id, code }) => [id, code]));
  const undone = new Map<number, RowUndo>();
  const put: UnitRow[] = [];
  for (const row of rows) {
    const unit = now.get(row.subjectId);
    const verdict = undoRow('UNIT', row, unit === undefined ? null : unitValues(unit, codes), false);
    undone.set(row.line, verdict);
    if (verdict !== 'PUT_BACK' || unit === undefined || row.before === null) continue;
    const { name, kind, order } = row.before;
    put.push({ ...unit, name: name!, kind: kind as UnitKind, officeOrder: Number(order) });
  }
  await tx.units.put(put);
  return {
    undone,
    facts: put.length === 0 ? [] : [{ kind: 'UnitsChanged', unitIds: put.map(({ id }) => id) }],
  };
}
