import { AUDIENCE, AUDIENCE_OF_ROLE } from '../../domain/access/audience.js';
import type { Role } from '../../domain/access/role.js';
import { toScope, type Scope } from '../../domain/access/scope.js';
import type { Sql } from '../../platform/database/sql.js';
import { appraiserOnSql } from '../employees/appraiser-on.sql.js';

/** What somebody is to people and units by their own record and by the reporting lines. */
const BY_RECORD = {
  SELF: AUDIENCE.SELF,
  MEMBER: AUDIENCE.MEMBER,
  APPRAISER: AUDIENCE.APPRAISER,
  LAST_APPRAISER: AUDIENCE.LAST_APPRAISER,
  REVIEW: AUDIENCE.REVIEW,
  SUPERIOR: AUDIENCE.SUPERIOR,
} as const;

type RelationRow = {
  readonly relation: Role | keyof typeof BY_RECORD;
  readonly employee_id: string | null;
  readonly unit_id: string | null;
};

const PERSON = AUDIENCE.PUBLIC | AUDIENCE.ACCOUNT | AUDIENCE.OFFICE | AUDIENCE.SIGNED_IN;

/** What a person is to every row of the region on a day: from the own record, reporting lines and grants. */
export async function loadPersonScope(
  sql: Sql,
  regionCode: string,
  accountId: string,
  employeeId: string | null,
  today: string,
): Promise<Scope> {
  const rows = await sql.rows<RelationRow>(RELATIONS, [regionCode, accountId, employeeId, today]);
  return toScope(
    PERSON,
    rows.map(({ relation, employee_id, unit_id }) => ({
      audience:
        relation in BY_RECORD
          ? BY_RECORD[relation as keyof typeof BY_RECORD]
          : AUDIENCE_OF_ROLE[relation as Role],
      employeeId: employee_id ?? undefined,
      unitId: unit_id ?? undefined,
    })),
  );
}

const RELATIONS = `
  with granted as (
    select role, unit_id from role_grant where region_code = $1 and account_id = $2 and revoked_at is null
  ), named_lines as (
    select distinct employee_id from reporting_line where region_code = $1 and appraiser_id = $3
  ), staff as (
    select employee_id from named_lines n where ${appraiserOnSql('n.employee_id', '$4')} = $3 and employee_id <> $3
  ), to_judge as (
    select distinct s.employee_id from period p
    join employee_score s on s.region_code = p.region_code and s.period_code = p.code
      and s.employee_id in (select employee_id from named_lines) and s.employee_id <> $3
    where p.region_code = $1 and p.state = 'CLOSED' and ${appraiserOnSql('s.employee_id', 'p.ends_on')} = $3
  ), below as (
    select distinct employee_id from reporting_line n where region_code = $1
      and appraiser_id in (select employee_id from staff) and employee_id <> $3
      and ${appraiserOnSql('n.employee_id', '$4')} in (select employee_id from staff)
  ), above as (
    select appraiser_id from reporting_line where region_code = $1 and employee_id = $3 and appraiser_id is not null
  )
  select role as relation, null::uuid as employee_id, null::uuid as unit_id from granted where unit_id is null
  union all
  select g.role, null, u.id from granted g join org_unit u on u.region_code = $1 and g.unit_id = any(u.path)
  union all
  select g.role, e.id, null from granted g
    join org_unit u on u.region_code = $1 and g.unit_id = any(u.path)
    join employee e on e.region_code = $1 and e.unit_id = u.id
    where g.role in ('OBSERVER', 'LEADERSHIP')
  union all
  select 'SELF', $3::uuid, null where $3::uuid is not null
  union all
  select 'MEMBER', null, unnest(u.path) from employee e
    join org_unit u on u.region_code = e.region_code and u.id = e.unit_id
    where e.region_code = $1 and e.id = $3
  union all
  select 'APPRAISER', employee_id, null from staff
  union all
  select 'LAST_APPRAISER', employee_id, null from to_judge
  union all
  select 'REVIEW', employee_id, null from below
  union all
  select 'SUPERIOR', appraiser_id, null from above
  union all
  select 'SUPERIOR', l.appraiser_id, null from reporting_line l
    where l.region_code = $1 and l.employee_id in (select appraiser_id from above) and l.appraiser_id is not null
      and l.appraiser_id is distinct from $3`;
