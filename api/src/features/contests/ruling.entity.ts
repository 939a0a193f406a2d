import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RulingDecision } from '../../domain/contest/accept-ruling.js';

/** Putusan: what became of a contest, once and for all. */
export const RulingEntity = defineEntity({
  name: 'Ruling',
  tableName: 'ruling',
  properties: {
    regionCode: p.text().primary(),
    contestId: p.uuid().primary(),
    decision: p.text().$type<RulingDecision>(),
    value: p.decimal('string').precision(18).scale(6).nullable(),
    note: p.text(),
    ruledBy: p.uuid(),
    /** The observation that took the place of the contested one, where the contest was upheld. */
    observationId: p.uuid().nullable(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
  },
});

export type RulingRow = InferEntity<typeof RulingEntity>;
