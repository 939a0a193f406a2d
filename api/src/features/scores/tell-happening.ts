import { formatAmount } from '../../domain/amount.js';
import type { EmployeeScoreChanged, Happening } from '../../domain/facts.js';
import { because } from '../../domain/wall/because.js';
import type { UnitRow } from '../employees/unit.entity.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { whyItMoved } from './why-it-moved.js';

/** What a change of unit scores is told from. */
export interface Moved {
  readonly facts: readonly EmployeeScoreChanged[];
  /** The ways from the root to the units in which somebody serves. */
  readonly pathsOf: (fact: EmployeeScoreChanged) => readonly (readonly string[])[];
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly moveOf: (unitId: string) => bigint | null;
}

/** A plan, a transfer or a policy is no happening of service. */
const NO_HAPPENING: ReadonlySet<string> = new Set(['PLAN', 'MOVE', 'POLICY']);

/**
 * The sentence for the wall: which unit moved, by how much, and why. One observation is told by its indicator; many
 * are told by their number, at the lowest unit that holds them all.
 */
export async function tellHappening(tx: HasIndicators, moved: Moved): Promise<Happening | null> {
  const { facts, pathsOf, units, moveOf } = moved;
  const [first, ...others] = facts;
  if (first === undefined || NO_HAPPENING.has(first.cause.kind)) return null;
  const unit = units.get(commonUnit(facts.flatMap(pathsOf)) ?? '');
  if (unit === undefined) return null;
  const delta = moveOf(unit.id);
  const why = await whyItMoved(tx, [first, ...others], delta);
  if (why === null) return null;
  return {
    unitId: unit.id,
    unitName: unit.name,
    delta: delta === null ? null : formatAmount(delta),
    sentence: because({ id: unit.name, en: unit.name }, why),
  };
}

/** The lowest unit that all paths share. */
function commonUnit(paths: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...rest] = paths;
  return first.findLast((unitId, depth) => rest.every((path) => path[depth] === unitId));
}
