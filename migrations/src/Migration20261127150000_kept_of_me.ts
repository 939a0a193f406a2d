import { Migration } from '@mikro-orm/migrations';

/** A query about whoever asks and nobody else, over rows that are closed to them: `own` is their id, `here` the region. */
const ofOneself = (name: string, rows: string) => `
  create function ${name}() returns table (key text, kept jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    was text := coalesce(current_setting('pantau.kind', true), '');
    here text := acting('region');
    own uuid := acting_employee();
  begin
    if own is null then return; end if;
    perform set_config('pantau.kind', 'SYSTEM', true);
    return query ${rows};
    perform set_config('pantau.kind', was, true);
  end $$`;

/** What a person's download could not hold, because the rows are open to those alone who work with them. */
export class Migration20261127150000_kept_of_me extends Migration {
  override up(): void {
    // Who took it is told where it is a program; of a person it is somebody else's data, and stands among the looks.
    this.addSql(
      ofOneself(
        'handed_on_of_me',
        `select d.id::text, jsonb_build_object('delivery_id', d.id, 'period_code', d.period_code, 'taken_at', d.taken_at,
            'taken_by_kind', d.taken_by_kind, 'service', t.name, 'acknowledged_at', d.acknowledged_at,
            'confirmation_id', s.confirmation_id, 'change', s.change, 'parts', s.parts, 'was_id', s.was_id)
          from delivery_stand s
          join delivery d on d.region_code = s.region_code and d.id = s.delivery_id
          left join service_token t on d.taken_by_kind = 'SERVICE' and t.region_code = d.region_code
            and t.id::text = d.taken_by
          where s.region_code = here and s.employee_id = own`,
      ),
    );
    // A row that was refused names its person by the NIP alone. Of a reporting line it is told that there was one: the
    // NIP of whoever appraises is that one's.
    this.addSql(
      ofOneself(
        'imported_of_me',
        `select r.draft_id || ' ' || lpad(r.line::text, 9, '0'), jsonb_build_object('draft_id', r.draft_id, 'line', r.line,
            'kind', d.kind, 'made_at', d.made_at, 'applied_at', d.applied_at, 'undone_at', d.undone_at,
            'outcome', r.outcome, 'cells', r.cells - 'appraiser', 'before', r.before - 'appraiser',
            'after', r.after - 'appraiser', 'starts_on', r.starts_on)
          from import_row r
          join import_draft d on d.region_code = r.region_code and d.id = r.draft_id
          join employee e on e.region_code = r.region_code and e.id = own
          where r.region_code = here
            and (r.subject_id = own or (r.subject_id is null and replace(r.cells ->> 'nip', ' ', '') = e.nip))`,
      ),
    );
  }

  override down(): void {
    this.addSql(`drop function imported_of_me()`);
    this.addSql(`drop function handed_on_of_me()`);
  }
}
