import type { CommitmentOnBoard } from '../../domain/facts.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { CommitmentRow } from './commitment.entity.js';
import { commitmentOnBoard } from './forum-state.js';

/** Promises with the names of their units, in the order given. */
export async function commitmentsOnBoard(
  tx: HasUnits,
  rows: readonly CommitmentRow[],
): Promise<CommitmentOnBoard[]> {
  const units = await tx.units.byIds([...new Set(rows.map(({ unitId }) => unitId))]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => commitmentOnBoard(row, names.get(row.unitId) ?? ''));
}
