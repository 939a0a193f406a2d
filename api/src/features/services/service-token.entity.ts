import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ServiceScope } from '../../domain/access/audience.js';

/** What lets another program in, such as regional HR's nightly pull. */
export const ServiceTokenEntity = defineEntity({
  name: 'ServiceToken',
  tableName: 'service_token',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    tokenHash: p.blob(),
    /** The token before the last change of it, and until when it is still good. */
    previousTokenHash: p.blob().nullable(),
    previousUntil: p.datetime().columnType('timestamptz').nullable(),
    unitIds: p.array().columnType('uuid[]').$type<string[]>().nullable(),
    scopes: p.array().columnType('text[]').$type<ServiceScope[]>(),
    quotaPerHour: p.integer(),
    createdAt: p.datetime().columnType('timestamptz'),
    createdBy: p.text(),
    expiresAt: p.datetime().columnType('timestamptz'),
    lastUsedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedBy: p.text().nullable(),
  },
});

export type ServiceTokenRow = InferEntity<typeof ServiceTokenEntity>;
