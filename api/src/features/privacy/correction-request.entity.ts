import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DataCorrectionDecision, DataPart } from '../../domain/privacy/accept-data-correction.js';

/** What somebody says is wrong with the data that are kept about them, and what came of it. */
export const CorrectionRequestEntity = defineEntity({
  name: 'CorrectionRequest',
  tableName: 'correction_request',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    about: p.text().$type<DataPart>(),
    /** Null once it was erased. */
    text: p.text().nullable(),
    wanted: p.text().nullable(),
    requestedAt: p.datetime().columnType('timestamptz'),
    requestedBy: p.text(),
    dueAt: p.datetime().columnType('timestamptz'),
    decision: p.text().$type<DataCorrectionDecision>().nullable(),
    note: p.text().nullable(),
    answeredAt: p.datetime().columnType('timestamptz').nullable(),
    answeredBy: p.text().nullable(),
  },
});

export type CorrectionRequestRow = InferEntity<typeof CorrectionRequestEntity>;
