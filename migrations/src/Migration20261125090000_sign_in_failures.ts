import { Migration } from '@mikro-orm/migrations';

/**
 * Failures to sign in, counted for all API processes together. Whose they are stands there as a keyed hash only: no
 * login name and no address. Rows are swept once their window has ended. There is no reference to the region, so that
 * a count takes no lock beyond its own row.
 */
export class Migration20261125090000_sign_in_failures extends Migration {
  override up(): void {
    this.addSql(`
      create table sign_in_failure (
        region_code text not null,
        key_hash bytea not null,
        failures int not null,
        window_ends timestamptz not null,
        constraint sign_in_failure_pkey primary key (region_code, key_hash),
        constraint sign_in_failure_key_check check (octet_length(key_hash) = 32),
        constraint sign_in_failure_count_check check (failures >= 0)
      )`);
    this.addSql(`create index sign_in_failure_window_index on sign_in_failure (region_code, window_ends)`);
  }

  override down(): void {
    this.addSql(`drop table sign_in_failure`);
  }
}
