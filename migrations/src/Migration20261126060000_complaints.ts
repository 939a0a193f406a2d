import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/** Complaints of citizens, and who complains: apart, with nothing between the two that is of use without the server's secret. */
export class Migration20261126060000_complaints extends Migration {
  override up(): void {
    // What is said is taken away when its time is over, what came of it too. The chain holds commitments to both.
    this.addSql(`
      create table complaint (
        region_code text not null,
        id uuid not null,
        unit_id uuid not null,
        class text not null,
        channel text not null,
        naming text not null,
        text text null,
        filed_at timestamptz not null,
        filed_by text not null,
        respond_by date not null,
        due_on date not null,
        tracking_hash bytea not null,
        answer text null,
        answered_at timestamptz null,
        answered_by text null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        words_salt bytea null,
        words_commitment bytea null,
        answered_in uuid not null default '00000000-0000-0000-0000-000000000000',
        answer_salt bytea null,
        answer_commitment bytea null,
        constraint complaint_pkey primary key (region_code, id),
        constraint complaint_tracking_unique unique (region_code, tracking_hash),
        constraint complaint_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint complaint_class_check check
          (class in ('INFORMATION', 'GRIEVANCE', 'ASPIRATION', 'VIOLATION', 'VIOLATION_IN_FIELD')),
        constraint complaint_channel_check check (channel in ('WEB', 'COUNTER', 'FORUM', 'PHONE', 'LAPOR')),
        constraint complaint_naming_check check (naming in ('ANONYMOUS', 'SECRET', 'NAMED')),
        constraint complaint_answer_check check ((answered_at is null) = (answered_by is null))
      )`);
    this.addSql(`create index complaint_unit_index on complaint (region_code, unit_id, id)`);
    this.addSql(`create index complaint_open_index on complaint (region_code, id) where answered_at is null`);
    this.addSql(`alter table complaint enable row level security`);
    this.addSql(holdOwnerWithoutReaders('complaint'));
    this.addSql(`
      create policy complaint_seen on complaint using ((select is_system())
        or (region_code = (select acting('region'))
          and ((select acting_everywhere(array['FACILITATOR', 'LEADERSHIP']))
            or unit_id = any((select granted_units(array['FACILITATOR', 'LEADERSHIP']))::uuid[]))))`);

    // No reference, no id, no moment: which complaint a row belongs to is worked out by a key that is not in here.
    this.addSql(`
      create table complainant (
        region_code text not null,
        locator bytea not null,
        sealed bytea not null,
        created_on date not null,
        answered_on date null,
        constraint complainant_pkey primary key (region_code, locator),
        constraint complainant_locator_check check (octet_length(locator) = 32)
      )`);
    this.addSql(`create index complainant_answered_index on complainant (region_code, answered_on)
      where answered_on is not null`);
    this.addSql(`alter table complainant enable row level security`);
    this.addSql(holdOwnerWithoutReaders('complainant'));
    this.addSql(`create policy complainant_seen on complainant using ((select is_system()))`);
    this.addSql(`
      do $$ begin
        grant select on complaint, complainant to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop table complainant`);
    this.addSql(`drop table complaint`);
  }
}
