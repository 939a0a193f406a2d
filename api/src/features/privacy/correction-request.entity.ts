import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
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
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** With the texts it makes the commitment; null once they were erased. */
    wordsSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of what was asked. */
    wordsCommitment: p.blob().nullable().lazy(),
    /** Which command answered it. */
    answeredIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    noteSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of the answer's note. */
    noteCommitment: p.blob().nullable().lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type CorrectionRequestRow = Omit<
  InferEntity<typeof CorrectionRequestEntity>,
  'recordedIn' | 'wordsSalt' | 'wordsCommitment' | 'answeredIn' | 'noteSalt' | 'noteCommitment'
>;
