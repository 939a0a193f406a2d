import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

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
  },
});

export type ContestRow = InferEntity<typeof ContestEntity>;
