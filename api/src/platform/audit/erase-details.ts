import type { Sql } from '../database/sql.js';

/**
 * Erases what entries say of persons: the detail, its salt, and who was looked at. The entries stay, and the chain
 * verifies as before; the verifier counts them as erased. The caller appends an entry of its own that says so.
 * @returns how many there were
 */
export async function eraseDetails(sql: Sql, regionCode: string, seqs: readonly bigint[]): Promise<number> {
  const rows = await sql.rows(
    'delete from audit_detail where region_code = $1 and seq = any($2::bigint[]) returning 1',
    [regionCode, seqs.map(String)],
  );
  return rows.length;
}
