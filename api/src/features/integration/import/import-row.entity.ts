import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RowUndo } from '../../../domain/integration/undo-row.js';
import type { FileValues, RowEffect } from '../../../platform/files/row-effect.js';

/** One row of a file that was sent, as written, and what it does. Kept for some days. */
export const ImportRowEntity = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  properties: {
    regionCode: p.text().primary(),
    draftId: p.uuid().primary(),
    line: p.integer().primary(),
    outcome: p.text().$type<RowEffect['outcome'] | 'REFUSED'>(),
    /** The employee or unit; null while there is none. */
    subjectId: p.uuid().nullable(),
    title: p.text().nullable(),
    cells: p.json().$type<FileValues>(),
    before: p.json().$type<FileValues>().nullable(),
    after: p.json().$type<FileValues>().nullable(),
    startsOn: p.date().nullable(),
    undo: p.text().$type<RowUndo>().nullable(),
    keptFrom: p.datetime().columnType('timestamptz'),
  },
});

export type ImportRowRow = InferEntity<typeof ImportRowEntity>;
