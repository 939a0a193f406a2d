import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/**
 * Who may sign in, with which rights; paired walls and tokens of services; and row level security as the second net
 * behind the API's own guard: the database works out by itself, from the same grants, whom an actor may see.
 */
export class Migration20261125110000_who_may_see extends Migration {
  override up(): void {
    this.addSql(`
      create table account (
        region_code text not null,
        id uuid not null,
        login text not null,
        name text not null,
        employee_id uuid null,
        state text not null,
        demo boolean not null default false,
        password_hash text null,
        second_factor bytea null,
        second_factor_on boolean not null default false,
        second_factor_step bigint null,
        recovery_hashes text[] not null,
        oidc_issuer text null,
        oidc_subject text null,
        created_at timestamptz not null,
        created_by text not null,
        constraint account_pkey primary key (region_code, id),
        constraint account_login_unique unique (region_code, login),
        constraint account_employee_unique unique (region_code, employee_id),
        constraint account_oidc_unique unique (region_code, oidc_issuer, oidc_subject),
        constraint account_region_code_foreign foreign key (region_code) references region (region_code),
        constraint account_employee_foreign foreign key (region_code, employee_id) references employee (region_code, id),
        constraint account_state_check check (state in ('INVITED', 'ACTIVE', 'LOCKED')),
        constraint account_login_check check (login !~ '^[0-9]{18}$')
      )`);
    this.addSql(`
      create table role_grant (
        region_code text not null,
        id uuid not null,
        account_id uuid not null,
        role text not null,
        unit_id uuid null,
        granted_at timestamptz not null,
        granted_by text not null,
        revoked_at timestamptz null,
        revoked_by text null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        revoked_in uuid not null default '00000000-0000-0000-0000-000000000000',
        constraint role_grant_pkey primary key (region_code, id),
        constraint role_grant_account_foreign foreign key (region_code, account_id) references account (region_code, id),
        constraint role_grant_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint role_grant_role_check check
          (role in ('EMPLOYEE', 'OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'))
      )`);
    this.addSql(`create index role_grant_account_index on role_grant (region_code, account_id, id)
      where revoked_at is null`);
    this.addSql(`
      create table session (
        region_code text not null,
        id uuid not null,
        token_hash bytea not null,
        account_id uuid not null,
        second_factor boolean not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_seen_at timestamptz not null,
        ended_at timestamptz null,
        constraint session_pkey primary key (region_code, id),
        constraint session_token_hash_unique unique (region_code, token_hash),
        constraint session_account_foreign foreign key (region_code, account_id) references account (region_code, id)
      )`);
    this.addSql(
      `create index session_account_index on session (region_code, account_id, id) where ended_at is null`,
    );
    // A code may come before there is a region: the one that opens it. Hence no foreign key.
    this.addSql(`
      create table one_time_code (
        region_code text not null,
        code_hash bytea not null,
        purpose text not null,
        account_id uuid null,
        expires_at timestamptz not null,
        used_at timestamptz null,
        constraint one_time_code_pkey primary key (region_code, code_hash),
        constraint one_time_code_purpose_check check (purpose in ('SET_UP', 'INVITATION'))
      )`);
    this.addSql(`
      create table wall_device (
        region_code text not null,
        id uuid not null,
        name text not null,
        token_hash bytea null,
        unit_ids uuid[] null,
        level text not null,
        paired_at timestamptz not null,
        paired_by text not null,
        last_seen_at timestamptz null,
        revoked_at timestamptz null,
        revoked_by text null,
        constraint wall_device_pkey primary key (region_code, id),
        constraint wall_device_token_hash_unique unique (region_code, token_hash),
        constraint wall_device_region_code_foreign foreign key (region_code) references region (region_code),
        constraint wall_device_level_check check (level in ('OFFICE', 'VISITORS'))
      )`);
    this.addSql(`
      create table pairing (
        region_code text not null,
        code_hash bytea not null,
        poll_hash bytea not null,
        network_hash bytea not null,
        expires_at timestamptz not null,
        device_id uuid null,
        claimed_at timestamptz null,
        constraint pairing_pkey primary key (region_code, code_hash),
        constraint pairing_poll_hash_unique unique (region_code, poll_hash),
        constraint pairing_region_code_foreign foreign key (region_code) references region (region_code),
        constraint pairing_device_foreign foreign key (region_code, device_id) references wall_device (region_code, id)
      )`);
    this.addSql(`
      create table service_token (
        region_code text not null,
        id uuid not null,
        name text not null,
        token_hash bytea not null,
        previous_token_hash bytea null,
        previous_until timestamptz null,
        unit_ids uuid[] null,
        scopes text[] not null,
        quota_per_hour int not null,
        created_at timestamptz not null,
        created_by text not null,
        expires_at timestamptz not null,
        last_used_at timestamptz null,
        revoked_at timestamptz null,
        revoked_by text null,
        constraint service_token_pkey primary key (region_code, id),
        constraint service_token_hash_unique unique (region_code, token_hash),
        constraint service_token_previous_hash_unique unique (region_code, previous_token_hash),
        constraint service_token_region_code_foreign foreign key (region_code) references region (region_code),
        constraint service_token_scopes_check check
          (scopes <@ array['UNITS', 'PEOPLE', 'NIP', 'SCORES', 'PREDICATES'] and cardinality(scopes) > 0),
        constraint service_token_quota_check check (quota_per_hour between 1 and 1000000)
      )`);
    // What each service has asked for, hour by hour, by all API processes together.
    this.addSql(`
      create table service_use (
        region_code text not null,
        service_id uuid not null,
        hour timestamptz not null,
        requests int not null,
        constraint service_use_pkey primary key (region_code, service_id, hour),
        constraint service_use_service_foreign foreign key (region_code, service_id)
          references service_token (region_code, id)
      )`);
    // Moves whenever anybody's rights may have: what is kept of them in memory holds for one number only.
    this.addSql(`
      create table access_version (
        region_code text not null,
        version bigint not null default 0,
        constraint access_version_pkey primary key (region_code),
        constraint access_version_region_code_foreign foreign key (region_code) references region (region_code)
      )`);
    this.addSql(`insert into access_version (region_code) select region_code from region`);
    this.addSql(
      `create index reporting_line_appraiser_index on reporting_line (region_code, appraiser_id, employee_id)`,
    );
    this.secondNet();
  }

  /** Row level security: functions that know the actor, and a policy for each table. */
  private secondNet(): void {
    // Readers never write, whatever they are asked to. A server on which the role cannot be made does without: there
    // the policies hold for the owner of the tables too.
    this.addSql(`
      do $$ begin
        create role pantau_reader nologin;
      exception
        when duplicate_object or unique_violation or insufficient_privilege then null;
      end $$`);
    this.addSql(`
      create function acting(text) returns text language sql stable parallel safe as $$
        select coalesce(current_setting('pantau.' || $1, true), '')
      $$`);
    this.addSql(`
      create function acting_id() returns uuid language sql stable parallel safe as $$
        select case when acting('kind') in ('PERSON', 'DEVICE', 'SERVICE') then nullif(acting('id'), '')::uuid end
      $$`);
    this.addSql(`
      create function is_system() returns boolean language sql stable parallel safe as $$
        select acting('kind') = 'SYSTEM'
      $$`);
    // From here on functions read the tables past the policies, or these would ask for themselves: as their owner, and
    // as the system where the owner is held to the policies too. Who asks is an argument, so that the two stay apart.
    // (A SET clause of the function would say it shorter, but only a superuser may write one for a name of our own.)
    const asSystem = (name: string, gives: string, query: string) => {
      const [declared, keep, give] = gives.startsWith('uuid')
        ? [`found ${gives};`, `found := (${query});`, 'return found;']
        : ['', `return query ${query};`, ''];
      this.addSql(`
        create function ${name} returns ${gives} language plpgsql stable security definer
        set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          was text := coalesce(current_setting('pantau.kind', true), '');
          ${declared}
        begin
          perform set_config('pantau.kind', 'SYSTEM', true);
          ${keep}
          perform set_config('pantau.kind', was, true);
          ${give}
        end $$`);
    };
    // The grants of an actor, as roles with the unit that each holds for (null: the whole region).
    asSystem(
      'grants_of(kind text, region text, actor uuid)',
      'table (role text, unit_id uuid)',
      `
        select g.role, g.unit_id from role_grant g
          join account a on a.region_code = g.region_code and a.id = g.account_id and a.state = 'ACTIVE'
          where $1 = 'PERSON' and g.region_code = $2 and g.account_id = $3 and g.revoked_at is null
        union all
        select scope, unit from service_token s
          cross join unnest(s.scopes) scope cross join unnest(coalesce(s.unit_ids, array[null::uuid])) unit
          where $1 = 'SERVICE' and s.region_code = $2 and s.id = $3 and s.revoked_at is null
        union all
        select 'WALL', unit from wall_device d cross join unnest(coalesce(d.unit_ids, array[null::uuid])) unit
          where $1 = 'DEVICE' and d.region_code = $2 and d.id = $3 and d.revoked_at is null`,
    );
    asSystem(
      'units_of(kind text, region text, actor uuid, roles text[])',
      'uuid[]',
      `
        select coalesce(array_agg(distinct u.id), '{}') from grants_of($1, $2, $3) g
          join org_unit u on u.region_code = $2 and g.unit_id = any(u.path)
          where g.role = any($4)`,
    );
    asSystem(
      'employee_of(kind text, region text, actor uuid)',
      'uuid',
      `
        select employee_id from account where $1 = 'PERSON' and region_code = $2 and id = $3 and state = 'ACTIVE'`,
    );
    // Who is appraised by one of these today: of the lines that have begun, the last; of one day, the last recorded.
    asSystem(
      'appraised_by(region text, appraisers uuid[])',
      'setof uuid',
      `
        select candidate.employee_id from (
          select distinct employee_id from reporting_line where region_code = $1 and appraiser_id = any($2)) candidate
          cross join lateral (
            select appraiser_id from reporting_line l
              where l.region_code = $1 and l.employee_id = candidate.employee_id
                and l.starts_on <= (now() at time zone 'Asia/Jakarta')::date
              order by l.starts_on desc, l.recorded_at desc, l.id desc limit 1) today
          where today.appraiser_id = any($2)`,
    );
    // People whose work an actor may look at: the own one, who is appraised, whose objections are ruled on, and units.
    asSystem(
      'people_seen_by(kind text, region text, actor uuid)',
      'uuid[]',
      `
        with own as (select employee_of($1, $2, $3) as id),
          staff as (select appraised_by($2, array[id]) as id from own where id is not null),
          below as (select appraised_by($2, array(select id from staff)) as id)
        select coalesce(array_agg(distinct id), '{}') from (
          select id from own where id is not null
          union all select id from staff
          union all select id from below
          union all select e.id from employee e
            where e.region_code = $2 and e.unit_id = any(units_of($1, $2, $3, array['LEADERSHIP', 'SCORES']))
        ) people`,
    );
    // People whose name and post an actor may know: also who appraises them and rules, and those to observe.
    asSystem(
      'people_known_to(kind text, region text, actor uuid)',
      'uuid[]',
      `
        with above as (
          select appraiser_id as id from reporting_line
            where region_code = $2 and employee_id = employee_of($1, $2, $3) and appraiser_id is not null)
        select coalesce(array_agg(distinct id), '{}') from (
          select unnest(people_seen_by($1, $2, $3)) as id
          union all select id from above
          union all select l.appraiser_id from reporting_line l
            join above on above.id = l.employee_id where l.region_code = $2 and l.appraiser_id is not null
          union all select e.id from employee e
            where e.region_code = $2 and e.unit_id = any(units_of($1, $2, $3, array['OBSERVER', 'PEOPLE', 'PREDICATES']))
        ) people`,
    );
    // Units whose figures an actor may see: those granted, and the own one with those above it.
    asSystem(
      'units_seen_by(kind text, region text, actor uuid)',
      'uuid[]',
      `
        select units_of($1, $2, $3,
          array['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR', 'UNITS', 'WALL']) || coalesce((
          select u.path from employee e
            join org_unit u on u.region_code = e.region_code and u.id = e.unit_id
            where e.region_code = $2 and e.id = employee_of($1, $2, $3)), '{}')`,
    );
    // What became of a confirmation. Whoever may see it is told, also where the score beside it is not theirs to see.
    asSystem(
      'confirmation_now(region text, confirmation uuid)',
      'table (stale boolean, superseded boolean)',
      `
        select
          (s.value, s.predicate, s.work_rating, s.behaviour_rating, s.policy_version) is distinct from
            (c.score_value, c.proposed, c.proposed_work_rating, c.proposed_behaviour_rating, c.policy_version),
          exists (select 1 from confirmation n where n.region_code = c.region_code and n.employee_id = c.employee_id
            and n.period_code = c.period_code and n.id > c.id)
          from confirmation c
          join employee_score s on s.region_code = c.region_code and s.employee_id = c.employee_id
            and s.period_code = c.period_code
          where c.region_code = $1 and c.id = $2`,
    );
    for (const [name, gives, call] of [
      ['seen_people()', 'uuid[]', `people_seen_by(acting('kind'), acting('region'), acting_id())`],
      ['known_people()', 'uuid[]', `people_known_to(acting('kind'), acting('region'), acting_id())`],
      ['acting_employee()', 'uuid', `employee_of(acting('kind'), acting('region'), acting_id())`],
      ['seen_units()', 'uuid[]', `units_seen_by(acting('kind'), acting('region'), acting_id())`],
      ['granted_units(text[])', 'uuid[]', `units_of(acting('kind'), acting('region'), acting_id(), $1)`],
    ]) {
      // Not in SQL, which would be planned anew inside each statement that meets a policy.
      this.addSql(
        `create function ${name} returns ${gives} language plpgsql stable as $$ begin return ${call}; end $$`,
      );
    }

    // Asked for each table of each statement. Who acts is worked out once and handed over as plain values: as arguments
    // of the call they would be worked out anew inside it, which takes longer than the question itself.
    this.addSql(`
      create function acting_everywhere(text[]) returns boolean language plpgsql stable as $$
      declare
        kind text := acting('kind');
        region text := acting('region');
        actor uuid := acting_id();
      begin
        return exists (select 1 from grants_of(kind, region, actor) as granted
          where granted.role = any($1) and granted.unit_id is null);
      end $$`);

    const policy = (table: string, using: string) => {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(holdOwnerWithoutReaders(table));
      this.addSql(`create policy ${table}_seen on ${table} using (${using})`);
    };
    const EVERYWHERE = {
      work: `array['LEADERSHIP', 'SCORES']`,
      names: `array['LEADERSHIP', 'SCORES', 'OBSERVER', 'PEOPLE', 'PREDICATES', 'ADMINISTRATOR']`,
      units: `array['LEADERSHIP', 'OBSERVER', 'FACILITATOR', 'AUDITOR', 'ADMINISTRATOR', 'UNITS', 'WALL']`,
    };
    const here = `region_code = (select acting('region'))`;
    const system = '(select is_system())';
    const seen = (everywhere: string, people: string, column: string) =>
      `${system} or (${here} and ((select acting_everywhere(${everywhere})) or ${column} = any((select ${people}())::uuid[])))`;

    policy('region', 'true');
    for (const table of [
      'org_unit',
      'indicator',
      'period',
      'period_change',
      'scoring_policy',
      'calendar_day',
      'stream_head',
      'access_version',
    ]) {
      policy(table, `${system} or (${here} and (select acting_id()) is not null)`);
    }
    policy('employee', seen(EVERYWHERE.names, 'known_people', 'id'));
    for (const table of ['assignment', 'leave', 'reporting_line']) {
      policy(table, seen(EVERYWHERE.names, 'known_people', 'employee_id'));
    }
    for (const table of [
      'target',
      'target_version',
      'measurement',
      'employee_score',
      'placement',
      'contest',
    ]) {
      policy(table, seen(EVERYWHERE.work, 'seen_people', 'employee_id'));
    }
    policy(
      'observation',
      `${seen(EVERYWHERE.work, 'seen_people', 'employee_id')} or (${here} and recorded_by = (select acting('id')))`,
    );
    policy(
      'confirmation',
      seen(`array['LEADERSHIP', 'SCORES', 'PREDICATES']`, 'seen_people', 'employee_id') +
        ` or (${here} and employee_id in (select e.id from employee e where e.region_code = confirmation.region_code
          and e.unit_id = any((select granted_units(array['PREDICATES']))::uuid[])))
         or (${here} and recorded_by = (select acting('id')))`,
    );
    policy(
      'ruling',
      `exists (select 1 from contest c where c.region_code = ruling.region_code and c.id = ruling.contest_id)`,
    );
    policy('unit_score', seen(EVERYWHERE.units, 'seen_units', 'unit_id'));
    // What a wall tells of the latest happenings; no change about a person is for readers.
    policy(
      'change_log',
      `${system} or (${here} and kind = 'UnitScoresChanged' and ((select acting_everywhere(${EVERYWHERE.units}))
        or (payload -> 'happening' ->> 'unitId')::uuid = any((select seen_units())::uuid[])))`,
    );
    policy('idempotency', system);
    const administered = (own: string) =>
      `${system} or (${here} and ((select acting_everywhere(array['ADMINISTRATOR'])) or ${own}))`;
    policy('account', administered(`id = (select acting_id())`));
    policy('role_grant', administered(`account_id = (select acting_id())`));
    policy('session', administered(`account_id = (select acting_id())`));
    policy('wall_device', administered(`id = (select acting_id())`));
    policy('service_token', administered(`id = (select acting_id())`));
    policy('service_use', administered(`service_id = (select acting_id())`));
    policy('one_time_code', system);
    policy('sign_in_failure', system);
    policy('pairing', system);
    // Auditors read the trail; everybody reads who looked at their own data, and nothing else of that look.
    const audited = (own: string) =>
      `${system} or (${here} and ((select acting_everywhere(array['AUDITOR'])) or ${own}))`;
    policy('audit_head', audited('false'));
    policy('audit_detail', audited('false'));
    policy('audit_subject', audited('employee_id = (select acting_employee())'));
    policy(
      'audit_entry',
      audited(`exists (select 1 from audit_subject s where s.region_code = audit_entry.region_code
        and s.seq = audit_entry.seq and s.employee_id = (select acting_employee()))`),
    );
    this.addSql(`
      do $$ begin
        grant select on all tables in schema public to pantau_reader;
        alter default privileges in schema public grant select on tables to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    for (const table of [
      'access_version',
      'service_use',
      'service_token',
      'pairing',
      'wall_device',
      'one_time_code',
      'session',
      'role_grant',
      'account',
    ]) {
      this.addSql(`drop table ${table}`);
    }
    for (const table of SECURED_BEFORE) {
      this.addSql(`drop policy ${table}_seen on ${table}`);
      this.addSql(`alter table ${table} no force row level security, disable row level security`);
    }
    this.addSql(`drop index reporting_line_appraiser_index`);
    for (const signature of [
      'acting_everywhere(text[])',
      'granted_units(text[])',
      'acting_employee()',
      'seen_units()',
      'known_people()',
      'seen_people()',
      'units_seen_by(text, text, uuid)',
      'people_known_to(text, text, uuid)',
      'people_seen_by(text, text, uuid)',
      'appraised_by(text, uuid[])',
      'employee_of(text, text, uuid)',
      'units_of(text, text, uuid, text[])',
      'grants_of(text, text, uuid)',
      'confirmation_now(text, uuid)',
      'is_system()',
      'acting_id()',
      'acting(text)',
    ]) {
      this.addSql(`drop function ${signature}`);
    }
  }
}

/** Tables that were there before and got a policy. */
const SECURED_BEFORE = [
  'region',
  'org_unit',
  'indicator',
  'period',
  'period_change',
  'scoring_policy',
  'calendar_day',
  'stream_head',
  'employee',
  'assignment',
  'leave',
  'reporting_line',
  'target',
  'target_version',
  'measurement',
  'employee_score',
  'placement',
  'contest',
  'observation',
  'confirmation',
  'ruling',
  'unit_score',
  'change_log',
  'idempotency',
  'sign_in_failure',
  'audit_head',
  'audit_detail',
  'audit_subject',
  'audit_entry',
];
