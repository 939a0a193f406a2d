/** What begins empty in a copy: its stream, its chain and its keys are its own. */
const BEGINS_EMPTY = new Set([
  'stream_head',
  'change_log',
  'audit_head',
  'audit_entry',
  'audit_detail',
  'audit_subject',
  'idempotency',
  'observation',
]);

/** Copies the people, plans and sums of one region into other regions. Ids may be the same: every key leads with the region. */
export async function copyRegion(client, from, codes) {
  const tables = await tablesInOrder(client);
  for (const code of codes) {
    for (const { name, columns } of tables) {
      if (BEGINS_EMPTY.has(name)) continue;
      const others = columns.filter((column) => column !== 'region_code').map((column) => `"${column}"`);
      await client.query(
        `insert into ${name} (${['region_code', ...others].join(', ')})
         select ${['$2', ...others].join(', ')} from ${name} where region_code = $1`,
        [from, code],
      );
    }
    await client.query(`insert into stream_head (region_code, epoch) select $1, 'bench'`, [code]);
    await client.query(
      `insert into audit_head (region_code, hash) values ($1, sha256(convert_to('pantau 1 ' || $1, 'UTF8')))`,
      [code],
    );
  }
}

/** Tables that lead with the region, those that others point to first. */
async function tablesInOrder(client) {
  const { rows } = await client.query(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(array_agg(distinct f.confrelid::regclass::text), '{}') from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and exists (
       select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_code')`,
  );
  const ordered = [];
  while (ordered.length < rows.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const next = rows.filter(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)));
    if (next.length === 0) throw new Error('the tables point to each other in a circle');
    ordered.push(...next);
  }
  return ordered;
}
