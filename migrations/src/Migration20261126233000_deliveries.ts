import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/**
 * What was handed on, to whom, and how it stood: so that the next pull can tell what is new, changed or taken back.
 * Confirmations are named and the rest is digested; nothing of a person is copied.
 */
export class Migration20261126233000_deliveries extends Migration {
  override up(): void {
    this.addSql(`
      create table delivery (
        region_code text not null,
        id uuid not null,
        period_code text not null,
        taken_by text not null,
        taken_by_kind text not null,
        taken_at timestamptz not null,
        since_id uuid null,
        total int not null,
        new_rows int not null,
        changed_rows int not null,
        withdrawn_rows int not null,
        acknowledged_at timestamptz null,
        remembered boolean not null,
        constraint delivery_pkey primary key (region_code, id),
        constraint delivery_period_foreign foreign key (region_code, period_code) references period (region_code, code),
        constraint delivery_taker_check check (taken_by_kind in ('PERSON', 'SERVICE', 'COMMAND'))
      )`);
    this.addSql(`create index delivery_taker_index on delivery (region_code, taken_by, period_code, id)`);
    this.addSql(`alter table delivery enable row level security`);
    this.addSql(holdOwnerWithoutReaders('delivery'));
    this.addSql(`
      create policy delivery_seen on delivery using ((select is_system())
        or (region_code = (select acting('region'))
          and (taken_by = (select acting('id')) or (select acting_everywhere(array['ADMINISTRATOR'])))))`);

    this.addSql(`
      create table delivery_stand (
        region_code text not null,
        delivery_id uuid not null,
        employee_id uuid not null,
        confirmation_id uuid null,
        digest bytea null,
        change text null,
        parts text[] null,
        was_id uuid null,
        constraint delivery_stand_pkey primary key (region_code, delivery_id, employee_id),
        constraint delivery_stand_delivery_foreign foreign key (region_code, delivery_id)
          references delivery (region_code, id),
        constraint delivery_stand_digest_check check ((digest is null) = (confirmation_id is null)
          and (digest is null or octet_length(digest) = 32)),
        constraint delivery_stand_change_check check (change in ('NEW', 'CHANGED', 'WITHDRAWN'))
      )`);
    this.addSql(`
      create index delivery_stand_change_index on delivery_stand (region_code, delivery_id, employee_id)
        where change is not null`);
    this.addSql(`alter table delivery_stand enable row level security`);
    this.addSql(holdOwnerWithoutReaders('delivery_stand'));
    this.addSql(`
      create policy delivery_stand_seen on delivery_stand using ((select is_system())
        or (region_code = (select acting('region')) and delivery_id in (
          select d.id from delivery d where d.region_code = (select acting('region'))
            and d.taken_by = (select acting('id')))))`);

    // Whether somebody has a plan: whoever may see a predicate may know why there is none.
    this.addSql(`
      create function planned_in(region text, period text, employees uuid[]) returns uuid[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare
        was text := coalesce(current_setting('pantau.kind', true), '');
        found uuid[];
      begin
        perform set_config('pantau.kind', 'SYSTEM', true);
        found := (select coalesce(array_agg(s.employee_id), '{}') from employee_score s
          where s.region_code = $1 and s.period_code = $2 and s.employee_id = any($3));
        perform set_config('pantau.kind', was, true);
        return found;
      end $$`);
    this.addSql(`
      do $$ begin
        grant select on delivery, delivery_stand to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop function planned_in(text, text, uuid[])`);
    this.addSql(`drop table delivery_stand`);
    this.addSql(`drop table delivery`);
  }
}
