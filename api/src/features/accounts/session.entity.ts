import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A sign-in that lasts; only the hash of its token is kept. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    tokenHash: p.blob(),
    accountId: p.uuid(),
    secondFactor: p.boolean(),
    createdAt: p.datetime().columnType('timestamptz'),
    expiresAt: p.datetime().columnType('timestamptz'),
    lastSeenAt: p.datetime().columnType('timestamptz'),
    endedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});

export type SessionRow = InferEntity<typeof SessionEntity>;
