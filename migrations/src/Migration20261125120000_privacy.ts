import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/**
 * What people may ask about their own data: requests to correct them, and who looked at them
 * (api/docs/adr/0017-reads-are-told-to-the-person.md).
 */
export class Migration20261125120000_privacy extends Migration {
  override up(): void {
    // The text is personal: it stands here and nowhere else, and is taken away when its time is over. The chain holds
    // commitments to what was asked and to what was answered.
    this.addSql(`
      create table correction_request (
        region_code text not null,
        id uuid not null,
        employee_id uuid not null,
        about text not null,
        text text null,
        wanted text null,
        requested_at timestamptz not null,
        requested_by text not null,
        due_at timestamptz not null,
        decision text null,
        note text null,
        answered_at timestamptz null,
        answered_by text null,
        recorded_in uuid not null default '00000000-0000-0000-0000-000000000000',
        words_salt bytea null,
        words_commitment bytea null,
        answered_in uuid not null default '00000000-0000-0000-0000-000000000000',
        note_salt bytea null,
        note_commitment bytea null,
        constraint correction_request_pkey primary key (region_code, id),
        constraint correction_request_employee_foreign foreign key (region_code, employee_id)
          references employee (region_code, id),
        constraint correction_request_about_check check
          (about in ('NAME', 'NIP', 'STATUS', 'POSITION', 'SERVICE', 'REPORTING_LINE', 'ACCOUNT', 'OTHER')),
        constraint correction_request_decision_check check (decision in ('CORRECTED', 'REJECTED')),
        constraint correction_request_answer_check check
          ((decision is null) = (answered_at is null) and (decision is null) = (answered_by is null))
      )`);
    this.addSql(
      `create index correction_request_employee_index on correction_request (region_code, employee_id, id)`,
    );
    this.addSql(`create index correction_request_open_index on correction_request (region_code, id)
      where decision is null`);
    this.addSql(`alter table correction_request enable row level security`);
    this.addSql(holdOwnerWithoutReaders('correction_request'));
    this.addSql(`
      create policy correction_request_seen on correction_request using ((select is_system())
        or (region_code = (select acting('region')) and (employee_id = (select acting_employee())
          or (select acting_everywhere(array['ADMINISTRATOR'])))))`);

    // What is over is found by when it was written: next to nothing to keep, where rows come in that order.
    this.addSql(
      `create index idempotency_recorded_index on idempotency using brin (region_code, recorded_at)`,
    );
    this.addSql(`create index audit_entry_at_index on audit_entry using brin (region_code, at)`);

    // What one actor did, newest first: for the auditor's list, and to count one's own downloads.
    this.addSql(`create index audit_entry_actor_index on audit_entry (region_code, actor_id, seq)`);

    // Who looked at the data of whoever asks, by day and looker. The trail's details stay closed to people, and so do
    // the accounts of others: this gives of both what a person is told, and of nobody but the one who asks.
    this.addSql(`
      create function looks_at_me(before_day date, before_actor text, most int) returns table (
        day date, actor_kind text, actor_id text, looks int, first_at timestamptz, last_at timestamptz,
        fields text[], seen_as text[], purposes text[], name text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        was text := coalesce(current_setting('pantau.kind', true), '');
        here text := acting('region');
        own uuid := acting_employee();
        known uuid[] := case when own is null then '{}' else known_people() end;
      begin
        perform set_config('pantau.kind', 'SYSTEM', true);
        return query
          with looked as (
            select (e.at at time zone 'Asia/Jakarta')::date as day, e.actor_kind, e.actor_id, e.at, s.fields,
              d.detail, e.seq, coalesce((d.detail ->> 'times')::int, 1) as times
            from audit_subject s
            join audit_entry e on e.region_code = s.region_code and e.seq = s.seq
            left join audit_detail d on d.region_code = s.region_code and d.seq = s.seq
            where s.region_code = here and s.employee_id = own and e.outcome = 'DONE'
              and (before_day is null or e.at < ((before_day + 1)::timestamp at time zone 'Asia/Jakarta'))
          ), counts as (
            select day, actor_kind, actor_id, sum(times)::int as looks from looked group by 1, 2, 3
          ), days as (
            select l.day, l.actor_kind, l.actor_id,
              (select c.looks from counts c where (c.day, c.actor_kind, c.actor_id) = (l.day, l.actor_kind, l.actor_id))
                as looks, min(l.at) as first_at,
              max(l.at) as last_at, array_agg(distinct field order by field) as fields,
              coalesce((array_agg(distinct seen.role) filter (where seen.role is not null)), '{}') as seen_as,
              coalesce((array_agg(distinct told.purpose) filter (where told.purpose is not null)), '{}') as purposes
            from looked l
            cross join unnest(l.fields) field
            left join lateral jsonb_array_elements_text(
              case when jsonb_typeof(l.detail -> 'purposes') = 'array' then l.detail -> 'purposes' end)
              told (purpose) on true
            left join lateral (
              select role from jsonb_each(
                case when jsonb_typeof(l.detail -> 'seenAs') = 'object' then l.detail -> 'seenAs' end) as r (role, people)
              where people ? own::text) seen on true
            group by 1, 2, 3
          )
          select d.*, coalesce(service.name, wall.name, case when a.employee_id = any(known) then person.name end)
          from days d
          left join account a on d.actor_kind = 'PERSON' and a.region_code = here and a.id::text = d.actor_id
          left join employee person on person.region_code = here and person.id = a.employee_id
          left join service_token service on d.actor_kind = 'SERVICE' and service.region_code = here
            and service.id::text = d.actor_id
          left join wall_device wall on d.actor_kind = 'DEVICE' and wall.region_code = here
            and wall.id::text = d.actor_id
          where before_day is null or (d.day, d.actor_id) < (before_day, before_actor)
          order by d.day desc, d.actor_id desc limit most;
        perform set_config('pantau.kind', was, true);
      end $$`);

    // The names of those who stand in the trail, for whoever reads it.
    this.addSql(`
      create function audited_actors(ids text[]) returns table (id text, name text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        was text := coalesce(current_setting('pantau.kind', true), '');
        here text := acting('region');
        may boolean := acting_everywhere(array['AUDITOR']);
      begin
        if not may then return; end if;
        perform set_config('pantau.kind', 'SYSTEM', true);
        return query
          select a.id::text, a.name from account a where a.region_code = here and a.id::text = any(ids)
          union all select s.id::text, s.name from service_token s where s.region_code = here and s.id::text = any(ids)
          union all select w.id::text, w.name from wall_device w where w.region_code = here and w.id::text = any(ids);
        perform set_config('pantau.kind', was, true);
      end $$`);
    this.addSql(`
      do $$ begin
        grant select on correction_request to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop function audited_actors(text[])`);
    this.addSql(`drop function looks_at_me(date, text, int)`);
    this.addSql(`drop index audit_entry_actor_index`);
    this.addSql(`drop index audit_entry_at_index`);
    this.addSql(`drop index idempotency_recorded_index`);
    this.addSql(`drop table correction_request`);
  }
}
