import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Periode penilaian. Its name follows from its code (`domain/calendar.ts`). */
export const PeriodEntity = defineEntity({
  name: 'Period',
  tableName: 'period',
  properties: {
    regionCode: p.text().primary(),
    code: p.text().primary(),
    startsOn: p.date(),
    endsOn: p.date(),
    open: p.boolean().default(true),
  },
});

export type PeriodRow = InferEntity<typeof PeriodEntity>;
