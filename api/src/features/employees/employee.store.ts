import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { EmploymentStatus } from '../../domain/people/nip.js';
import { EmployeeEntity, type EmployeeRow } from './employee.entity.js';

/** Who somebody is, and whether they are in service. */
export interface EmployeeIdentity {
  readonly id: string;
  readonly nip: string;
  readonly active: boolean;
}

/** Orders of a list of people: none is by how well somebody does. Ids grow in the order in which people were added. */
export type EmployeeOrder = 'ADDED' | 'ADDED_DESC' | 'NAME' | 'NAME_DESC';

/** Where a page ended. */
export interface EmployeePlace {
  readonly id: string;
  readonly name: string;
}

/** Which people a list has; null: all. */
export interface EmployeeFilterRow {
  readonly unitIds: readonly string[] | null;
  readonly active: boolean | null;
  readonly statuses: readonly EmploymentStatus[] | null;
  /** What the name holds, capitals or not. */
  readonly nameHolds: string | null;
}

/** What other rooms may ask about employees. Every answer is of one region. */
export interface EmployeeStore {
  /** Null where nobody in the region has this id. */
  get(id: string): Promise<EmployeeRow | null>;
  byIds(ids: readonly string[]): Promise<EmployeeRow[]>;
  byNips(nips: readonly string[]): Promise<EmployeeRow[]>;
  /** Only what says who somebody is; for many at a time. */
  identities(nips: readonly string[]): Promise<EmployeeIdentity[]>;
  /** In one of the orders, after a place in it. */
  page(
    chosen: EmployeeFilterRow,
    order: EmployeeOrder,
    after: EmployeePlace | null,
    limit: number,
  ): Promise<EmployeeRow[]>;
  count(chosen: EmployeeFilterRow): Promise<number>;
  /** The path from the root unit to the unit of each employee. */
  unitPaths(ids: readonly string[]): Promise<Map<string, readonly string[]>>;
  /** Adds or replaces, by id. */
  put(employees: readonly EmployeeRow[]): Promise<void>;
  /** Two who add somebody of the same NIP wait for each other until their transactions end. */
  holdNip(nip: string): Promise<void>;
  /** What a program that provisions people keeps with somebody; null where nobody has this id. */
  provisionOf(id: string): Promise<Provision | null>;
  provision(id: string, provision: Provision): Promise<void>;
}

/** What a program that provisions people keeps with each of them. */
export interface Provision {
  /** What it calls them, 1 to 200 characters; null where it has no name for them. */
  readonly externalId: string | null;
  /** Since when it has let go of them; null: it has not. */
  readonly deprovisionedAt: Date | null;
}

export interface HasEmployees {
  readonly employees: EmployeeStore;
}

export function createEmployeeStore(em: EntityManager, regionCode: string): EmployeeStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(EmployeeEntity, { regionCode, id }, plain),
    byIds: (ids) =>
      sql.prepared<EmployeeRow>(
        `select region_code as "regionCode", id, nip, name, status, unit_id as "unitId",
           position_title as "positionTitle", active
         from employee where region_code = $1 and id = any($2::uuid[])`,
        [regionCode, ids],
      ),
    byNips: (nips) => em.find(EmployeeEntity, { regionCode, nip: { $in: [...nips] } }, plain),
    identities: (nips) =>
      sql.rows<EmployeeIdentity>(
        'select id, nip, active from employee where region_code = $1 and nip = any($2::text[])',
        [regionCode, nips],
      ),
    page: (chosen, order, after, limit) => {
      const descends = order.endsWith('_DESC');
      const beyond = descends ? '$lt' : '$gt';
      const byName = order.startsWith('NAME');
      const place =
        after === null
          ? []
          : byName
            ? [
                {
                  $or: [{ name: { [beyond]: after.name } }, { name: after.name, id: { [beyond]: after.id } }],
                },
              ]
            : [{ id: { [beyond]: after.id } }];
      const direction = descends ? 'desc' : 'asc';
      return em.find(
        EmployeeEntity,
        { $and: [chosenBy(regionCode, chosen), ...place] },
        {
          ...plain,
          orderBy: byName ? [{ name: direction }, { id: direction }] : { id: direction },
          limit,
        },
      );
    },
    count: (chosen) => em.count(EmployeeEntity, chosenBy(regionCode, chosen)),
    async unitPaths(ids) {
      const rows = await sql.rows<{ id: string; path: string[] }>(
        `select e.id, u.path from employee e
         join org_unit u on u.region_code = e.region_code and u.id = e.unit_id
         where e.region_code = $1 and e.id = any($2::uuid[])`,
        [regionCode, ids],
      );
      return new Map(rows.map((row) => [row.id, row.path]));
    },
    async put(employees) {
      await sql.rows(
        `insert into employee (region_code, id, nip, name, status, unit_id, position_title, active)
         select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::boolean[])
         on conflict (region_code, id) do update set
           nip = excluded.nip, name = excluded.name, status = excluded.status, unit_id = excluded.unit_id,
           position_title = excluded.position_title, active = excluded.active`,
        [
          regionCode,
          employees.map((employee) => employee.id),
          employees.map((employee) => employee.nip),
          employees.map((employee) => employee.name),
          employees.map((employee) => employee.status),
          employees.map((employee) => employee.unitId),
          employees.map((employee) => employee.positionTitle),
          employees.map((employee) => employee.active),
        ],
      );
    },
    async holdNip(nip) {
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('nip ' || $1 || ' ' || $2, 0))`, [
        regionCode,
        nip,
      ]);
    },
    async provisionOf(id) {
      const rows = await sql.rows<{ externalId: string | null; deprovisionedAt: string | null }>(
        `select external_id as "externalId", deprovisioned_at as "deprovisionedAt" from employee
         where region_code = $1 and id = $2`,
        [regionCode, id],
      );
      const [row] = rows;
      return (
        (row && {
          externalId: row.externalId,
          deprovisionedAt: row.deprovisionedAt === null ? null : instant(row.deprovisionedAt),
        }) ??
        null
      );
    },
    async provision(id, { externalId, deprovisionedAt }) {
      await sql.rows(
        'update employee set external_id = $3, deprovisioned_at = $4 where region_code = $1 and id = $2',
        [regionCode, id, externalId, deprovisionedAt],
      );
    },
  };
}

function chosenBy(
  regionCode: string,
  { unitIds, active, statuses, nameHolds }: EmployeeFilterRow,
): FilterQuery<InferEntity<typeof EmployeeEntity>> {
  return {
    regionCode,
    ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
    ...(active === null ? {} : { active }),
    ...(statuses === null ? {} : { status: { $in: [...statuses] } }),
    ...(nameHolds === null ? {} : { name: { $ilike: `%${nameHolds.replaceAll(/[\\%_]/g, '\\$&')}%` } }),
  };
}
