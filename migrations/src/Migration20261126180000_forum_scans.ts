import { Migration } from '@mikro-orm/migrations';

/** Who is in the hall by the QR code on its screen: sums of a session and nothing of anybody. */
export class Migration20261126180000_forum_scans extends Migration {
  override up(): void {
    this.addSql(`
      alter table forum_session
        add column scanned int not null default 0,
        add column scanned_groups jsonb not null default '{}',
        add constraint forum_session_scanned_check check (scanned >= 0)`);
  }

  override down(): void {
    this.addSql(`alter table forum_session drop column scanned, drop column scanned_groups`);
  }
}
