import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { RegionEntity, type RegionRow } from './region.entity.js';

/** What other rooms may ask about regions. The one store that is not bound to a region. */
export interface RegionStore {
  get(regionCode: string): Promise<RegionRow | null>;
  /** In the order of their codes. */
  page(afterCode: string | null, limit: number): Promise<RegionRow[]>;
  /** Opens a region with an empty change stream and audit chain; one that is there keeps its data. */
  open(region: RegionRow, epoch: string): Promise<void>;
}

export interface HasRegions {
  readonly regions: RegionStore;
}

export function createRegionStore(em: EntityManager): RegionStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (regionCode) => em.findOne(RegionEntity, { regionCode }, plain),
    page: (afterCode, limit) =>
      em.find(RegionEntity, afterCode === null ? {} : { regionCode: { $gt: afterCode } }, {
        ...plain,
        orderBy: { regionCode: 'asc' },
        limit,
      }),
    async open(region, epoch) {
      // One statement, so that there is never a region without its stream and its audit chain.
      await sql.rows(
        `with opened as (
           insert into region (region_code, name, demo) values ($1, $2, $3) on conflict (region_code) do nothing
         ), chained as (
           insert into audit_head (region_code, hash) values ($1, sha256(convert_to('pantau 1 ' || $1, 'UTF8')))
           on conflict (region_code) do nothing
         )
         insert into stream_head (region_code, epoch) values ($1, $4) on conflict (region_code) do nothing`,
        [region.regionCode, region.name, region.demo, epoch],
      );
    },
  };
}
