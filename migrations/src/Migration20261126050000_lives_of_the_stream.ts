import { Migration } from '@mikro-orm/migrations';

/**
 * Which life of the data a stream of changes belongs to. A copy, a restored dump, a restored base backup and a promoted
 * standby each have another mark than the database that gave the cursors out: by then changes may be gone that
 * somebody has seen. The mark is the cluster's identity, its timeline and the database's own number.
 */
export class Migration20261126050000_lives_of_the_stream extends Migration {
  override up(): void {
    this.addSql(`
      create function stream_life() returns text language plpgsql stable as $$
      declare
        own text := (select oid::text from pg_database where datname = current_database());
      begin
        return concat_ws(' ', own, (select system_identifier from pg_control_system()),
          left(pg_walfile_name(pg_current_wal_lsn()), 8));
      exception when insufficient_privilege then
        return own;
      end $$`);
    this.addSql(`alter table stream_head add column life text not null default stream_life()`);
  }

  override down(): void {
    this.addSql(`alter table stream_head drop column life`);
    this.addSql(`drop function stream_life()`);
  }
}
