import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A day that is another in this region than in the national calendar: collective leave (cuti bersama), a local holiday. */
export const CalendarDayEntity = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  properties: {
    regionCode: p.text().primary(),
    day: p.date().primary(),
    working: p.boolean(),
    name: p.text(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
  },
});

export type CalendarDayRow = InferEntity<typeof CalendarDayEntity>;
