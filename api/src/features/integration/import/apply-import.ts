import {
  acceptStep,
  IMPORT_REFUSALS,
  type ImportRefusalCode,
} from '../../../domain/integration/accept-import.js';
import { refused } from '../../../domain/outcome.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { RowEffect, RowEffects } from '../../../platform/files/row-effect.js';
import { did, MovedMeanwhile, type Verdict } from '../../../platform/unit-of-work.js';
import type { ImportRowRow } from './import-row.entity.js';
import type { HasImports } from './import.store.js';
import { planImport, sameEffect } from './plan-import.js';
import { provisionedKinds, type Provisions } from './provisioned-kinds.js';
import { rowOf, settlePlan } from './settle-plan.js';

const RECORDED: ReadonlySet<ImportRowRow['outcome']> = new Set(['ADDED', 'CHANGED']);

/** What became of it: `moved` where nothing was recorded, because the difference is another one by now. */
export interface Applied {
  readonly draftId: string;
  readonly moved: boolean;
}

/**
 * Records the good rows of a draft, in the transaction that looks once more whether they still do what was shown. Where
 * they do not, the draft is worked out again and nothing is recorded.
 */
export async function applyImport(
  tx: HasImports & Provisions,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Verdict<Applied, ImportRefusalCode>> {
  const accepted = acceptStep('APPLY', await tx.imports.hold(id), tx.now);
  if (!accepted.ok) return accepted;
  const draft = accepted.value;
  const rows = await tx.imports.rows(id);
  const written = rows.map(({ line, cells }) => ({ line, values: cells }));
  // Whoever changes these people meanwhile is done before this looks, or waits until it is over.
  if (draft.kind !== 'UNITS') await tx.service.lock(rows.flatMap(({ subjectId }) => subjectId ?? []));

  const plan = await planImport(tx, actor, draft.kind, written);
  if (rows.some((row) => !sameEffect(effectOf(row), plan.effects.get(row.line)))) {
    const ofReader = (await tx.imports.findings(id)).filter((found) => found.ofReader);
    const { content, counts } = settlePlan(written, plan, ofReader);
    await tx.imports.replace({ ...draft, ...counts, plannedAt: tx.now }, content);
    return did({ draftId: id, moved: true }, []);
  }

  const lines = new Set(rows.flatMap(({ line, outcome }) => (RECORDED.has(outcome) ? [line] : [])));
  const good = written.filter(({ line }) => lines.has(line));
  if (good.length === 0) return refused('IMPORT_NOTHING', IMPORT_REFUSALS.IMPORT_NOTHING);
  const effects: RowEffects = new Map();
  const run = await provisionedKinds[draft.kind].begin(effects);
  const verdict = await run.take(tx, actor, good);
  if (!verdict.ok) throw new Error('an import refuses rows, never a whole batch');
  // Somebody may have been added, or a unit changed, after the look above: only what was shown is recorded.
  const isAsShown = good.every(({ line }) => sameEffect(plan.effects.get(line), effects.get(line)));
  if (!isAsShown || verdict.value.findings.length > 0) throw new MovedMeanwhile();
  await tx.imports.replace(
    { ...draft, state: 'APPLIED', appliedAt: tx.now, keptFrom: tx.now },
    {
      rows: rows.map((row) => {
        const effect = effects.get(row.line);
        return effect === undefined ? row : rowOf(row.line, row.cells, effect, true);
      }),
      findings: await tx.imports.findings(id),
    },
  );
  return did({ draftId: id, moved: false }, verdict.facts);
}

function effectOf(row: ImportRowRow): RowEffect | undefined {
  const { outcome, subjectId, title, before, after, startsOn } = row;
  if (outcome === 'REFUSED' || after == null) return undefined;
  return {
    ...{ outcome, subjectId: subjectId ?? '', title: title ?? '', before: before ?? null, after },
    startsOn: startsOn ?? null,
  };
}
