import { Migration } from '@mikro-orm/migrations';

/** What a program that provisions people keeps with each of them: its own id, and whether it has let go of them. */
export class Migration20261126232000_provisioned_people extends Migration {
  override up(): void {
    this.addSql(`
      alter table employee add column external_id text null, add column deprovisioned_at timestamptz null,
        add constraint employee_external_check check (char_length(external_id) between 1 and 200)`);
    this.addSql(`create index employee_external_index on employee (region_code, external_id)
      where external_id is not null`);
  }

  override down(): void {
    this.addSql(`drop index employee_external_index`);
    this.addSql(`alter table employee drop constraint employee_external_check, drop column deprovisioned_at,
      drop column external_id`);
  }
}
