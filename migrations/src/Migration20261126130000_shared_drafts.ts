import { Migration } from '@mikro-orm/migrations';

/** When the draft of a session's minutes was shared with everybody. */
export class Migration20261126130000_shared_drafts extends Migration {
  override up(): void {
    this.addSql(`alter table forum_session add column shared_at timestamptz null`);
  }

  override down(): void {
    this.addSql(`alter table forum_session drop column shared_at`);
  }
}
