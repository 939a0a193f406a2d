import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** Pengamatan: one measured or seen fact. Rows are only ever added; a correction is a row that supersedes. */
export const ObservationEntity = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    periodCode: p.text(),
    indicatorId: p.uuid(),
    value: p.decimal('string').precision(18).scale(6),
    observedAt: p.datetime().columnType('timestamptz'),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** The employee who saw it, where one was named. */
    observerId: p.uuid().nullable(),
    /** Who counts as observer: that employee, else whoever recorded it first; a correction does not change who saw it. */
    observer: p.text(),
    /** Which of the 21 behaviours was seen, for an observation of behaviour. */
    behaviourCode: p.text().nullable(),
    note: p.text().nullable(),
    supersedesId: p.uuid().nullable(),
    correctionReason: p.text().nullable(),
    /** It takes its predecessor's place and counts for nothing. */
    withdrawn: p.boolean().default(false),
    /** Made of the source's own key: the same row of a file is never imported twice. */
    importKey: p.uuid().nullable(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** With the note and the reason it makes the commitment; null where there are none, or where they were erased. */
    wordsSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of the note and the reason. */
    wordsCommitment: p.blob().nullable().lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type ObservationRow = Omit<
  InferEntity<typeof ObservationEntity>,
  'recordedIn' | 'wordsSalt' | 'wordsCommitment'
>;
