import type { EmployeeScoreChanged, FactOf } from '../../domain/facts.js';
import type { HasScores } from './score.store.js';

/** Takes the scores of employees who moved out of the unit they left and into the one they came to. */
export async function moveScores(
  tx: HasScores,
  facts: readonly FactOf<'EmployeeChanged'>[],
): Promise<EmployeeScoreChanged[]> {
  const moves = new Map(
    facts.flatMap((fact) => (fact.movedFrom === null ? [] : [[fact.employeeId, fact.movedFrom]])),
  );
  if (moves.size === 0) return [];
  const stored = await tx.scores.lockAllOf([...moves.keys()]);
  return stored.map(({ employeeId, periodCode, ...state }) => ({
    kind: 'EmployeeScoreChanged',
    employeeId,
    periodCode,
    before: state,
    after: state,
    movedFrom: moves.get(employeeId)!,
    cause: { kind: 'MOVE' },
  }));
}
