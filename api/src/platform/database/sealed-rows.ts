import type { Sql } from './sql.js';

/** Rows that are sealed and stand where a key says. Only the system reads them: commands, never a reader. */
export interface SealedRows {
  /** What is sealed there; null where there is nothing. */
  sealedAt(locator: Buffer): Promise<Buffer | null>;
  /** `day` is 'YYYY-MM-DD'. */
  add(locator: Buffer, sealed: Buffer, day: string): Promise<void>;
  erase(locator: Buffer): Promise<void>;
}

/** The sealed rows of a region in a table with the columns `locator`, `sealed` and `created_on`. */
export function sealedRows(
  sql: Sql,
  table: 'complainant' | 'feedback_contact',
  regionCode: string,
): SealedRows {
  return {
    async sealedAt(locator) {
      const rows = await sql.rows<{ sealed: string }>(
        `select encode(sealed, 'hex') as sealed from ${table} where region_code = $1 and locator = $2`,
        [regionCode, locator],
      );
      return rows[0] === undefined ? null : Buffer.from(rows[0].sealed, 'hex');
    },
    async add(locator, sealed, day) {
      await sql.rows(
        `insert into ${table} (region_code, locator, sealed, created_on) values ($1, $2, $3, $4)`,
        [regionCode, locator, sealed, day],
      );
    },
    async erase(locator) {
      await sql.rows(`delete from ${table} where region_code = $1 and locator = $2`, [regionCode, locator]);
    },
  };
}
