import { formatAmount } from '../../domain/amount.js';
import type { UnitOnBoard } from '../../domain/facts.js';
import { FIRST_POLICY, type ScoringPolicy } from '../../domain/scoring/policy.js';
import { EMPTY_TALLY, scoreUnit } from '../../domain/scoring/roll-up-unit.js';
import type { UnitRow } from '../employees/unit.entity.js';
import type { UnitSums } from './score.store.js';

/** A unit's place on the board, from its row and its sums; without a period there is no policy and nothing to show. */
export function unitOnBoard(
  unit: UnitRow,
  sums: (Omit<UnitSums, 'changedAt'> & { readonly changedAt: Date | null }) | null,
  policy: ScoringPolicy | null,
): UnitOnBoard {
  const score = scoreUnit(sums ?? EMPTY_TALLY, policy ?? FIRST_POLICY);
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parentId: unit.parentId ?? null,
    order: unit.officeOrder,
    headcount: sums?.headcount ?? 0,
    scoredHeadcount: sums?.scored ?? 0,
    value: score.value === null ? null : formatAmount(score.value),
    coverage: formatAmount(score.coverage),
    state: score.state,
    observationCount: sums?.observations ?? 0,
    changedAt: sums?.changedAt?.toISOString() ?? null,
  };
}
