import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** OFFICE: figures and what just moved them; VISITORS: figures alone. */
export type WallLevel = 'OFFICE' | 'VISITORS';

/** A screen on a wall. Its token reads what a wall shows and nothing else, until it is revoked. */
export const WallDeviceEntity = defineEntity({
  name: 'WallDevice',
  tableName: 'wall_device',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    tokenHash: p.blob().nullable(),
    unitIds: p.array().columnType('uuid[]').$type<string[]>().nullable(),
    level: p.text().$type<WallLevel>(),
    pairedAt: p.datetime().columnType('timestamptz'),
    pairedBy: p.text(),
    lastSeenAt: p.datetime().columnType('timestamptz').nullable(),
    revokedAt: p.datetime().columnType('timestamptz').nullable(),
    revokedBy: p.text().nullable(),
  },
});

export type WallDeviceRow = InferEntity<typeof WallDeviceEntity>;
