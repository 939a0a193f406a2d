import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PeriodState } from '../../domain/period/period-state.js';

/** Periode penilaian. Its name follows from its code (`domain/calendar.ts`). */
export const PeriodEntity = defineEntity({
  name: 'Period',
  tableName: 'period',
  properties: {
    regionCode: p.text().primary(),
    code: p.text().primary(),
    startsOn: p.date(),
    endsOn: p.date(),
    state: p.text().$type<PeriodState>().default('OPEN'),
  },
});

export type PeriodRow = InferEntity<typeof PeriodEntity>;
