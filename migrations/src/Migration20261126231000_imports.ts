import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/** Files of master data that were sent: what each came to, its rows with what they do, and what is wrong with them. */
export class Migration20261126231000_imports extends Migration {
  override up(): void {
    this.addSql(`
      create table import_draft (
        region_code text not null,
        id uuid not null,
        kind text not null,
        format text not null,
        state text not null,
        added int not null,
        changed int not null,
        unchanged int not null,
        refused int not null,
        made_at timestamptz not null,
        made_by text not null,
        by_service boolean not null,
        planned_at timestamptz not null,
        kept_from timestamptz not null,
        applied_at timestamptz null,
        undone_at timestamptz null,
        dropped_at timestamptz null,
        put_back int not null,
        left_alone int not null,
        constraint import_draft_pkey primary key (region_code, id),
        constraint import_draft_kind_check check (kind in ('UNITS', 'EMPLOYEES', 'REPORTING_LINES')),
        constraint import_draft_format_check check (format in ('CSV', 'XLSX')),
        constraint import_draft_state_check check (state in ('DRAFT', 'APPLIED', 'UNDONE', 'DROPPED'))
      )`);
    this.addSql(`create index import_draft_made_index on import_draft (region_code, made_at desc, id desc)`);

    // Days after it was sent or applied the rows go; what it came to stays a year.
    this.addSql(`
      create table import_row (
        region_code text not null,
        draft_id uuid not null,
        line int not null,
        outcome text not null,
        subject_id uuid null,
        title text null,
        cells jsonb not null,
        before jsonb null,
        after jsonb null,
        starts_on date null,
        undo text null,
        kept_from timestamptz not null,
        constraint import_row_pkey primary key (region_code, draft_id, line),
        constraint import_row_draft_foreign foreign key (region_code, draft_id)
          references import_draft (region_code, id),
        constraint import_row_outcome_check check (outcome in ('ADDED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
        constraint import_row_undo_check check
          (undo in ('PUT_BACK', 'DEACTIVATED', 'CHANGED_SINCE', 'UNIT_STAYS'))
      )`);
    this.addSql(`
      create table import_finding (
        region_code text not null,
        draft_id uuid not null,
        place int not null,
        line int not null,
        column_name text null,
        code text not null,
        message_id text not null,
        message_en text not null,
        mender text not null,
        left_out boolean not null,
        of_reader boolean not null,
        kept_from timestamptz not null,
        constraint import_finding_pkey primary key (region_code, draft_id, place),
        constraint import_finding_draft_foreign foreign key (region_code, draft_id)
          references import_draft (region_code, id)
      )`);
    for (const table of ['import_draft', 'import_row', 'import_finding']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(holdOwnerWithoutReaders(table));
      this.addSql(`
        create policy ${table}_seen on ${table} using ((select is_system())
          or (region_code = (select acting('region'))
            and (select acting_everywhere(array['ADMINISTRATOR', 'PROVISION']))))`);
    }
    this.addSql(`
      do $$ begin
        grant select on import_draft, import_row, import_finding to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop table import_finding`);
    this.addSql(`drop table import_row`);
    this.addSql(`drop table import_draft`);
  }
}
