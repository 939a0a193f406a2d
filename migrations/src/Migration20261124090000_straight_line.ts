import { Migration } from '@mikro-orm/migrations';

/**
 * The first cut: regions, units, employees, indicators, targets, observations, scores and the change log.
 *
 * Each key leads with `region_code`: a region is the unit of change stream, of distribution and of replication
 * (api/docs/adr/0003-keys-lead-with-the-region.md).
 */
export class Migration20261124090000_straight_line extends Migration {
  override up(): void {
    this.addSql(`
      create table region (
        region_code text not null,
        name text not null,
        demo boolean not null default false,
        constraint region_pkey primary key (region_code),
        constraint region_code_check check (region_code ~ '^[0-9]{2}\\.[0-9]{2}$')
      )`);

    this.addSql(`
      create table stream_head (
        region_code text not null,
        epoch text not null,
        head bigint not null default 0,
        constraint stream_head_pkey primary key (region_code),
        constraint stream_head_region_code_foreign foreign key (region_code) references region (region_code)
      )`);

    this.addSql(`
      create table org_unit (
        region_code text not null,
        id uuid not null,
        code text not null,
        name text not null,
        kind text not null,
        parent_id uuid null,
        path uuid[] not null,
        office_order int not null,
        constraint org_unit_pkey primary key (region_code, id),
        constraint org_unit_code_unique unique (region_code, code),
        constraint org_unit_region_code_foreign foreign key (region_code) references region (region_code),
        constraint org_unit_parent_foreign foreign key (region_code, parent_id) references org_unit (region_code, id),
        constraint org_unit_kind_check check (kind in ('KECAMATAN', 'SECRETARIAT', 'SECTION', 'KELURAHAN')),
        constraint org_unit_path_check check (path[array_length(path, 1)] = id)
      )`);

    this.addSql(`
      create table employee (
        region_code text not null,
        id uuid not null,
        nip text not null,
        name text not null,
        status text not null,
        unit_id uuid not null,
        position_title text not null,
        active boolean not null default true,
        constraint employee_pkey primary key (region_code, id),
        constraint employee_nip_unique unique (region_code, nip),
        constraint employee_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint employee_nip_check check (nip ~ '^[0-9]{18}$'),
        constraint employee_status_check check (status in ('PNS', 'PPPK', 'PPPK_PART_TIME'))
      )`);
    this.addSql(`create index employee_unit_index on employee (region_code, unit_id, id)`);

    this.addSql(`
      create table indicator (
        region_code text not null,
        id uuid not null,
        code text not null,
        name text not null,
        name_en text not null,
        measure_unit text not null,
        direction text not null,
        aggregation text not null,
        lowest numeric(18, 6) null,
        highest numeric(18, 6) null,
        source text not null,
        definition text not null,
        constraint indicator_pkey primary key (region_code, id),
        constraint indicator_code_unique unique (region_code, code),
        constraint indicator_region_code_foreign foreign key (region_code) references region (region_code),
        constraint indicator_direction_check check (direction in ('HIGHER', 'LOWER')),
        constraint indicator_aggregation_check check (aggregation in ('MEAN', 'SUM', 'LATEST')),
        constraint indicator_bounds_check check (lowest <= highest)
      )`);

    this.addSql(`
      create table period (
        region_code text not null,
        code text not null,
        starts_on date not null,
        ends_on date not null,
        open boolean not null default true,
        constraint period_pkey primary key (region_code, code),
        constraint period_region_code_foreign foreign key (region_code) references region (region_code),
        constraint period_span_check check (starts_on <= ends_on)
      )`);

    this.addSql(`
      create table target (
        region_code text not null,
        employee_id uuid not null,
        period_code text not null,
        indicator_id uuid not null,
        weight numeric(18, 6) not null,
        floor_value numeric(18, 6) not null,
        target_value numeric(18, 6) not null,
        stretch_value numeric(18, 6) not null,
        constraint target_pkey primary key (region_code, employee_id, period_code, indicator_id),
        constraint target_employee_foreign foreign key (region_code, employee_id) references employee (region_code, id),
        constraint target_indicator_foreign foreign key (region_code, indicator_id) references indicator (region_code, id),
        constraint target_period_foreign foreign key (region_code, period_code) references period (region_code, code),
        constraint target_weight_check check (weight > 0)
      )`);

    // A foreign key to the target alone says all of: the employee, the indicator and the period exist and belong
    // together. One key to check for each row keeps a million-row import fast.
    this.addSql(`
      create table observation (
        region_code text not null,
        id uuid not null,
        employee_id uuid not null,
        period_code text not null,
        indicator_id uuid not null,
        value numeric(18, 6) not null,
        observed_at timestamptz not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        note text null,
        supersedes_id uuid null,
        correction_reason text null,
        import_key uuid null,
        constraint observation_pkey primary key (region_code, id),
        constraint observation_target_foreign foreign key (region_code, employee_id, period_code, indicator_id)
          references target (region_code, employee_id, period_code, indicator_id),
        constraint observation_supersedes_foreign foreign key (region_code, supersedes_id)
          references observation (region_code, id),
        constraint observation_correction_check check ((supersedes_id is null) = (correction_reason is null))
      )`);
    // A row can be corrected once: the chain of corrections is a line, never a tree.
    this.addSql(`create unique index observation_supersedes_unique on observation (region_code, supersedes_id)
      where supersedes_id is not null`);
    this.addSql(`create unique index observation_import_key_unique on observation (region_code, import_key)
      where import_key is not null`);
    this.addSql(`create index observation_measured_index on observation
      (region_code, employee_id, period_code, indicator_id, observed_at desc, id desc)`);

    this.addSql(`
      create table measurement (
        region_code text not null,
        employee_id uuid not null,
        period_code text not null,
        indicator_id uuid not null,
        observations int not null,
        total numeric(30, 6) not null,
        latest_value numeric(18, 6) not null,
        latest_at timestamptz not null,
        latest_id uuid not null,
        constraint measurement_pkey primary key (region_code, employee_id, period_code, indicator_id),
        constraint measurement_target_foreign foreign key (region_code, employee_id, period_code, indicator_id)
          references target (region_code, employee_id, period_code, indicator_id),
        constraint measurement_observations_check check (observations > 0)
      ) with (fillfactor = 80)`);

    this.addSql(`
      create table employee_score (
        region_code text not null,
        employee_id uuid not null,
        period_code text not null,
        value numeric(18, 6) null,
        coverage numeric(9, 6) not null,
        observations int not null,
        policy_version text not null,
        changed_at timestamptz not null,
        constraint employee_score_pkey primary key (region_code, employee_id, period_code),
        constraint employee_score_employee_foreign foreign key (region_code, employee_id)
          references employee (region_code, id),
        constraint employee_score_period_foreign foreign key (region_code, period_code)
          references period (region_code, code)
      ) with (fillfactor = 80)`);
    this.addSql(
      `create index employee_score_period_index on employee_score (region_code, period_code, employee_id)`,
    );

    this.addSql(`
      create table unit_score (
        region_code text not null,
        unit_id uuid not null,
        period_code text not null,
        headcount int not null,
        scored int not null,
        score_total numeric(30, 6) not null,
        coverage_total numeric(18, 6) not null,
        observations int not null,
        changed_at timestamptz not null,
        constraint unit_score_pkey primary key (region_code, period_code, unit_id),
        constraint unit_score_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint unit_score_period_foreign foreign key (region_code, period_code) references period (region_code, code)
      ) with (fillfactor = 50)`);

    this.addSql(`
      create table change_log (
        region_code text not null,
        log_offset bigint not null,
        kind text not null,
        subject_id uuid null,
        payload jsonb not null,
        actor_id text not null,
        recorded_at timestamptz not null,
        constraint change_log_pkey primary key (region_code, log_offset),
        constraint change_log_region_code_foreign foreign key (region_code) references region (region_code)
      )`);

    // The wall's snapshot asks for the latest ten happenings, however many other changes lie between them.
    this.addSql(`create index change_log_unit_scores_index on change_log (region_code, log_offset)
      where kind = 'UnitScoresChanged'`);

    this.addSql(`
      create table idempotency (
        region_code text not null,
        actor_id text not null,
        key uuid not null,
        verb text not null,
        request_hash text not null,
        answer jsonb not null,
        recorded_at timestamptz not null,
        constraint idempotency_pkey primary key (region_code, actor_id, key),
        constraint idempotency_region_code_foreign foreign key (region_code) references region (region_code)
      )`);

    this.addSql(`
      create function refuse_rewriting_history() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: a correction is a new row', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['observation', 'change_log']) {
      this.addSql(`create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_rewriting_history()`);
      this.addSql(`create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function refuse_rewriting_history()`);
    }
  }

  override down(): void {
    for (const table of [
      'idempotency',
      'change_log',
      'unit_score',
      'employee_score',
      'measurement',
      'observation',
      'target',
      'period',
      'indicator',
      'employee',
      'org_unit',
      'stream_head',
      'region',
    ]) {
      this.addSql(`drop table ${table}`);
    }
    this.addSql(`drop function refuse_rewriting_history()`);
  }
}
