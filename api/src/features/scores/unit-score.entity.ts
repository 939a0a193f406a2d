import { defineEntity, p } from '@mikro-orm/core';

/** The sums from which a unit's score follows by one division (`domain/scoring/roll-up-unit.ts`). */
export const UnitScoreEntity = defineEntity({
  name: 'UnitScore',
  tableName: 'unit_score',
  properties: {
    regionCode: p.text().primary(),
    periodCode: p.text().primary(),
    unitId: p.uuid().primary(),
    headcount: p.integer(),
    scored: p.integer(),
    days: p.bigint('string'),
    scoredDays: p.bigint('string'),
    scoreTotal: p.decimal('string').precision(30).scale(6),
    coverageTotal: p.decimal('string').precision(18).scale(6),
    observations: p.integer(),
    changedAt: p.datetime().columnType('timestamptz'),
  },
});
