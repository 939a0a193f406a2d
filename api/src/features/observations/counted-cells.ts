import { amount, type Amount } from '../../domain/amount.js';
import { instant } from '../../platform/database/sql.js';
import type { ObservationRow } from './observation.entity.js';

/** The observations of one target that count, told one by one up to a number, the others summed. */
export interface CountedCell {
  readonly indicatorId: string;
  readonly shown: readonly (ObservationRow & { readonly weight: Amount | null })[];
  readonly others: {
    readonly count: number;
    readonly total: Amount;
    readonly weightTotal: Amount | null;
    readonly weightedTotal: Amount | null;
  };
}

/** A row of the latest observations of one target; the first beyond the number asked for carries the sums of the rest. */
export interface CountedRow {
  id: string;
  indicator_id: string;
  value: string;
  observed_at: string;
  recorded_at: string;
  recorded_by: string;
  note: string | null;
  supersedes_id: string | null;
  correction_reason: string | null;
  observer_id: string | null;
  observer: string;
  behaviour_code: string | null;
  weight: string | null;
  place: string;
  cell_count: string;
  cell_total: string;
  cell_weight: string | null;
  cell_weighted: string | null;
}

/** Puts rows in the order of target and place together, target by target. */
export function toCountedCells(
  rows: readonly CountedRow[],
  of: { readonly regionCode: string; readonly employeeId: string; readonly periodCode: string },
  perCell: number,
): CountedCell[] {
  const optional = (text: string | null): Amount | null => (text === null ? null : amount(text));
  const cells = new Map<string, { shown: CountedCell['shown'][number][]; others: CountedCell['others'] }>();
  for (const row of rows) {
    const cell = cells.get(row.indicator_id) ?? { shown: [], others: NO_OTHERS };
    cells.set(row.indicator_id, cell);
    if (Number(row.place) > perCell) {
      cell.others = {
        count: Number(row.cell_count),
        total: amount(row.cell_total),
        weightTotal: optional(row.cell_weight),
        weightedTotal: optional(row.cell_weighted),
      };
      continue;
    }
    cell.shown.push({
      ...of,
      id: row.id,
      indicatorId: row.indicator_id,
      value: row.value,
      observedAt: instant(row.observed_at),
      recordedAt: instant(row.recorded_at),
      recordedBy: row.recorded_by,
      note: row.note,
      supersedesId: row.supersedes_id,
      correctionReason: row.correction_reason,
      observerId: row.observer_id,
      observer: row.observer,
      behaviourCode: row.behaviour_code,
      withdrawn: false,
      importKey: null,
      weight: optional(row.weight),
    });
  }
  return [...cells].map(([indicatorId, cell]) => ({ indicatorId, ...cell }));
}

const NO_OTHERS: CountedCell['others'] = { count: 0, total: 0n, weightTotal: null, weightedTotal: null };
