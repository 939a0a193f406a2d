import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { UnitEntity, type UnitRow } from './unit.entity.js';

/** What other rooms may ask about units. Every answer is of one region. */
export interface UnitStore {
  get(id: string): Promise<UnitRow | null>;
  byIds(ids: readonly string[]): Promise<UnitRow[]>;
  byCodes(codes: readonly string[]): Promise<UnitRow[]>;
  /** In office order. A region has at most a few hundred units; `limit` bounds the answer all the same. */
  page(afterOrder: { officeOrder: number; id: string } | null, limit: number): Promise<UnitRow[]>;
  count(): Promise<number>;
  /** The unit and all units below it. */
  idsBelow(id: string): Promise<string[]>;
  /** Adds or replaces, by id. */
  put(units: readonly UnitRow[]): Promise<void>;
}

export interface HasUnits {
  readonly units: UnitStore;
}

export function createUnitStore(em: EntityManager, regionCode: string): UnitStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(UnitEntity, { regionCode, id }, plain),
    byIds: (ids) =>
      sql.prepared<UnitRow>(
        `select region_code as "regionCode", id, code, name, kind, parent_id as "parentId", path,
           office_order as "officeOrder"
         from org_unit where region_code = $1 and id = any($2::uuid[])`,
        [regionCode, ids],
      ),
    byCodes: (codes) => em.find(UnitEntity, { regionCode, code: { $in: [...codes] } }, plain),
    page: (after, limit) =>
      em.find(
        UnitEntity,
        {
          regionCode,
          ...(after === null
            ? {}
            : {
                $or: [
                  { officeOrder: { $gt: after.officeOrder } },
                  { officeOrder: after.officeOrder, id: { $gt: after.id } },
                ],
              }),
        },
        { ...plain, orderBy: [{ officeOrder: 'asc' }, { id: 'asc' }], limit },
      ),
    count: () => em.count(UnitEntity, { regionCode }),
    async idsBelow(id) {
      const rows = await sql.rows<{ id: string }>(
        'select id from org_unit where region_code = $1 and $2::uuid = any(path)',
        [regionCode, id],
      );
      return rows.map((row) => row.id);
    },
    async put(units) {
      // Paths differ in length, and PostgreSQL's arrays of arrays are rectangles: hence as texts.
      await sql.rows(
        `insert into org_unit (region_code, id, code, name, kind, parent_id, path, office_order)
         select $1, id, code, name, kind, parent_id, path::uuid[], office_order
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::int[])
           as new (id, code, name, kind, parent_id, path, office_order)
         on conflict (region_code, id) do update set code = excluded.code, name = excluded.name,
           kind = excluded.kind, parent_id = excluded.parent_id, path = excluded.path,
           office_order = excluded.office_order`,
        [
          regionCode,
          units.map((unit) => unit.id),
          units.map((unit) => unit.code),
          units.map((unit) => unit.name),
          units.map((unit) => unit.kind),
          units.map((unit) => unit.parentId ?? null),
          units.map((unit) => `{${unit.path.join(',')}}`),
          units.map((unit) => unit.officeOrder),
        ],
      );
    },
  };
}
