import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What one employee is expected to reach on one indicator in one period, and how much it weighs. */
export const TargetEntity = defineEntity({
  name: 'Target',
  tableName: 'target',
  properties: {
    regionCode: p.text().primary(),
    employeeId: p.uuid().primary(),
    periodCode: p.text().primary(),
    indicatorId: p.uuid().primary(),
    weight: p.decimal('string').precision(18).scale(6),
    floorValue: p.decimal('string').precision(18).scale(6),
    targetValue: p.decimal('string').precision(18).scale(6),
    stretchValue: p.decimal('string').precision(18).scale(6),
    /** Set where the value should lie inside a range: beyond the stretch it falls again, to nothing here. */
    ceilingValue: p.decimal('string').precision(18).scale(6).nullable(),
    /** The role of the plan, by which a policy's weight set is chosen. */
    role: p.text().nullable(),
  },
});

export type TargetRow = InferEntity<typeof TargetEntity>;
