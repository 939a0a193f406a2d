import { amount, formatAmount } from '../../domain/amount.js';
import type {
  EmployeeScoreChanged,
  FactOf,
  ScoreState,
  UnitOnBoard,
  UnitScoresChanged,
} from '../../domain/facts.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import {
  addTallies,
  EMPTY_TALLY,
  scoreUnit,
  tallyDifference,
  type TalliedScore,
} from '../../domain/scoring/roll-up-unit.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { UnitRow } from '../employees/unit.entity.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasPolicy } from './recompute-scores.js';
import type { HasScores, UnitDifference, UnitSums } from './score.store.js';
import { tellHappening } from './tell-happening.js';

type Needs = HasEmployees & HasUnits & HasIndicators & HasScores & HasClock & HasPolicy;

/**
 * Carries changed scores up into the unit and all units above it: adds differences, never sums a unit again, so
 * the work does not grow with the number of employees.
 */
export async function rollUpUnits(
  tx: Needs,
  facts: readonly FactOf<'EmployeeScoreChanged'>[],
): Promise<UnitScoresChanged[]> {
  if (facts.length === 0) return [];
  const paths = await tx.employees.unitPaths([...new Set(facts.map((fact) => fact.employeeId))]);
  const movedFrom = facts.flatMap((fact) => fact.movedFrom ?? []);
  const left = movedFrom.length === 0 ? [] : await tx.units.byIds(movedFrom);
  const leftPaths = new Map(left.map((unit) => [unit.id, unit.path]));
  const differences = new Map<string, UnitDifference & { readonly depth: number }>();
  const add = (
    path: readonly string[],
    periodCode: string,
    before: ScoreState | null,
    after: ScoreState | null,
  ) => {
    const tally = tallyDifference(tallied(before), tallied(after));
    const observations = (after?.observations ?? 0) - (before?.observations ?? 0);
    path.forEach((unitId, depth) => {
      const key = `${periodCode} ${unitId}`;
      const known = differences.get(key);
      differences.set(key, {
        unitId,
        periodCode,
        depth,
        ...addTallies(known ?? EMPTY_TALLY, tally),
        observations: (known?.observations ?? 0) + observations,
      });
    });
  };
  for (const fact of facts) {
    const path = paths.get(fact.employeeId) ?? [];
    if (fact.movedFrom === null) {
      add(path, fact.periodCode, fact.before, fact.after);
    } else {
      add(leftPaths.get(fact.movedFrom) ?? [], fact.periodCode, fact.before, null);
      add(path, fact.periodCode, null, fact.after);
    }
  }

  // Deepest first, then by id: two transactions never wait for each other crosswise, and the root, which everybody
  // needs, is locked for the shortest time.
  const ordered = [...differences.values()].sort(
    (a, b) => b.depth - a.depth || (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0),
  );
  const sums = await tx.scores.addToUnits(ordered, tx.now);
  const units = new Map(
    (await tx.units.byIds([...new Set(ordered.map((d) => d.unitId))])).map((u) => [u.id, u]),
  );
  const changed: UnitScoresChanged[] = [];
  for (const periodCode of new Set(sums.map((sum) => sum.periodCode))) {
    changed.push({
      kind: 'UnitScoresChanged',
      periodCode,
      units: sums
        .filter((sum) => sum.periodCode === periodCode)
        .map((sum) => unitOnBoard(units.get(sum.unitId)!, sum, tx.policy)),
      happening: await tellHappening(tx, {
        facts: facts.filter((fact) => fact.periodCode === periodCode),
        paths,
        units,
        moveOf: (unitId) => moveOf(unitId, periodCode, sums, differences, tx.policy),
      }),
    });
  }
  return changed;
}

/** A unit's place on the board, from its row and its sums. */
export function unitOnBoard(unit: UnitRow, sums: UnitSums | null, policy: ScoringPolicy): UnitOnBoard {
  const score = scoreUnit(sums ?? EMPTY_TALLY, policy);
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
    changedAt: sums?.changedAt.toISOString() ?? null,
  };
}

function tallied(state: ScoreState | EmployeeScoreChanged['before']): TalliedScore | null {
  if (state === null) return null;
  return { value: state.value === null ? null : amount(state.value), coverage: amount(state.coverage) };
}

/** By how much a unit's value moved; null where there is none before or after. */
function moveOf(
  unitId: string,
  periodCode: string,
  sums: readonly UnitSums[],
  differences: ReadonlyMap<string, UnitDifference>,
  policy: ScoringPolicy,
): bigint | null {
  const after = sums.find((sum) => sum.unitId === unitId && sum.periodCode === periodCode);
  const difference = differences.get(`${periodCode} ${unitId}`);
  if (after === undefined || difference === undefined) return null;
  const before = addTallies(after, {
    headcount: -difference.headcount,
    scored: -difference.scored,
    scoreTotal: -difference.scoreTotal,
    coverageTotal: -difference.coverageTotal,
  });
  const valueBefore = scoreUnit(before, policy).value;
  const valueAfter = scoreUnit(after, policy).value;
  return valueBefore === null || valueAfter === null ? null : valueAfter - valueBefore;
}
