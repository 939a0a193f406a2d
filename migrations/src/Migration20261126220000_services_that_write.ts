import { Migration } from '@mikro-orm/migrations';

const READ_SCOPES = `'UNITS', 'PEOPLE', 'NIP', 'SCORES', 'PREDICATES'`;
const KNOWS_NAMES = `'LEADERSHIP', 'SCORES', 'OBSERVER', 'PEOPLE', 'PREDICATES', 'ADMINISTRATOR'`;

/**
 * Services may also write: employees and units (PROVISION), what machines counted (COUNTERS). Who provisions people
 * has to find them again, and so knows their names and posts.
 */
export class Migration20261126220000_services_that_write extends Migration {
  override up(): void {
    this.allowScopes(`${READ_SCOPES}, 'PROVISION', 'COUNTERS'`);
    this.tellNames(`${KNOWS_NAMES}, 'PROVISION'`, `'OBSERVER', 'PEOPLE', 'PREDICATES', 'PROVISION'`);
  }

  override down(): void {
    this.tellNames(KNOWS_NAMES, `'OBSERVER', 'PEOPLE', 'PREDICATES'`);
    this.addSql(`delete from service_token where scopes && array['PROVISION', 'COUNTERS']`);
    this.allowScopes(READ_SCOPES);
  }

  private allowScopes(scopes: string): void {
    this.addSql(`
      alter table service_token drop constraint service_token_scopes_check,
        add constraint service_token_scopes_check check (scopes <@ array[${scopes}] and cardinality(scopes) > 0)`);
  }

  private tellNames(everywhere: string, ofUnits: string): void {
    this.addSql(`
      create or replace function people_known_to(kind text, region text, actor uuid) returns uuid[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        was text := coalesce(current_setting('pantau.kind', true), '');
        found uuid[];
      begin
        perform set_config('pantau.kind', 'SYSTEM', true);
        found := (
          with above as (
            select appraiser_id as id from reporting_line
              where region_code = $2 and employee_id = employee_of($1, $2, $3) and appraiser_id is not null)
          select coalesce(array_agg(distinct id), '{}') from (
            select unnest(people_seen_by($1, $2, $3)) as id
            union all select id from above
            union all select l.appraiser_id from reporting_line l
              join above on above.id = l.employee_id where l.region_code = $2 and l.appraiser_id is not null
            union all select e.id from employee e
              where e.region_code = $2 and e.unit_id = any(units_of($1, $2, $3, array[${ofUnits}]))
          ) people);
        perform set_config('pantau.kind', was, true);
        return found;
      end $$`);
    const tables = {
      employee: 'id',
      assignment: 'employee_id',
      leave: 'employee_id',
      reporting_line: 'employee_id',
    };
    for (const [table, person] of Object.entries(tables)) {
      this.addSql(`
        alter policy ${table}_seen on ${table} using ((select is_system()) or (region_code = (select acting('region'))
          and ((select acting_everywhere(array[${everywhere}])) or ${person} = any((select known_people())::uuid[]))))`);
    }
  }
}
