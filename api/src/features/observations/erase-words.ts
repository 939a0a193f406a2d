import type { Sql } from '../../platform/database/sql.js';

/**
 * Erases the free texts of all observations of an employee, with the salts that could prove a guess at them. The rows
 * stay, scores do not move, and the audit chain verifies as before; the verifier counts them as erased. The caller
 * appends an entry of the audit chain that says so.
 * @returns how many observations had any
 */
export async function eraseWords(sql: Sql, regionCode: string, employeeId: string): Promise<number> {
  const rows = await sql.rows(
    `update observation set note = null, correction_reason = left(correction_reason, 0), words_salt = null
     where region_code = $1 and employee_id = $2 and words_salt is not null returning 1`,
    [regionCode, employeeId],
  );
  return rows.length;
}
