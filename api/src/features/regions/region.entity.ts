import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A kabupaten or kota: the owner of every other row, and a change stream of its own. */
export const RegionEntity = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: {
    regionCode: p.text().primary(),
    name: p.text(),
    demo: p.boolean().default(false),
  },
});

export type RegionRow = InferEntity<typeof RegionEntity>;
