import { Migration } from '@mikro-orm/migrations';

/**
 * The audit chain: each entry's hash covers the one before it, what the command wrote to the change log and to the
 * record, and a commitment to what may be erased (api/docs/adr/0015-a-chain-that-an-outsider-can-check.md).
 */
export class Migration20261125100000_audit_chain extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_head (
        region_code text not null,
        seq bigint not null default 0,
        hash bytea not null,
        constraint audit_head_pkey primary key (region_code),
        constraint audit_head_region_code_foreign foreign key (region_code) references region (region_code),
        constraint audit_head_hash_check check (octet_length(hash) = 32)
      )`);
    // What the first entry of a region follows; regions.open writes the same.
    this.addSql(`
      insert into audit_head (region_code, hash)
      select region_code, sha256(convert_to('pantau 1 ' || region_code, 'UTF8')) from region`);

    this.addSql(`
      create table audit_entry (
        region_code text not null,
        seq bigint not null,
        id uuid not null,
        at timestamptz not null,
        actor_kind text not null,
        actor_id text not null,
        action text not null,
        outcome text not null,
        epoch text null,
        first_offset bigint null,
        last_offset bigint null,
        changes_digest bytea null,
        record_count int not null,
        record_digest bytea null,
        detail_commitment bytea null,
        hash bytea not null,
        constraint audit_entry_pkey primary key (region_code, seq),
        constraint audit_entry_region_code_foreign foreign key (region_code) references region (region_code),
        constraint audit_entry_outcome_check check (outcome in ('DONE', 'REFUSED', 'DENIED')),
        constraint audit_entry_changes_check check ((epoch is null) = (first_offset is null)
          and (epoch is null) = (last_offset is null) and (epoch is null) = (changes_digest is null)),
        constraint audit_entry_record_check check ((record_count = 0) = (record_digest is null))
      )`);

    // Whatever may be personal: erasing it deletes the row, and the chain verifies as before.
    this.addSql(`
      create table audit_detail (
        region_code text not null,
        seq bigint not null,
        salt bytea not null,
        detail jsonb not null,
        constraint audit_detail_pkey primary key (region_code, seq),
        constraint audit_detail_entry_foreign foreign key (region_code, seq) references audit_entry (region_code, seq)
      )`);
    this.addSql(`
      create table audit_subject (
        region_code text not null,
        employee_id uuid not null,
        seq bigint not null,
        fields text[] not null,
        constraint audit_subject_pkey primary key (region_code, employee_id, seq),
        constraint audit_subject_detail_foreign foreign key (region_code, seq)
          references audit_detail (region_code, seq) on delete cascade
      )`);
    // For the cascade, and for the verifier, which walks by place in the chain.
    this.addSql(`create index audit_subject_seq_index on audit_subject (region_code, seq)`);

    this.addSql(`create trigger audit_entry_append_only before update or delete on audit_entry
      for each row execute function refuse_rewriting_history()`);
    for (const table of ['audit_detail', 'audit_subject']) {
      this.addSql(`create trigger ${table}_unchanged before update on ${table}
        for each row execute function refuse_rewriting_history()`);
    }
    for (const table of ['audit_entry', 'audit_detail', 'audit_subject']) {
      this.addSql(`create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function refuse_rewriting_history()`);
    }

    // Which command wrote the row; all zeros for rows from before the chain, which its first entry covers.
    this.addSql(`alter table observation add column recorded_in uuid not null
      default '00000000-0000-0000-0000-000000000000'`);
    for (const table of EVIDENCE) {
      this.addSql(`alter table ${table} add column recorded_in uuid not null
        default '00000000-0000-0000-0000-000000000000'`);
    }
    // A policy is decided on once, by another command: that half of the row has an entry of its own.
    this.addSql(`alter table scoring_policy add column decided_in uuid not null
      default '00000000-0000-0000-0000-000000000000'`);
    this.addSql(refuseChangingPolicy(', recorded_in'));

    // The chain covers the commitment, so that the words can be erased and the rest still be held against it.
    this.addSql(`alter table observation add column words_salt bytea null`);
    this.addSql(`alter table observation add column words_commitment bytea null`);
    this.addSql(`alter table observation disable trigger observation_append_only`);
    this.addSql(`update observation set words_salt = uuid_send(gen_random_uuid())
      where note is not null or correction_reason is not null`);
    this.addSql(`
      update observation set words_commitment = sha256(words_salt
        || coalesce(int4send(octet_length(convert_to(note, 'UTF8'))) || convert_to(note, 'UTF8'), int4send(-1))
        || coalesce(int4send(octet_length(convert_to(correction_reason, 'UTF8')))
             || convert_to(correction_reason, 'UTF8'), int4send(-1)))
      where words_salt is not null`);
    this.addSql(`drop trigger observation_append_only on observation`);
    this.addSql(`
      create function refuse_rewriting_observation() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if old.words_salt is not null and new.words_salt is null and new.note is null
            and new.correction_reason is not distinct from left(old.correction_reason, 0)
            and (to_jsonb(new) - array['note', 'correction_reason', 'words_salt'])
              = (to_jsonb(old) - array['note', 'correction_reason', 'words_salt'])
          then
            return new; -- The words are erased; all else stays.
          end if;
        end if;
        raise exception '% is append-only: a correction is a new row', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`create trigger observation_append_only before update or delete on observation
      for each row execute function refuse_rewriting_observation()`);
  }

  override down(): void {
    this.addSql(refuseChangingPolicy(''));
    this.addSql(`alter table scoring_policy drop column decided_in`);
    for (const table of EVIDENCE) this.addSql(`alter table ${table} drop column recorded_in`);
    this.addSql(`drop trigger observation_append_only on observation`);
    this.addSql(`drop function refuse_rewriting_observation()`);
    this.addSql(`create trigger observation_append_only before update or delete on observation
      for each row execute function refuse_rewriting_history()`);
    this.addSql(
      `alter table observation drop column words_commitment, drop column words_salt, drop column recorded_in`,
    );
    for (const table of ['audit_subject', 'audit_detail', 'audit_entry', 'audit_head']) {
      this.addSql(`drop table ${table}`);
    }
  }
}

/** What is only ever added to, and read as evidence. */
const EVIDENCE = [
  'target_version',
  'assignment',
  'leave',
  'reporting_line',
  'period_change',
  'scoring_policy',
  'contest',
  'ruling',
  'confirmation',
];

/** The trigger function that keeps policies as they are, with further columns of the draft. */
function refuseChangingPolicy(more: string): string {
  const kept = (row: string) =>
    `(region_code, version, based_on, numbers, note, created_at, created_by${more})`.replace(
      /\w+/g,
      (column) => `${row}.${column}`,
    );
  return `
    create or replace function refuse_changing_policy() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.state <> 'DRAFT' then
        raise exception 'a signed or dropped policy never changes' using errcode = 'restrict_violation';
      end if;
      if ${kept('new')} is distinct from ${kept('old')} then
        raise exception 'a draft is signed or dropped as it is' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`;
}
