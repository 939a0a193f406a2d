import type { EntityManager } from '@mikro-orm/postgresql';
import type { ScimFilter, ScimValue } from '../../../domain/integration/scim-filter.js';
import type { EmploymentStatus } from '../../../domain/people/nip.js';
import { sqlOf } from '../../../platform/database/sql.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { appraiserOnSql } from '../../employees/appraiser-on.sql.js';

/** Somebody as a program that provisions people is shown them. */
export interface ScimPerson {
  readonly id: string;
  readonly nip: string;
  readonly name: string;
  readonly status: EmploymentStatus;
  readonly unitCode: string;
  readonly position: string;
  readonly active: boolean;
  readonly externalId: string | null;
  /** First day of the regular appointment, 'YYYY-MM-DD'; null where none is known. */
  readonly since: string | null;
  /** Who appraises them today. */
  readonly managerId: string | null;
}

/** Which of them, and from which on. */
export interface ScimQuestion {
  readonly filter: ScimFilter | null;
  /** From 0. */
  readonly offset: number;
  readonly limit: number;
}

/** The questions of SCIM. Every answer is of one region; whom the program has let go of is in none. */
export interface ScimUserStore {
  get(id: string, today: string): Promise<ScimPerson | null>;
  /**
   * In the order in which they were added, and how many there are in all.
   * @returns null where the filter compares what cannot be compared
   */
  page(question: ScimQuestion, today: string): Promise<{ people: ScimPerson[]; total: number } | null>;
}

export interface HasScimUsers {
  readonly scimUsers: ScimUserStore;
}

/** What the first day of an appointment is where nobody knows it. */
const ALWAYS = '0001-01-01';

/** The rest of a row, asked for those of the page alone; $1 is the region, $2 today. */
const SHOWN = `select e.id, e.nip, e.name, e.status, u.code as "unitCode", e.position_title as position, e.active,
    e.external_id as "externalId",
    (select nullif(a.starts_on::text, '${ALWAYS}') from assignment a
      where a.region_code = e.region_code and a.employee_id = e.id and a.kind = 'REGULAR' and a.starts_on <= $2::date
      order by a.starts_on desc, a.recorded_at desc, a.id desc limit 1) as since,
    ${appraiserOnSql('e.id', '$2::date')} as "managerId"`;
const FROM = `from employee e join org_unit u on u.region_code = e.region_code and u.id = e.unit_id`;

export function createScimUserStore(em: EntityManager, regionCode: string): ScimUserStore {
  const sql = sqlOf(em);
  return {
    async get(id, today) {
      if (!isUuid(id)) return null;
      const rows = await sql.rows<ScimPerson>(
        `${SHOWN} ${FROM} where e.region_code = $1 and e.id = $3 and e.deprovisioned_at is null`,
        [regionCode, today, id],
      );
      return rows[0] ?? null;
    },
    async page({ filter, offset, limit }, today) {
      const values: unknown[] = [regionCode, today];
      const condition = filter === null ? 'true' : conditionOf(filter, values);
      if (condition === null) return null;
      const slice = [offset, limit].map((number) => `$${values.push(number)}::int`);
      const rows = await sql.rows<{ total: number; people: ScimPerson[] | null }>(
        `with found as materialized (
           select e.id ${FROM} where e.region_code = $1 and e.deprovisioned_at is null and (${condition})
         ), page as (select id from found order by id offset ${slice[0]} limit ${slice[1]})
         select (select count(*)::int from found) as total,
           (select json_agg(shown order by shown.id) from (
              ${SHOWN} ${FROM} join page on page.id = e.id where e.region_code = $1) shown) as people`,
        values,
      );
      return { total: rows[0]?.total ?? 0, people: rows[0]?.people ?? [] };
    },
  };
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:user:';

/** Texts that a filter may compare. Those that are told apart by case say so. */
const TEXTS: Readonly<Record<string, { readonly column: string; readonly exact: boolean }>> = {
  username: { column: 'e.nip', exact: true },
  externalid: { column: 'e.external_id', exact: true },
  displayname: { column: 'e.name', exact: false },
  'name.formatted': { column: 'e.name', exact: false },
  title: { column: 'e.position_title', exact: false },
  usertype: { column: 'e.status', exact: false },
  [`${ENTERPRISE}employeenumber`]: { column: 'e.nip', exact: true },
  [`${ENTERPRISE}department`]: { column: 'u.code', exact: true },
};
const SIGNS = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** The condition that a filter is, with its values behind those that are there; null where it cannot be asked. */
function conditionOf(filter: ScimFilter, values: unknown[]): string | null {
  if (filter.kind === 'not') {
    const of = conditionOf(filter.of, values);
    return of && `(${of}) is not true`;
  }
  if (filter.kind === 'and' || filter.kind === 'or') {
    const of = filter.of.map((one) => conditionOf(one, values));
    return of.includes(null) ? null : `(${of.join(` ${filter.kind} `)})`;
  }
  const attribute = filter.attribute.startsWith(CORE)
    ? filter.attribute.slice(CORE.length)
    : filter.attribute;
  const text = TEXTS[attribute];
  if (filter.kind === 'present') {
    if (attribute === 'id' || attribute === 'active') return 'true';
    return text === undefined ? null : `${text.column} is not null`;
  }
  const { by, value } = filter;
  const put = (one: ScimValue) => `$${values.push(one)}`;
  if (attribute === 'active') return ofActive(by, value);
  if (attribute === 'id') {
    if (typeof value !== 'string' || !(by === 'eq' || by === 'ne')) return null;
    const isIt = isUuid(value) ? `e.id = ${put(value)}::uuid` : 'false';
    return by === 'eq' ? isIt : `not (${isIt})`;
  }
  if (text === undefined) return null;
  if (value === null)
    return by === 'eq' ? `${text.column} is null` : by === 'ne' ? `${text.column} is not null` : null;
  if (typeof value !== 'string') return null;
  const column = text.exact ? text.column : `lower(${text.column})`;
  const given = text.exact ? `${put(value)}::text` : `lower(${put(value)}::text)`;
  switch (by) {
    case 'ne':
      return `${column} is distinct from ${given}`;
    case 'co':
      return `position(${given} in ${column}) > 0`;
    case 'sw':
      return `starts_with(${column}, ${given})`;
    case 'ew':
      return `right(${column}, length(${given})) = ${given}`;
    case 'eq':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return `${column} ${SIGNS[by]} ${given}`;
  }
}

/** Entra ID sends truth values as texts. */
function ofActive(by: string, value: ScimValue): string | null {
  const word = String(value).toLowerCase();
  if (!(by === 'eq' || by === 'ne') || !(word === 'true' || word === 'false')) return null;
  return (word === 'true') === (by === 'eq') ? 'e.active' : 'not e.active';
}
