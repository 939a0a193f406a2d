import type { Sql } from '../../platform/database/sql.js';
import { COMPARED } from './verify/compared.sql.js';
import { EFFECTIVE } from './verify/effective.sql.js';
import { MEASURED } from './verify/measured.sql.js';
import { SCORED } from './verify/scored.sql.js';

/** Something stored that is not what the raw record says. */
export interface ScoreDifference {
  readonly what: 'employee' | 'unit' | 'measurement' | 'placement';
  readonly regionCode: string;
  readonly id: string;
  readonly periodCode: string;
  readonly expected: string | null;
  readonly stored: string | null;
}

/**
 * How a connection is to be opened that compares much. PostgreSQL knows nothing of the sizes of the steps between and
 * would join them row by row, which takes the square of the time; hashing does not.
 */
export const VERIFY_OPTIONS = '-c enable_nestloop=off -c enable_mergejoin=off -c work_mem=64MB -c jit=off';

/**
 * Every stored score, and every sum on the way to it, beside the one that plain SQL computes from the raw record: an
 * implementation of its own, which shares no line with the rules in TypeScript. An empty answer means that nothing
 * differs. It reads everything: for tests and for the night.
 */
export async function scoreDifferences(sql: Sql): Promise<ScoreDifference[]> {
  return sql.rows<ScoreDifference>(
    `with ${[EFFECTIVE, MEASURED, SCORED, COMPARED].join(',')}
     select what, region_code as "regionCode", id, period_code as "periodCode", expected, stored
     from (select * from employees union all select * from measurements union all select * from placements
       union all select * from units) differences`,
  );
}
