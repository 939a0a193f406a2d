import { Migration } from '@mikro-orm/migrations';

/**
 * Each table of a statement asks whether the actor holds a role everywhere. The grants are read once for all of them
 * and remembered until the transaction ends: inside it they are those of one actor, whose name stands beside them.
 */
export class Migration20261126040000_grants_asked_once extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function acting_everywhere(text[]) returns boolean language plpgsql stable as $$
      declare
        kind text := acting('kind');
        region text := acting('region');
        actor uuid := acting_id();
        who text := kind || ' ' || region || ' ' || coalesce(actor::text, '') || E'\\n';
        known text := current_setting('pantau.everywhere', true);
        roles text[];
      begin
        if starts_with(known, who) then
          roles := substr(known, length(who) + 1)::text[];
        else
          roles := array(select granted.role from grants_of(kind, region, actor) as granted where granted.unit_id is null);
          perform set_config('pantau.everywhere', who || roles::text, true);
        end if;
        return roles && $1;
      end $$`);
  }

  override down(): void {
    this.addSql(`
      create or replace function acting_everywhere(text[]) returns boolean language plpgsql stable as $$
      declare
        kind text := acting('kind');
        region text := acting('region');
        actor uuid := acting_id();
      begin
        return exists (select 1 from grants_of(kind, region, actor) as granted
          where granted.role = any($1) and granted.unit_id is null);
      end $$`);
  }
}
