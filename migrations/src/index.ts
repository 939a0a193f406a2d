import type { Migration } from '@mikro-orm/migrations';
import { Migration20261124090000_straight_line } from './Migration20261124090000_straight_line.js';
import { Migration20261124200000_scores_that_explain } from './Migration20261124200000_scores_that_explain.js';
import { Migration20261125090000_sign_in_failures } from './Migration20261125090000_sign_in_failures.js';
import { Migration20261125100000_audit_chain } from './Migration20261125100000_audit_chain.js';
import { Migration20261125110000_who_may_see } from './Migration20261125110000_who_may_see.js';
import { Migration20261125120000_privacy } from './Migration20261125120000_privacy.js';
import { Migration20261126040000_grants_asked_once } from './Migration20261126040000_grants_asked_once.js';
import { Migration20261126050000_lives_of_the_stream } from './Migration20261126050000_lives_of_the_stream.js';
import { Migration20261126060000_complaints } from './Migration20261126060000_complaints.js';
import { Migration20261126090000_feedback } from './Migration20261126090000_feedback.js';
import { Migration20261126120000_forum } from './Migration20261126120000_forum.js';
import { Migration20261126130000_shared_drafts } from './Migration20261126130000_shared_drafts.js';
import { Migration20261126150000_commitment_photos } from './Migration20261126150000_commitment_photos.js';
import { Migration20261126180000_forum_scans } from './Migration20261126180000_forum_scans.js';
import { Migration20261126220000_services_that_write } from './Migration20261126220000_services_that_write.js';
import { Migration20261126231000_imports } from './Migration20261126231000_imports.js';
import { Migration20261126232000_provisioned_people } from './Migration20261126232000_provisioned_people.js';
import { Migration20261126233000_deliveries } from './Migration20261126233000_deliveries.js';
import { Migration20261126234000_webhooks } from './Migration20261126234000_webhooks.js';
import { Migration20261127010000_people_by_name } from './Migration20261127010000_people_by_name.js';
import { Migration20261127120000_observations_by_day } from './Migration20261127120000_observations_by_day.js';
import { Migration20261127130000_who_gives_the_verdict } from './Migration20261127130000_who_gives_the_verdict.js';
import { Migration20261127150000_kept_of_me } from './Migration20261127150000_kept_of_me.js';

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** Every migration in the order in which they run. A shipped migration is never edited: write the next one. */
export const migrations: { name: string; class: MigrationClass }[] = [
  { name: 'Migration20261124090000_straight_line', class: Migration20261124090000_straight_line },
  { name: 'Migration20261124200000_scores_that_explain', class: Migration20261124200000_scores_that_explain },
  { name: 'Migration20261125090000_sign_in_failures', class: Migration20261125090000_sign_in_failures },
  { name: 'Migration20261125100000_audit_chain', class: Migration20261125100000_audit_chain },
  { name: 'Migration20261125110000_who_may_see', class: Migration20261125110000_who_may_see },
  { name: 'Migration20261125120000_privacy', class: Migration20261125120000_privacy },
  { name: 'Migration20261126040000_grants_asked_once', class: Migration20261126040000_grants_asked_once },
  { name: 'Migration20261126050000_lives_of_the_stream', class: Migration20261126050000_lives_of_the_stream },
  { name: 'Migration20261126060000_complaints', class: Migration20261126060000_complaints },
  { name: 'Migration20261126090000_feedback', class: Migration20261126090000_feedback },
  { name: 'Migration20261126120000_forum', class: Migration20261126120000_forum },
  { name: 'Migration20261126130000_shared_drafts', class: Migration20261126130000_shared_drafts },
  { name: 'Migration20261126150000_commitment_photos', class: Migration20261126150000_commitment_photos },
  { name: 'Migration20261126180000_forum_scans', class: Migration20261126180000_forum_scans },
  { name: 'Migration20261126220000_services_that_write', class: Migration20261126220000_services_that_write },
  { name: 'Migration20261126231000_imports', class: Migration20261126231000_imports },
  { name: 'Migration20261126232000_provisioned_people', class: Migration20261126232000_provisioned_people },
  { name: 'Migration20261126233000_deliveries', class: Migration20261126233000_deliveries },
  { name: 'Migration20261126234000_webhooks', class: Migration20261126234000_webhooks },
  { name: 'Migration20261127010000_people_by_name', class: Migration20261127010000_people_by_name },
  {
    name: 'Migration20261127120000_observations_by_day',
    class: Migration20261127120000_observations_by_day,
  },
  {
    name: 'Migration20261127130000_who_gives_the_verdict',
    class: Migration20261127130000_who_gives_the_verdict,
  },
  { name: 'Migration20261127150000_kept_of_me', class: Migration20261127150000_kept_of_me },
];
