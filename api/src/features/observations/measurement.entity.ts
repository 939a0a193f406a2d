import { defineEntity, p } from '@mikro-orm/core';

/** Realisasi: the running sum of the observations that count for one target. Work per observation stays constant. */
export const MeasurementEntity = defineEntity({
  name: 'Measurement',
  tableName: 'measurement',
  properties: {
    regionCode: p.text().primary(),
    employeeId: p.uuid().primary(),
    periodCode: p.text().primary(),
    indicatorId: p.uuid().primary(),
    observations: p.integer(),
    total: p.decimal('string').precision(30).scale(6),
    latestValue: p.decimal('string').precision(18).scale(6),
    latestAt: p.datetime().columnType('timestamptz'),
    latestId: p.uuid(),
    /** Of behaviour only: who observed, and the sums in which recent observations weigh more. */
    observers: p.array().nullable(),
    weightTotal: p.decimal('string').precision(30).scale(6).nullable(),
    weightedTotal: p.decimal('string').precision(30).scale(6).nullable(),
  },
});
