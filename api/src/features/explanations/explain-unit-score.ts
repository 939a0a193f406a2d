import type { ExplanationNode } from '../../domain/explanation/explanation-node.js';
import { explainUnit } from '../../domain/explanation/explain-unit.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { scoreUnit, type UnitScore } from '../../domain/scoring/roll-up-unit.js';
import { slices } from '../../platform/slices.js';
import type { UnitRow } from '../employees/unit.entity.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import type { View } from '../observations/observation.store.js';
import { computeScores } from '../scores/compute-scores.js';
import type { PlanNeeds } from '../scores/load-plans.js';
import { pairKey } from '../scores/pair-key.js';
import { isPast } from '../scores/past.args.js';
import { placedIn } from '../scores/placed-in.js';
import { UNITS } from '../scores/read-board.js';
import type { PlacedPath } from '../scores/tally-placed.js';
import { UnitSummary } from './unit-summary.js';

/** People computed at a time. */
const SLICE = 1_000;

/** A unit's score and the steps that led to it. */
export interface ExplainedUnit {
  readonly score: UnitScore;
  readonly policy: ScoringPolicy;
  readonly nodes: readonly ExplanationNode[];
}

/** Where a unit's score comes from, in a view of the past or now; null where there is no such unit or period. */
export async function explainUnitScore(
  tx: PlanNeeds & HasUnits,
  unitId: string,
  periodCode: string,
  view: View,
): Promise<ExplainedUnit | null> {
  const units = await tx.units.page(null, UNITS);
  const unit = units.find(({ id }) => id === unitId);
  const policy = (await tx.policies.ofPeriods([periodCode], view.knownAt)).get(periodCode);
  if (unit === undefined || policy === undefined) return null;
  const sums = new UnitSummary(unitId);
  // Who served there in the past may be placed elsewhere now.
  const people = await (isPast(view)
    ? tx.scores.peopleIn(periodCode)
    : tx.scores.peopleUnder(unitId, periodCode));
  const everybody = people.map((employeeId) => ({ employeeId, periodCode }));
  for (const pairs of slices(everybody, SLICE)) {
    const placed = await placedBelow(tx, pairs, view, unit, units);
    const inUnit = pairs.filter((pair) => placed.has(pairKey(pair)));
    for (const [key, computed] of await computeScores(tx, inUnit, view)) sums.add(placed.get(key)!, computed);
  }
  const total = sums.tallyOf(unitId);
  const indicators = await tx.indicators.byIds([...sums.indicators.keys()]);
  return {
    score: scoreUnit(total, policy),
    policy,
    nodes: explainUnit({
      unit: { id: unitId, name: unit.name },
      policy,
      total,
      own: sums.own,
      children: units
        .filter(({ parentId }) => parentId === unitId)
        .map(({ id, name }) => ({ id, name, tally: sums.tallyOf(id) }))
        .filter(({ tally }) => tally.headcount > 0),
      indicators: indicators
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ id, code, name, nameEn, measureUnit }) => ({
          code,
          name: { id: name, en: nameEn },
          measureUnit,
          ...sums.indicatorOf(id),
        })),
    }),
  };
}

/** The ways below the unit to where these people served, for those who served there at all. */
async function placedBelow(
  tx: PlanNeeds,
  pairs: readonly EmployeePeriod[],
  view: View,
  unit: UnitRow,
  units: readonly UnitRow[],
): Promise<Map<string, PlacedPath[]>> {
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const placed = new Map<string, PlacedPath[]>();
  const add = (key: string, { path, days }: PlacedPath) => {
    if (path.includes(unit.id)) placed.set(key, [...(placed.get(key) ?? []), { path, days }]);
  };
  for (const [key, placements] of await placedIn(tx, pairs, view.knownAt)) {
    for (const { unitId, days } of placements) add(key, { path: paths.get(unitId) ?? [], days });
  }
  return placed;
}
