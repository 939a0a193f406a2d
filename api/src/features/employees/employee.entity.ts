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
    /** What the program that provisions people calls them. */
    externalId: p.text().nullable().lazy(),
    /** Since when that program has let go of them: they are out of service, and it is shown them no more. */
    deprovisionedAt: p.datetime().columnType('timestamptz').nullable().lazy(),
  },
});

/** A row as the rooms know it; what it has for provisioning is that store's alone. */
export type EmployeeRow = Omit<InferEntity<typeof EmployeeEntity>, 'externalId' | 'deprovisionedAt'>;
