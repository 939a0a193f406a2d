import type { Actor } from '../../../platform/auth/actor.js';
import type { RowFinding } from '../../../platform/files/cells.js';
import type { Row } from '../../../platform/files/read-rows.js';
import type { RowEffect, RowEffects } from '../../../platform/files/row-effect.js';
import { sameValues } from '../../../domain/integration/undo-row.js';
import { onPaper } from './on-paper.js';
import { provisionedKinds, type ProvisionedKindName, type Provisions } from './provisioned-kinds.js';

/** What a file would do to what is recorded now. */
export interface ImportPlan {
  /** By line; rows that are left out have none. */
  readonly effects: RowEffects;
  readonly findings: readonly RowFinding[];
}

/** Works out what rows would do; records nothing. */
export async function planImport(
  tx: Provisions,
  actor: Actor,
  kind: ProvisionedKindName,
  rows: readonly Row[],
): Promise<ImportPlan> {
  const effects: RowEffects = new Map();
  const run = await provisionedKinds[kind].begin(effects);
  const verdict = await run.take(onPaper(tx), actor, rows);
  if (!verdict.ok) throw new Error('an import refuses rows, never a whole batch');
  return { effects, findings: verdict.value.findings };
}

/** Whether two effects come to the same. Whoever is added has another id each time. */
export function sameEffect(one: RowEffect | undefined, other: RowEffect | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.outcome === other.outcome &&
    (one.outcome === 'ADDED' || one.subjectId === other.subjectId) &&
    sameValues(one.before, other.before) &&
    sameValues(one.after, other.after)
  );
}
