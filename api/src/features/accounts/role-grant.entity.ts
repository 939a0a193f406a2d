import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '../../domain/access/role.js';

/** A role that somebody has in a unit and below, or (no unit) in the whole region. */
export const RoleGrantEntity = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    accountId: p.uuid(),
    role: p.text().$type<Role>(),
    unitId: p.uuid().nullable(),
    grantedAt: p.datetime().columnType('timestamptz'),
    grantedBy: p.text(),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedBy: p.text().nullable(),
  },
});

export type RoleGrantRow = InferEntity<typeof RoleGrantEntity>;
