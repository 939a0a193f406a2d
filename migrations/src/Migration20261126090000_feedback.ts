import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

const ELEMENTS = Array.from({ length: 9 }, (_, n) => `u${n + 1}`);
/** Who handles feedback about a unit. */
const HANDLERS = `array['FACILITATOR', 'LEADERSHIP']`;
const seenByHandlers = (table: string): string => `
  create policy ${table}_seen on ${table} using ((select is_system())
    or (region_code = (select acting('region'))
      and ((select acting_everywhere(${HANDLERS})) or unit_id = any((select granted_units(${HANDLERS}))::uuid[]))))`;

/** Counters, what citizens say of the service there, and how to reach those who want an answer: apart, as complainants are. */
export class Migration20261126090000_feedback extends Migration {
  override up(): void {
    // The code on the sheet stands nowhere: it is worked out of the id and the generation with the server's secret.
    this.addSql(`
      create table service_counter (
        region_code text not null,
        id uuid not null,
        unit_id uuid not null,
        name text not null,
        open boolean not null,
        code_generation integer not null,
        code_hash bytea not null,
        made_at timestamptz not null,
        made_by text not null,
        constraint service_counter_pkey primary key (region_code, id),
        constraint service_counter_code_unique unique (region_code, code_hash),
        constraint service_counter_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id)
      )`);
    this.addSql(`create index service_counter_unit_index on service_counter (region_code, unit_id, id)`);

    // A day and no moment: whoever stood at the counter is not to be found by the clock.
    this.addSql(`
      create table feedback (
        region_code text not null,
        id uuid not null,
        counter_id uuid not null,
        unit_id uuid not null,
        left_on date not null,
        ${ELEMENTS.map((element) => `${element} smallint null`).join(', ')},
        text text null,
        taken text not null,
        erasure_hash bytea null,
        decision text null,
        decision_reason text null,
        decided_at timestamptz null,
        decided_by text null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        words_salt bytea null,
        words_commitment bytea null,
        decided_in uuid not null default '00000000-0000-0000-0000-000000000000',
        constraint feedback_pkey primary key (region_code, id),
        constraint feedback_erasure_unique unique (region_code, erasure_hash),
        constraint feedback_counter_foreign foreign key (region_code, counter_id)
          references service_counter (region_code, id),
        constraint feedback_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint feedback_rating_check check (num_nonnulls(${ELEMENTS.join(', ')}) > 0
          and ${ELEMENTS.map((element) => `coalesce(${element}, 1) between 1 and 4`).join(' and ')}),
        constraint feedback_taken_check check (taken in ('COUNTED', 'WAITING')),
        constraint feedback_decision_check check (decision in ('COUNT', 'LEAVE_OUT')),
        constraint feedback_reason_check check (decision_reason in ('REPEATED', 'NO_VISIT', 'TRIAL')),
        constraint feedback_decided_check check
          ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
            and (decision_reason is not null) = (coalesce(decision, '') = 'LEAVE_OUT')
            and (decision is null or taken = 'WAITING'))
      )`);
    this.addSql(`create index feedback_unit_index on feedback (region_code, unit_id, left_on, id)`);
    this.addSql(`create index feedback_counter_index on feedback (region_code, counter_id)`);

    // No reference, no id, no moment: which feedback a row belongs to is worked out by a key that is not in here.
    this.addSql(`
      create table feedback_contact (
        region_code text not null,
        locator bytea not null,
        sealed bytea not null,
        created_on date not null,
        constraint feedback_contact_pkey primary key (region_code, locator),
        constraint feedback_contact_locator_check check (octet_length(locator) = 32)
      )`);
    this.addSql(`create index feedback_contact_created_index on feedback_contact (region_code, created_on)`);

    // Which waves are closed, and what the index was then. What counts is the observation, which the chain covers.
    this.addSql(`
      create table survey_wave (
        region_code text not null,
        unit_id uuid not null,
        period_code text not null,
        index_value numeric(18, 6) not null,
        counted integer not null,
        observation_id uuid not null,
        closed_at timestamptz not null,
        closed_by text not null,
        constraint survey_wave_pkey primary key (region_code, unit_id, period_code),
        constraint survey_wave_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id)
      )`);

    for (const table of ['service_counter', 'feedback', 'feedback_contact', 'survey_wave']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(holdOwnerWithoutReaders(table));
    }
    this.addSql(seenByHandlers('service_counter'));
    this.addSql(seenByHandlers('feedback'));
    this.addSql(seenByHandlers('survey_wave'));
    this.addSql(`create policy feedback_contact_seen on feedback_contact using ((select is_system()))`);
    this.addSql(`
      do $$ begin
        grant select on service_counter, feedback, feedback_contact, survey_wave to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop table survey_wave`);
    this.addSql(`drop table feedback_contact`);
    this.addSql(`drop table feedback`);
    this.addSql(`drop table service_counter`);
  }
}
