import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Mender } from '../../../domain/outcome.js';

/** What is wrong with a row of a file that was sent, and who can mend it. It repeats nothing of the row. */
export const ImportFindingEntity = defineEntity({
  name: 'ImportFinding',
  tableName: 'import_finding',
  properties: {
    regionCode: p.text().primary(),
    draftId: p.uuid().primary(),
    place: p.integer().primary(),
    line: p.integer(),
    columnName: p.text().nullable(),
    code: p.text(),
    messageId: p.text(),
    messageEn: p.text(),
    mender: p.text().$type<Mender>(),
    /** Whether the row was left out; else it is only worth knowing. */
    leftOut: p.boolean(),
    /** Whether the reader found it: then it stays, however often the difference is worked out. */
    ofReader: p.boolean(),
    keptFrom: p.datetime().columnType('timestamptz'),
  },
});

export type ImportFindingRow = InferEntity<typeof ImportFindingEntity>;
