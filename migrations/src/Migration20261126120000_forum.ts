import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/** What everybody who is let in may look at: a forum is held in public. */
const SEEN_IN_REGION = ['forum_series', 'forum_session', 'forum_outcome', 'commitment', 'commitment_step'];
/** What only those see who prepare the minutes, or check them: names and signatures, pictures, what was sent. */
const SEEN_BY_KEEPERS = ['forum_entry', 'forum_minutes', 'forum_photo'];

/** The forum with citizens: what is planned, what devices send of it, what was agreed, and what became of it. */
export class Migration20261126120000_forum extends Migration {
  override up(): void {
    this.addSql(`
      create table forum_series (
        region_code text not null,
        id uuid not null,
        unit_id uuid not null,
        kind text not null,
        name text not null,
        place text not null,
        quorum int not null,
        created_at timestamptz not null,
        created_by text not null,
        constraint forum_series_pkey primary key (region_code, id),
        constraint forum_series_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint forum_series_kind_check check
          (kind in ('FORUM_WARGA', 'PUBLIC_CONSULTATION', 'MUSRENBANG', 'SAYANG_WARGA')),
        constraint forum_series_quorum_check check (quorum >= 0)
      )`);
    this.addSql(`create index forum_series_unit_index on forum_series (region_code, unit_id, id)`);

    // Attendance and agenda are what the entries have made of them so far; the entries are the record.
    this.addSql(`
      create table forum_session (
        region_code text not null,
        id uuid not null,
        series_id uuid not null,
        unit_id uuid not null,
        title text not null,
        place text not null,
        held_on date not null,
        starts_at text not null,
        quorum int not null,
        concerned uuid[] not null,
        agenda jsonb not null,
        attendance jsonb not null,
        phase text not null,
        opened_at timestamptz null,
        closed_at timestamptz null,
        read_back_at timestamptz null,
        signed_at timestamptz null,
        planned_at timestamptz not null,
        planned_by text not null,
        constraint forum_session_pkey primary key (region_code, id),
        constraint forum_session_series_foreign foreign key (region_code, series_id)
          references forum_series (region_code, id),
        constraint forum_session_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint forum_session_phase_check check
          (phase in ('PLANNED', 'OPEN', 'CLOSED', 'SHARED', 'READ_BACK', 'SIGNED')),
        constraint forum_session_starts_check check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
      )`);
    this.addSql(`create index forum_session_day_index on forum_session (region_code, held_on, id)`);
    this.addSql(`create index forum_session_unit_index on forum_session (region_code, unit_id, held_on, id)`);
    this.addSql(
      `create index forum_session_series_index on forum_session (region_code, series_id, held_on, id)`,
    );

    // What a device, or the office, has sent, each once and for good. What it says goes when its time is over.
    this.addSql(`
      create table forum_entry (
        region_code text not null,
        id uuid not null,
        session_id uuid not null,
        part text not null,
        said text null,
        device_id uuid null,
        seq int null,
        taken_at timestamptz not null,
        device_at timestamptz null,
        received_at timestamptz not null,
        sent_by text not null,
        amends boolean not null,
        reason text null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        words_salt bytea null,
        words_commitment bytea null,
        constraint forum_entry_pkey primary key (region_code, id),
        constraint forum_entry_session_foreign foreign key (region_code, session_id)
          references forum_session (region_code, id),
        constraint forum_entry_part_check check (part in ('OPEN', 'CLOSE', 'READ_BACK', 'START_ITEM', 'END_ITEM',
          'ATTEND', 'OUTCOME', 'REVISE', 'WITHDRAW', 'REPORT', 'SIGN')),
        constraint forum_entry_device_check check (num_nulls(device_id, seq, device_at) in (0, 3))
      )`);
    this.addSql(
      `create index forum_entry_session_index on forum_entry (region_code, session_id, taken_at, id)`,
    );

    this.addSql(`
      create table forum_outcome (
        region_code text not null,
        id uuid not null,
        session_id uuid not null,
        kind text not null,
        text text not null,
        item_id uuid null,
        unit_id uuid null,
        indicator_id uuid null,
        complaint_id uuid null,
        answers_id uuid null,
        revision int not null,
        alternatives jsonb not null,
        withdrawn boolean not null,
        amends boolean not null,
        taken_at timestamptz not null,
        seq int not null,
        tracking_hash bytea null,
        constraint forum_outcome_pkey primary key (region_code, id),
        constraint forum_outcome_tracking_unique unique (region_code, tracking_hash),
        constraint forum_outcome_session_foreign foreign key (region_code, session_id)
          references forum_session (region_code, id),
        constraint forum_outcome_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint forum_outcome_indicator_foreign foreign key (region_code, indicator_id)
          references indicator (region_code, id),
        constraint forum_outcome_complaint_foreign foreign key (region_code, complaint_id)
          references complaint (region_code, id),
        constraint forum_outcome_answers_foreign foreign key (region_code, answers_id)
          references forum_outcome (region_code, id),
        constraint forum_outcome_kind_check check
          (kind in ('ISSUE', 'PROPOSAL', 'DECISION', 'COMMITMENT', 'QUESTION', 'PRAISE'))
      )`);
    this.addSql(`create index forum_outcome_answers_index on forum_outcome (region_code, answers_id)
      where answers_id is not null`);
    this.addSql(
      `create index forum_outcome_session_index on forum_outcome (region_code, session_id, taken_at, seq, id)`,
    );

    this.addSql(`
      create table commitment (
        region_code text not null,
        id uuid not null,
        session_id uuid not null,
        series_id uuid not null,
        unit_id uuid not null,
        text text not null,
        owner_role text null,
        promised_on date not null,
        due_on date not null,
        state text not null,
        settled_on date null,
        escalated int not null,
        withdrawn boolean not null,
        moved_at timestamptz not null,
        constraint commitment_pkey primary key (region_code, id),
        constraint commitment_outcome_foreign foreign key (region_code, id) references forum_outcome (region_code, id),
        constraint commitment_unit_foreign foreign key (region_code, unit_id) references org_unit (region_code, id),
        constraint commitment_state_check check (state in ('PROMISED', 'STARTED', 'DONE', 'CANNOT')),
        constraint commitment_settled_check check ((settled_on is null) = (state in ('PROMISED', 'STARTED'))),
        constraint commitment_escalated_check check (escalated between 0 and 2)
      )`);
    this.addSql(`create index commitment_unit_index on commitment (region_code, unit_id, due_on, id)`);
    this.addSql(`create index commitment_series_index on commitment (region_code, series_id, due_on, id)`);
    this.addSql(`create index commitment_open_index on commitment (region_code, due_on, id)
      where settled_on is null and not withdrawn`);
    this.addSql(`create index commitment_settled_index on commitment (region_code, settled_on, id)
      where settled_on is not null and not withdrawn`);

    this.addSql(`
      create table commitment_step (
        region_code text not null,
        id uuid not null,
        commitment_id uuid not null,
        kind text not null,
        state text not null,
        note text null,
        photo_id uuid null,
        due_on date not null,
        at timestamptz not null,
        seq bigint generated always as identity,
        constraint commitment_step_pkey primary key (region_code, id),
        constraint commitment_step_commitment_foreign foreign key (region_code, commitment_id)
          references commitment (region_code, id),
        constraint commitment_step_kind_check check
          (kind in ('MADE', 'CHANGED', 'REPORTED', 'LATE', 'ESCALATED', 'WITHDRAWN'))
      )`);
    this.addSql(
      `create index commitment_step_commitment_index on commitment_step (region_code, commitment_id, at, seq)`,
    );

    // The minutes as they were signed, and again after each amendment. Names of signers stand in the entries alone.
    this.addSql(`
      create table forum_minutes (
        region_code text not null,
        id uuid not null,
        session_id uuid not null,
        version int not null,
        content text not null,
        sha256 bytea not null,
        made_at timestamptz not null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        constraint forum_minutes_pkey primary key (region_code, id),
        constraint forum_minutes_version_unique unique (region_code, session_id, version),
        constraint forum_minutes_session_foreign foreign key (region_code, session_id)
          references forum_session (region_code, id),
        constraint forum_minutes_version_check check (version >= 1),
        constraint forum_minutes_sha256_check check (octet_length(sha256) = 32)
      )`);

    this.addSql(`
      create table forum_photo (
        region_code text not null,
        id uuid not null,
        session_id uuid not null,
        outcome_id uuid null,
        picture bytea not null,
        sha256 bytea not null,
        width int not null,
        height int not null,
        public boolean not null,
        taken_by text not null,
        received_at timestamptz not null,
        constraint forum_photo_pkey primary key (region_code, id),
        constraint forum_photo_session_foreign foreign key (region_code, session_id)
          references forum_session (region_code, id),
        constraint forum_photo_outcome_foreign foreign key (region_code, outcome_id)
          references forum_outcome (region_code, id),
        constraint forum_photo_size_check check (octet_length(picture) <= 1048576)
      )`);
    this.addSql(`create index forum_photo_session_index on forum_photo (region_code, session_id, id)`);

    for (const table of [...SEEN_IN_REGION, ...SEEN_BY_KEEPERS]) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(holdOwnerWithoutReaders(table));
    }
    for (const table of SEEN_IN_REGION) {
      this.addSql(`create policy ${table}_seen on ${table} using ((select is_system())
        or (region_code = (select acting('region')) and (select acting_id()) is not null))`);
    }
    for (const table of SEEN_BY_KEEPERS) {
      this.addSql(`create policy ${table}_seen on ${table} using ((select is_system())
        or (region_code = (select acting('region'))
          and ((select acting_everywhere(array['FACILITATOR', 'LEADERSHIP', 'AUDITOR']))
            or session_id in (select id from forum_session held where held.region_code = ${table}.region_code
              and held.unit_id = any((select granted_units(array['FACILITATOR', 'LEADERSHIP', 'AUDITOR']))::uuid[])))))`);
    }
    // A promise is public: what a wall tells of it, everybody of the region may look up.
    this.addSql(`create policy change_log_commitments_seen on change_log for select using
      (region_code = (select acting('region')) and (select acting_id()) is not null and kind = 'CommitmentChanged')`);
    this.addSql(`create index change_log_commitments_index on change_log (region_code, log_offset)
      where kind = 'CommitmentChanged'`);
    this.addSql(`
      do $$ begin
        grant select on ${[...SEEN_IN_REGION, ...SEEN_BY_KEEPERS].join(', ')} to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop index change_log_commitments_index`);
    this.addSql(`drop policy change_log_commitments_seen on change_log`);
    for (const table of [
      ...['forum_photo', 'forum_minutes', 'commitment_step', 'commitment', 'forum_outcome', 'forum_entry'],
      ...['forum_session', 'forum_series'],
    ]) {
      this.addSql(`drop table ${table}`);
    }
  }
}
