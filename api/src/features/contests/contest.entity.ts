import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** Keberatan: what an employee says against an observation about them. Rows are only ever added. */
export const ContestEntity = defineEntity({
  name: 'Contest',
  tableName: 'contest',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    observationId: p.uuid(),
    employeeId: p.uuid(),
    periodCode: p.text(),
    indicatorId: p.uuid(),
    reason: p.text(),
    evidence: p.array().columnType('text[]').$type<string[]>(),
    dueOn: p.date(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type ContestRow = Omit<InferEntity<typeof ContestEntity>, 'recordedIn'>;
