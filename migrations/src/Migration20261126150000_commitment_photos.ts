import { Migration } from '@mikro-orm/migrations';

const KEEPERS = `array['FACILITATOR', 'LEADERSHIP', 'AUDITOR']`;
const KEPT_BY_UNIT_THAT_INVITES = `session_id in (select id from forum_session held
  where held.region_code = forum_photo.region_code and held.unit_id = any((select granted_units(${KEEPERS}))::uuid[]))`;
const KEPT_BY_UNIT_THAT_PROMISED = `commitment_id in (select id from commitment promise
  where promise.region_code = forum_photo.region_code and promise.unit_id = any((select granted_units(${KEEPERS}))::uuid[]))`;

/**
 * A picture may show what became of a promise. The unit that promised may look at it too, and who is of the region at
 * what everybody may see. A step outlives its picture, which is deleted when its time is over: nothing binds them.
 */
export class Migration20261126150000_commitment_photos extends Migration {
  override up(): void {
    this.addSql(`alter table forum_photo add column commitment_id uuid null,
      add constraint forum_photo_commitment_foreign foreign key (region_code, commitment_id)
        references commitment (region_code, id)`);
    this.addSql(`create index forum_photo_commitment_index on forum_photo (region_code, commitment_id)
      where commitment_id is not null`);
    this.addSql(`drop policy forum_photo_seen on forum_photo`);
    this.addSql(`create policy forum_photo_seen on forum_photo using ((select is_system())
      or (region_code = (select acting('region'))
        and ((public and (select acting_id()) is not null)
          or (select acting_everywhere(${KEEPERS}))
          or ${KEPT_BY_UNIT_THAT_INVITES}
          or ${KEPT_BY_UNIT_THAT_PROMISED})))`);
  }

  override down(): void {
    this.addSql(`drop policy forum_photo_seen on forum_photo`);
    this.addSql(`create policy forum_photo_seen on forum_photo using ((select is_system())
      or (region_code = (select acting('region'))
        and ((select acting_everywhere(${KEEPERS})) or ${KEPT_BY_UNIT_THAT_INVITES})))`);
    this.addSql(`drop index forum_photo_commitment_index`);
    this.addSql(`alter table forum_photo drop column commitment_id`);
  }
}
