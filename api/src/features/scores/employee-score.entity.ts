import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';

/** The stored score of one employee in one period. */
export const EmployeeScoreEntity = defineEntity({
  name: 'EmployeeScore',
  tableName: 'employee_score',
  properties: {
    regionCode: p.text().primary(),
    employeeId: p.uuid().primary(),
    periodCode: p.text().primary(),
    value: p.decimal('string').precision(18).scale(6).nullable(),
    coverage: p.decimal('string').precision(9).scale(6),
    observations: p.integer(),
    workValue: p.decimal('string').precision(18).scale(6).nullable(),
    workRating: p.text().$type<Rating>().nullable(),
    behaviourValue: p.decimal('string').precision(18).scale(6).nullable(),
    behaviourRating: p.text().$type<Rating>().nullable(),
    /** What the system proposes; the confirmed one stands in `confirmation`. */
    predicate: p.text().$type<Predicate>().nullable(),
    policyVersion: p.text(),
    changedAt: p.datetime().columnType('timestamptz'),
  },
});

export type EmployeeScoreRow = InferEntity<typeof EmployeeScoreEntity>;
