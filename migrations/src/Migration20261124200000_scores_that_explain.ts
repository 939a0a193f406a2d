import { Migration } from '@mikro-orm/migrations';

/**
 * Policies as data, behaviour, days served, period states, contests and confirmations; and, beside each input of a
 * score that can change, when it was recorded, so that any view of the past can be drawn again.
 */
export class Migration20261124200000_scores_that_explain extends Migration {
  override up(): void {
    this.addSql(`
      create table scoring_policy (
        region_code text not null,
        version text not null,
        state text not null,
        based_on text null,
        numbers jsonb not null,
        note text not null,
        created_at timestamptz not null,
        created_by text not null,
        effective_from date null,
        signed_at timestamptz null,
        signed_by text null,
        signing_note text null,
        constraint scoring_policy_pkey primary key (region_code, version),
        constraint scoring_policy_region_code_foreign foreign key (region_code) references region (region_code),
        constraint scoring_policy_state_check check (state in ('DRAFT', 'SIGNED', 'DROPPED')),
        constraint scoring_policy_signed_check check (
          (state = 'SIGNED') = (effective_from is not null and signed_at is not null and signed_by is not null))
      )`);
    this.addSql(`create index scoring_policy_effective_index on scoring_policy
      (region_code, effective_from desc, signed_at desc) where state = 'SIGNED'`);
    this.addSql(`
      insert into scoring_policy (region_code, version, state, numbers, note, created_at, created_by, effective_from,
        signed_at, signed_by)
      select region_code, '2026-1', 'SIGNED', '{"attainmentMethod":"POINTS","cap":"120","minimumCoverage":"0.6",
        "bands":{"above":"110","meets":"90","decide":"70"},"shares":{"results":"70","behaviour":"30"},
        "behaviour":{"halfLifeDays":45,"minimumObservations":3,"minimumObservers":2,"minimumValues":4,
        "points":{"below":"60","meets":"100","above":"120"}},"minimumPeople":3,
        "contest":{"days":14,"calendar":"WORKING"},"shownPlaces":2,"weightSets":[]}',
        'The policy with which the product begins.', now(), 'pantau', '0001-01-01', '2020-01-01', 'pantau'
      from region`);
    // What scores name never changes: a signed policy stays as it was signed, and no draft is lost without a trace.
    this.addSql(`
      create function refuse_changing_policy() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.state <> 'DRAFT' then
          raise exception 'a signed or dropped policy never changes' using errcode = 'restrict_violation';
        end if;
        if (new.region_code, new.version, new.based_on, new.numbers, new.note, new.created_at, new.created_by)
          is distinct from (old.region_code, old.version, old.based_on, old.numbers, old.note, old.created_at, old.created_by)
        then
          raise exception 'a draft is signed or dropped as it is' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger scoring_policy_unchanged before update or delete on scoring_policy
      for each row execute function refuse_changing_policy()`);
    this.addSql(`create trigger scoring_policy_no_truncate before truncate on scoring_policy
      for each statement execute function refuse_rewriting_history()`);

    this.addSql(`alter table period add column state text not null default 'OPEN'`);
    this.addSql(`update period set state = case when open then 'OPEN' else 'CLOSED' end`);
    this.addSql(`alter table period drop column open`);
    this.addSql(`alter table period add constraint period_state_check
      check (state in ('OPEN', 'CLOSED', 'CONFIRMED', 'REOPENED'))`);
    this.addSql(`
      create table period_change (
        region_code text not null,
        id uuid not null,
        period_code text not null,
        state text not null,
        reason text null,
        changed_by text not null,
        recorded_at timestamptz not null,
        constraint period_change_pkey primary key (region_code, id),
        constraint period_change_period_foreign foreign key (region_code, period_code) references period (region_code, code)
      )`);
    this.addSql(`create index period_change_period_index on period_change (region_code, period_code, id)`);
    // Whoever adds to a period holds it, sharing it with others; whoever changes its state has it alone. Functions,
    // because a statement sees the record as it was when it began: the state must be read by one that begins after the
    // lock is there, and a function's second statement does, without another round trip.
    this.addSql(`
      create function hold_periods(text, text[], date[]) returns setof period language sql as $$
        select pg_advisory_xact_lock_shared(hashtextextended('period ' || $1 || ' ' || code, 0)) from (
          select code from period where region_code = $1 and (code = any($2) or exists (
            select 1 from unnest($3) day where day between starts_on and ends_on)) order by code) named;
        select * from period where region_code = $1 and (code = any($2) or exists (
          select 1 from unnest($3) day where day between starts_on and ends_on)) order by code
      $$`);
    this.addSql(`
      create function lock_period(text, text) returns setof period language sql as $$
        select pg_advisory_xact_lock(hashtextextended('period ' || $1 || ' ' || $2, 0));
        select * from period where region_code = $1 and code = $2
      $$`);

    this.addSql(`alter table indicator add column kind text not null default 'RESULT'`);
    this.addSql(`alter table indicator add column core_value text null`);
    this.addSql(`alter table indicator add constraint indicator_kind_check
      check (kind in ('RESULT', 'BEHAVIOUR') and (kind = 'BEHAVIOUR') = (core_value is not null))`);

    this.addSql(`alter table target add column ceiling_value numeric(18, 6) null`);
    this.addSql(`alter table target add column role text null`);
    this.addSql(`
      create table target_version (
        region_code text not null,
        id uuid not null default gen_random_uuid(),
        employee_id uuid not null,
        period_code text not null,
        indicator_id uuid not null,
        weight numeric(18, 6) not null,
        floor_value numeric(18, 6) not null,
        target_value numeric(18, 6) not null,
        stretch_value numeric(18, 6) not null,
        ceiling_value numeric(18, 6) null,
        role text null,
        recorded_at timestamptz not null,
        constraint target_version_pkey primary key (region_code, id),
        constraint target_version_target_foreign foreign key (region_code, employee_id, period_code, indicator_id)
          references target (region_code, employee_id, period_code, indicator_id)
      )`);
    this.addSql(`create index target_version_target_index on target_version
      (region_code, employee_id, period_code, indicator_id, recorded_at desc)`);
    this.addSql(`
      insert into target_version (region_code, employee_id, period_code, indicator_id, weight, floor_value,
        target_value, stretch_value, recorded_at)
      select region_code, employee_id, period_code, indicator_id, weight, floor_value, target_value, stretch_value,
        '2020-01-01' from target`);

    this.addSql(`alter table observation add column withdrawn boolean not null default false`);
    this.addSql(`alter table observation add column observer_id uuid null`);
    this.addSql(`alter table observation add column observer text null`);
    this.addSql(`alter table observation disable trigger observation_append_only`);
    this.addSql(`update observation set observer = recorded_by`);
    this.addSql(`alter table observation enable trigger observation_append_only`);
    this.addSql(`alter table observation alter column observer set not null`);
    this.addSql(`alter table observation add column behaviour_code text null`);
    this.addSql(`alter table observation add constraint observation_observer_foreign
      foreign key (region_code, observer_id) references employee (region_code, id)`);
    this.addSql(`alter table observation add constraint observation_withdrawn_check
      check (not withdrawn or supersedes_id is not null)`);

    this.addSql(`alter table measurement add column observers text[] null`);
    this.addSql(`alter table measurement add column weight_total numeric(30, 6) null`);
    this.addSql(`alter table measurement add column weighted_total numeric(30, 6) null`);

    this.addSql(`
      create table assignment (
        region_code text not null,
        id uuid not null default gen_random_uuid(),
        employee_id uuid not null,
        unit_id uuid not null,
        position_title text not null,
        kind text not null,
        starts_on date not null,
        ends_on date null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint assignment_pkey primary key (region_code, id),
        constraint assignment_employee_foreign foreign key (region_code, employee_id) references employee (region_code, id),
        constraint assignment_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint assignment_kind_check check (kind in ('REGULAR', 'ACTING')),
        constraint assignment_span_check check (starts_on <= ends_on)
      )`);
    this.addSql(`create index assignment_employee_index on assignment
      (region_code, employee_id, kind, starts_on, recorded_at desc)`);
    this.addSql(`
      insert into assignment (region_code, employee_id, unit_id, position_title, kind, starts_on, recorded_at, recorded_by)
      select region_code, id, unit_id, position_title, 'REGULAR', '0001-01-01', '2020-01-01', 'pantau' from employee`);

    this.addSql(`
      create table leave (
        region_code text not null,
        id uuid not null default gen_random_uuid(),
        employee_id uuid not null,
        starts_on date not null,
        ends_on date null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint leave_pkey primary key (region_code, id),
        constraint leave_employee_foreign foreign key (region_code, employee_id) references employee (region_code, id),
        constraint leave_span_check check (starts_on <= ends_on)
      )`);
    this.addSql(
      `create index leave_employee_index on leave (region_code, employee_id, starts_on, recorded_at desc)`,
    );

    this.addSql(`
      create table reporting_line (
        region_code text not null,
        id uuid not null default gen_random_uuid(),
        employee_id uuid not null,
        appraiser_id uuid null,
        starts_on date not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint reporting_line_pkey primary key (region_code, id),
        constraint reporting_line_employee_foreign foreign key (region_code, employee_id) references employee (region_code, id),
        constraint reporting_line_appraiser_foreign foreign key (region_code, appraiser_id) references employee (region_code, id)
      )`);
    this.addSql(`create index reporting_line_employee_index on reporting_line
      (region_code, employee_id, starts_on, recorded_at desc)`);

    this.addSql(`
      create table placement (
        region_code text not null,
        employee_id uuid not null,
        period_code text not null,
        unit_id uuid not null,
        days int not null,
        constraint placement_pkey primary key (region_code, employee_id, period_code, unit_id),
        constraint placement_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint placement_days_check check (days > 0)
      )`);
    this.addSql(
      `create index placement_unit_index on placement (region_code, period_code, unit_id, employee_id)`,
    );
    this.addSql(`
      insert into placement (region_code, employee_id, period_code, unit_id, days)
      select s.region_code, s.employee_id, s.period_code, e.unit_id, p.ends_on - p.starts_on + 1
      from employee_score s
      join employee e on e.region_code = s.region_code and e.id = s.employee_id
      join period p on p.region_code = s.region_code and p.code = s.period_code`);

    this.addSql(`alter table employee_score add column work_value numeric(18, 6) null`);
    this.addSql(`alter table employee_score add column work_rating text null`);
    this.addSql(`alter table employee_score add column behaviour_value numeric(18, 6) null`);
    this.addSql(`alter table employee_score add column behaviour_rating text null`);
    this.addSql(`alter table employee_score add column predicate text null`);
    this.addSql(`update employee_score set work_value = value,
      work_rating = case when value >= 110 then 'ABOVE' when value >= 90 then 'MEETS' when value is not null then 'BELOW' end`);
    this.addSql(`alter table unit_score add column days bigint not null default 0`);
    this.addSql(`alter table unit_score add column scored_days bigint not null default 0`);
    this.addSql(
      `alter table unit_score alter column days drop default, alter column scored_days drop default`,
    );
    this.addSql(`
      update unit_score u set days = u.headcount * (p.ends_on - p.starts_on + 1),
        scored_days = u.scored * (p.ends_on - p.starts_on + 1),
        score_total = u.score_total * (p.ends_on - p.starts_on + 1),
        coverage_total = u.coverage_total * (p.ends_on - p.starts_on + 1)
      from period p where p.region_code = u.region_code and p.code = u.period_code`);

    this.addSql(`
      create table contest (
        region_code text not null,
        id uuid not null,
        observation_id uuid not null,
        employee_id uuid not null,
        period_code text not null,
        indicator_id uuid not null,
        reason text not null,
        evidence text[] not null,
        due_on date not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint contest_pkey primary key (region_code, id),
        constraint contest_observation_unique unique (region_code, observation_id),
        constraint contest_observation_foreign foreign key (region_code, observation_id) references observation (region_code, id)
      )`);
    this.addSql(`create index contest_employee_index on contest (region_code, employee_id, period_code, id)`);
    this.addSql(`create index contest_period_index on contest (region_code, period_code, id)`);
    this.addSql(`
      create table ruling (
        region_code text not null,
        contest_id uuid not null,
        decision text not null,
        value numeric(18, 6) null,
        note text not null,
        ruled_by uuid not null,
        observation_id uuid null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint ruling_pkey primary key (region_code, contest_id),
        constraint ruling_contest_foreign foreign key (region_code, contest_id) references contest (region_code, id),
        constraint ruling_observation_foreign foreign key (region_code, observation_id) references observation (region_code, id),
        constraint ruling_decision_check check (decision in ('REJECTED', 'WITHDRAWN', 'AMENDED')),
        constraint ruling_value_check check ((decision = 'AMENDED') = (value is not null)
          and (decision = 'REJECTED') = (observation_id is null))
      )`);

    this.addSql(`
      create table confirmation (
        region_code text not null,
        id uuid not null,
        employee_id uuid not null,
        period_code text not null,
        work_rating text not null,
        behaviour_rating text not null,
        predicate text not null,
        note text not null,
        appraiser_id uuid not null,
        proposed text null,
        proposed_work_rating text null,
        proposed_behaviour_rating text null,
        score_value numeric(18, 6) null,
        policy_version text not null,
        supersedes_id uuid null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint confirmation_pkey primary key (region_code, id),
        constraint confirmation_score_foreign foreign key (region_code, employee_id, period_code)
          references employee_score (region_code, employee_id, period_code),
        constraint confirmation_appraiser_foreign foreign key (region_code, appraiser_id) references employee (region_code, id)
      )`);
    this.addSql(
      `create index confirmation_employee_index on confirmation (region_code, employee_id, period_code, id desc)`,
    );
    this.addSql(
      `create index confirmation_period_index on confirmation (region_code, period_code, employee_id, id desc)`,
    );

    this.addSql(`
      create table calendar_day (
        region_code text not null,
        day date not null,
        working boolean not null,
        name text not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint calendar_day_pkey primary key (region_code, day),
        constraint calendar_day_region_code_foreign foreign key (region_code) references region (region_code)
      )`);

    for (const table of APPEND_ONLY) {
      this.addSql(`create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_rewriting_history()`);
      this.addSql(`create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function refuse_rewriting_history()`);
    }
  }

  override down(): void {
    for (const table of [
      'calendar_day',
      'confirmation',
      'ruling',
      'contest',
      'placement',
      'reporting_line',
      'leave',
      'assignment',
      'target_version',
      'period_change',
      'scoring_policy',
    ]) {
      this.addSql(`drop table ${table}`);
    }
    this.addSql(`drop function refuse_changing_policy()`);
    this.addSql(`drop function hold_periods(text, text[], date[])`);
    this.addSql(`drop function lock_period(text, text)`);
    this.addSql(`
      update unit_score u set score_total = u.score_total / (p.ends_on - p.starts_on + 1),
        coverage_total = u.coverage_total / (p.ends_on - p.starts_on + 1)
      from period p where p.region_code = u.region_code and p.code = u.period_code`);
    this.addSql(`alter table unit_score drop column days, drop column scored_days`);
    this
      .addSql(`alter table employee_score drop column work_value, drop column work_rating, drop column behaviour_value,
      drop column behaviour_rating, drop column predicate`);
    this.addSql(
      `alter table measurement drop column observers, drop column weight_total, drop column weighted_total`,
    );
    this.addSql(`alter table observation drop constraint observation_withdrawn_check`);
    this.addSql(
      `alter table observation drop column withdrawn, drop column observer_id, drop column observer, drop column behaviour_code`,
    );
    this.addSql(`alter table target drop column ceiling_value, drop column role`);
    this.addSql(`alter table indicator drop constraint indicator_kind_check`);
    this.addSql(`alter table indicator drop column kind, drop column core_value`);
    this.addSql(`alter table period add column open boolean not null default true`);
    this.addSql(`update period set open = state in ('OPEN', 'REOPENED')`);
    this.addSql(`alter table period drop column state`);
  }
}

/** What is only ever added to, so that the past can be asked for. */
const APPEND_ONLY = [
  'period_change',
  'target_version',
  'assignment',
  'leave',
  'reporting_line',
  'contest',
  'ruling',
  'confirmation',
];
