import { Migration } from '@mikro-orm/migrations';

/** Whoever appraised on the last day of a closed period sees the person until the period is confirmed. */
const TO_JUDGE = `
          union all select s.employee_id from own
            join period p on p.region_code = $2 and p.state = 'CLOSED'
            join employee_score s on s.region_code = p.region_code and s.period_code = p.code
              and s.employee_id in (select employee_id from reporting_line where region_code = $2 and appraiser_id = own.id)
            where (
              select l.appraiser_id from reporting_line l where l.region_code = $2 and l.employee_id = s.employee_id
                and l.starts_on <= p.ends_on order by l.starts_on desc, l.recorded_at desc, l.id desc limit 1) = own.id`;

/** As it was made, with more people where they are given. */
const peopleSeen = (more = '') => `
  create or replace function people_seen_by(kind text, region text, actor uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  #variable_conflict use_column
  declare
    was text := coalesce(current_setting('pantau.kind', true), '');
    found uuid[];
  begin
    perform set_config('pantau.kind', 'SYSTEM', true);
    found := (
        with own as (select employee_of($1, $2, $3) as id),
          staff as (select appraised_by($2, array[id]) as id from own where id is not null),
          below as (select appraised_by($2, array(select id from staff)) as id)
        select coalesce(array_agg(distinct id), '{}') from (
          select id from own where id is not null
          union all select id from staff
          union all select id from below${more}
          union all select e.id from employee e
            where e.region_code = $2 and e.unit_id = any(units_of($1, $2, $3, array['LEADERSHIP', 'SCORES']))
        ) people);
    perform set_config('pantau.kind', was, true);
    return found;
  end $$`;

export class Migration20261127130000_who_gives_the_verdict extends Migration {
  override up(): void {
    this.addSql(peopleSeen(TO_JUDGE));
  }

  override down(): void {
    this.addSql(peopleSeen());
  }
}
