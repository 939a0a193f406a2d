import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { EmploymentStatus } from '../../domain/people/nip.js';

/** ASN: a civil servant, PNS or PPPK. */
export const EmployeeEntity = defineEntity({
  name: 'Employee',
  tableName: 'employee',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    nip: p.text(),
    name: p.text(),
    status: p.text().$type<EmploymentStatus>(),
    unitId: p.uuid(),
    positionTitle: p.text(),
    active: p.boolean().default(true),
  },
});

export type EmployeeRow = InferEntity<typeof EmployeeEntity>;
