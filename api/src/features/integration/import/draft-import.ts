import { IMPORT_REFUSALS, type ImportRefusalCode } from '../../../domain/integration/accept-import.js';
import { refused } from '../../../domain/outcome.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Table } from '../../../platform/files/read-table.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasImports } from './import.store.js';
import { planImport } from './plan-import.js';
import type { ProvisionedKindName, Provisions } from './provisioned-kinds.js';
import { readerFinding, settlePlan } from './settle-plan.js';

/** Notes about a header that are kept: enough to see the mistake. */
const MOST_NOTES = 100;

/** A file that was sent, read already. */
export interface SentFile {
  readonly id: string;
  readonly kind: ProvisionedKindName;
  readonly table: Table;
}

/** Keeps a file as a draft, with what it would do; records nothing of it. */
export async function draftImport(
  tx: HasImports & Provisions,
  actor: Actor,
  { id, kind, table }: SentFile,
): Promise<Verdict<{ draftId: string }, ImportRefusalCode>> {
  if ((await tx.imports.get(id)) !== null) return refused('IMPORT_ID_TAKEN', IMPORT_REFUSALS.IMPORT_ID_TAKEN);
  const rows = table.items.filter((item) => 'values' in item);
  const found = table.items.filter((item) => 'code' in item).map(readerFinding);
  const notes = found.filter(({ leftOut }) => !leftOut).slice(0, MOST_NOTES);
  const plan = await planImport(tx, actor, kind, rows);
  const { content, counts } = settlePlan(rows, plan, [...notes, ...found.filter(({ leftOut }) => leftOut)]);
  const { now } = tx;
  await tx.imports.add(
    {
      ...{ id, kind, format: table.format, state: 'DRAFT', ...counts },
      ...{
        madeAt: now,
        madeBy: actor.id,
        byService: actor.kind === 'SERVICE',
        plannedAt: now,
        keptFrom: now,
      },
      ...{ appliedAt: null, undoneAt: null, droppedAt: null, putBack: 0, leftAlone: 0 },
    },
    content,
  );
  return did({ draftId: id }, []);
}
