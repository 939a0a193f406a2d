import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
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
  },
});

export type PeriodChangeRow = InferEntity<typeof PeriodChangeEntity>;
