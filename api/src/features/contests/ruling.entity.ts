import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
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
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type RulingRow = Omit<InferEntity<typeof RulingEntity>, 'recordedIn'>;
