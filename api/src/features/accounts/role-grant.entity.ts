import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
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
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** Which command withdrew it. */
    revokedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type RoleGrantRow = Omit<InferEntity<typeof RoleGrantEntity>, 'recordedIn' | 'revokedIn'>;
