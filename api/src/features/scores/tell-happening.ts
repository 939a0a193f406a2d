import { amount, formatAmount } from '../../domain/amount.js';
import type { EmployeeScoreChanged, Happening } from '../../domain/facts.js';
import { because } from '../../domain/wall/because.js';
import type { UnitRow } from '../employees/unit.entity.js';
import type { HasIndicators } from '../indicators/indicator.store.js';

/** What a change of unit scores is told from. */
export interface Moved {
  readonly facts: readonly EmployeeScoreChanged[];
  /** The ways from the root to the units in which somebody serves. */
  readonly pathsOf: (fact: EmployeeScoreChanged) => readonly (readonly string[])[];
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly moveOf: (unitId: string) => bigint | null;
}

/**
 * The sentence for the wall: which unit moved, by how much, and why. One observation is told by its indicator; many
 * are told by their number, at the lowest unit that holds them all. A plan, a transfer or a policy is no happening of service.
 */
export async function tellHappening(tx: HasIndicators, moved: Moved): Promise<Happening | null> {
  const { facts, pathsOf, units, moveOf } = moved;
  const first = facts[0];
  if (first === undefined) return null;
  const unit = units.get(commonUnit(facts.flatMap(pathsOf)) ?? '');
  if (unit === undefined) return null;
  const delta = moveOf(unit.id);
  const told = { unitId: unit.id, unitName: unit.name, delta: delta === null ? null : formatAmount(delta) };
  const { cause } = first;
  if (cause.kind === 'IMPORT') {
    const observations = facts.reduce(
      (sum, fact) => sum + fact.after.observations - (fact.before?.observations ?? 0),
      0,
    );
    return { ...told, sentence: because({ kind: 'IMPORT', unitName: unit.name, delta, observations }) };
  }
  if (!('indicatorId' in cause)) return null;
  const { indicatorId, value, coreValue } = cause;
  if (coreValue !== null) {
    return { ...told, sentence: because({ kind: 'BEHAVIOUR', unitName: unit.name, delta, coreValue }) };
  }
  const indicator = await tx.indicators.get(indicatorId);
  const target = await tx.indicators.targetValue(first.employeeId, first.periodCode, indicatorId);
  if (indicator === null || target === null) return null;
  return {
    ...told,
    sentence: because({
      kind: cause.kind,
      unitName: unit.name,
      delta,
      indicatorName: { id: indicator.name, en: indicator.nameEn },
      measureUnit: indicator.measureUnit,
      value: amount(value),
      target,
    }),
  };
}

/** The lowest unit that all paths share. */
function commonUnit(paths: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...rest] = paths;
  return first.findLast((unitId, depth) => rest.every((path) => path[depth] === unitId));
}
