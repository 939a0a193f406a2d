import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
import type { PeriodState } from '../../domain/period/period-state.js';

/** One step of a period from state to state, who took it and why; only ever added to. */
export const PeriodChangeEntity = defineEntity({
  name: 'PeriodChange',
  tableName: 'period_change',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    periodCode: p.text(),
    state: p.text().$type<PeriodState>(),
    reason: p.text().nullable(),
    changedBy: p.text(),
    recordedAt: p.datetime().columnType('timestamptz'),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type PeriodChangeRow = Omit<InferEntity<typeof PeriodChangeEntity>, 'recordedIn'>;
