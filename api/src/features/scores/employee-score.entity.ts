import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

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
    policyVersion: p.text(),
    changedAt: p.datetime().columnType('timestamptz'),
  },
});

export type EmployeeScoreRow = InferEntity<typeof EmployeeScoreEntity>;
