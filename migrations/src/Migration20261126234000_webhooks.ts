import { Migration } from '@mikro-orm/migrations';
import { holdOwnerWithoutReaders } from './hold-owner.js';

/** Where other programs are told that something changed, and what was sent to them. */
export class Migration20261126234000_webhooks extends Migration {
  override up(): void {
    this.addSql(`
      create table webhook (
        region_code text not null,
        id uuid not null,
        name text not null,
        url text not null,
        types text[] not null,
        secret bytea not null,
        previous_secret bytea null,
        previous_until timestamptz null,
        epoch text not null,
        log_offset bigint not null,
        created_at timestamptz not null,
        created_by text not null,
        last_success_at timestamptz null,
        failing_since timestamptz null,
        disabled_at timestamptz null,
        disabled_because text null,
        ended_at timestamptz null,
        ended_by text null,
        constraint webhook_pkey primary key (region_code, id),
        constraint webhook_region_code_foreign foreign key (region_code) references region (region_code),
        constraint webhook_types_check check
          (types <@ array['PERIOD_CONFIRMED', 'SCORE_CORRECTED', 'EMPLOYEE_CHANGED'] and cardinality(types) > 0),
        constraint webhook_disabled_check check ((disabled_at is null) = (disabled_because is null)),
        constraint webhook_disabled_because_check check (disabled_because in ('ADMINISTRATOR', 'GONE', 'FAILING'))
      )`);
    // One change makes at most one delivery of a type for an endpoint, whoever makes them and however often.
    this.addSql(`
      create table webhook_delivery (
        region_code text not null,
        id uuid not null,
        webhook_id uuid not null,
        type text not null,
        log_offset bigint null,
        body text not null,
        made_at timestamptz not null,
        state text not null,
        attempts int not null,
        tries int not null,
        next_at timestamptz null,
        last_at timestamptz null,
        status int null,
        trouble text null,
        constraint webhook_delivery_pkey primary key (region_code, id),
        constraint webhook_delivery_once_unique unique (region_code, webhook_id, log_offset, type),
        constraint webhook_delivery_webhook_foreign foreign key (region_code, webhook_id)
          references webhook (region_code, id) on delete cascade,
        constraint webhook_delivery_type_check check
          (type in ('PERIOD_CONFIRMED', 'SCORE_CORRECTED', 'EMPLOYEE_CHANGED', 'TEST')),
        constraint webhook_delivery_state_check check (state in ('WAITING', 'DELIVERED', 'FAILED')),
        constraint webhook_delivery_next_check check ((state = 'WAITING') = (next_at is not null))
      )`);
    this.addSql(`create index webhook_delivery_list_index on webhook_delivery (region_code, webhook_id, id)`);
    this
      .addSql(`create index webhook_delivery_due_index on webhook_delivery (region_code, webhook_id, next_at)
      where state = 'WAITING'`);
    this.addSql(`create index webhook_delivery_made_index on webhook_delivery (region_code, made_at)`);
    for (const table of ['webhook', 'webhook_delivery']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(holdOwnerWithoutReaders(table));
      this.addSql(`
        create policy ${table}_seen on ${table} using ((select is_system())
          or (region_code = (select acting('region')) and (select acting_everywhere(array['ADMINISTRATOR']))))`);
    }
    this.addSql(`
      do $$ begin
        grant select on webhook, webhook_delivery to pantau_reader;
      exception when undefined_object or insufficient_privilege then null;
      end $$`);
  }

  override down(): void {
    this.addSql(`drop table webhook_delivery`);
    this.addSql(`drop table webhook`);
  }
}
