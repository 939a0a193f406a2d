import type { FactOf, UnitScoresChanged } from '../../domain/facts.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import {
  addTallies,
  EMPTY_TALLY,
  scoreUnit,
  tallyDifference,
  type TalliedScore,
} from '../../domain/scoring/roll-up-unit.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasPolicies } from '../policies/policy.store.js';
import { groupBy } from '../../platform/group-by.js';
import { pairKey } from './pair-key.js';
import type { HasScores, UnitDifference, UnitSums } from './score.store.js';
import { tallyPlaced } from './tally-placed.js';
import { tellHappening } from './tell-happening.js';
import { unitOnBoard } from './unit-on-board.js';

type Needs = HasUnits & HasIndicators & HasScores & HasClock & HasPolicies;

/**
 * Carries changed scores up into the unit and all units above it: adds differences, never sums a unit again, so
 * the work does not grow with the number of employees.
 */
export async function rollUpUnits(
  tx: Needs,
  facts: readonly FactOf<'EmployeeScoreChanged'>[],
): Promise<UnitScoresChanged[]> {
  if (facts.length === 0) return [];
  const now = groupBy(await tx.scores.placementsOf(facts), pairKey);
  const left = [...new Set(facts.flatMap(({ movedFrom }) => movedFrom ?? []).map(({ unitId }) => unitId))];
  const leftPaths = new Map(
    (left.length === 0 ? [] : await tx.units.byIds(left)).map((unit) => [unit.id, unit.path]),
  );
  const differences = new Map<string, UnitDifference & { readonly depth: number }>();
  for (const fact of facts) {
    const { periodCode, before, after, movedFrom } = fact;
    const placed = now.get(pairKey(fact)) ?? [];
    const placedBefore =
      movedFrom?.map(({ unitId, days }) => ({ path: leftPaths.get(unitId) ?? [], days })) ?? placed;
    const lost = before === null ? new Map<string, TalliedScore>() : tallyPlaced(placedBefore, before);
    const gained = tallyPlaced(placed, after);
    const depths = new Map(
      [...placedBefore, ...placed].flatMap(({ path }) => path.map((id, depth) => [id, depth])),
    );
    for (const [unitId, depth] of depths) {
      const key = `${periodCode} ${unitId}`;
      const known = differences.get(key);
      const tally = tallyDifference(lost.get(unitId) ?? null, gained.get(unitId) ?? null);
      const observations =
        (gained.has(unitId) ? after.observations : 0) - (lost.has(unitId) ? before!.observations : 0);
      differences.set(key, {
        unitId,
        periodCode,
        depth,
        ...addTallies(known ?? EMPTY_TALLY, tally),
        observations: (known?.observations ?? 0) + observations,
      });
    }
  }

  // Deepest first, then by id: two transactions never wait for each other crosswise, and the root, which everybody
  // needs, is locked for the shortest time.
  const ordered = [...differences.values()].sort(
    (a, b) => b.depth - a.depth || (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0),
  );
  // From the sums on everybody else in these units waits: they come last.
  const [rows, policies, sums] = await Promise.all([
    tx.units.byIds([...new Set(ordered.map((d) => d.unitId))]),
    tx.policies.ofPeriods([...new Set(ordered.map((d) => d.periodCode))]),
    tx.scores.addToUnits(ordered, tx.now),
  ]);
  const units = new Map(rows.map((unit) => [unit.id, unit]));
  const changed: UnitScoresChanged[] = [];
  for (const [periodCode, policy] of policies) {
    const moved = sums.filter((sum) => sum.periodCode === periodCode);
    changed.push({
      kind: 'UnitScoresChanged',
      periodCode,
      units: moved.map((sum) => unitOnBoard(units.get(sum.unitId)!, sum, policy)),
      happening: await tellHappening(tx, {
        facts: facts.filter((fact) => fact.periodCode === periodCode),
        pathsOf: (fact) => (now.get(pairKey(fact)) ?? []).map(({ path }) => path),
        units,
        moveOf: (unitId) => moveOf(unitId, periodCode, sums, differences, policy),
      }),
    });
  }
  return changed;
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
    days: -difference.days,
    scoredDays: -difference.scoredDays,
    scoreTotal: -difference.scoreTotal,
    coverageTotal: -difference.coverageTotal,
  });
  const valueBefore = scoreUnit(before, policy).value;
  const valueAfter = scoreUnit(after, policy).value;
  return valueBefore === null || valueAfter === null ? null : valueAfter - valueBefore;
}
