import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ImportState } from '../../../domain/integration/accept-import.js';
import type { TableFormat } from '../../../platform/files/read-table.js';
import type { ProvisionedKindName } from './provisioned-kinds.js';

/** A file of master data that was sent: what it came to. It holds nobody's data; its rows do. */
export const ImportDraftEntity = defineEntity({
  name: 'ImportDraft',
  tableName: 'import_draft',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    kind: p.text().$type<ProvisionedKindName>(),
    format: p.text().$type<TableFormat>(),
    state: p.text().$type<ImportState>(),
    added: p.integer(),
    changed: p.integer(),
    unchanged: p.integer(),
    refused: p.integer(),
    madeAt: p.datetime().columnType('timestamptz'),
    madeBy: p.text(),
    /** Whether a program sent it. */
    byService: p.boolean(),
    /** When its difference was worked out last. */
    plannedAt: p.datetime().columnType('timestamptz'),
    /** From when on its rows are kept for some days: since it was sent, or applied. */
    keptFrom: p.datetime().columnType('timestamptz'),
    appliedAt: p.datetime().columnType('timestamptz').nullable(),
    undoneAt: p.datetime().columnType('timestamptz').nullable(),
    droppedAt: p.datetime().columnType('timestamptz').nullable(),
    /** Rows that undoing it put back, people taken out of service among them; and rows that it left. */
    putBack: p.integer(),
    leftAlone: p.integer(),
  },
});

export type ImportDraftRow = InferEntity<typeof ImportDraftEntity>;
