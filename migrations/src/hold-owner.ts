/**
 * Where readers have a role of their own (`pantau_reader`) and this login may take it on, row level security holds
 * them, and the owner's own work need not pay for it. Elsewhere it has to hold the owner: readers are the owner then.
 */
export function holdOwnerWithoutReaders(table: string): string {
  return `
    do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'pantau_reader' and pg_has_role(current_user, oid, 'MEMBER'))
      then
        alter table ${table} force row level security;
      end if;
    end $$`;
}
