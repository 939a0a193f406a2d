import type { EntityManager } from '@mikro-orm/postgresql';
import { sealedRows, type SealedRows } from '../../platform/database/sealed-rows.js';
import { sqlOf } from '../../platform/database/sql.js';

/** Where names of complainants stand. */
export interface ComplainantStore extends SealedRows {
  /** From this day ('YYYY-MM-DD') on its time runs. Where there is nothing, nothing happens. */
  runFrom(locator: Buffer, day: string): Promise<void>;
}

export interface HasComplainants {
  readonly complainants: ComplainantStore;
}

export function createComplainantStore(em: EntityManager, regionCode: string): ComplainantStore {
  const sql = sqlOf(em);
  return {
    ...sealedRows(sql, 'complainant', regionCode),
    async runFrom(locator, day) {
      await sql.rows(`update complainant set answered_on = $3 where region_code = $1 and locator = $2`, [
        regionCode,
        locator,
        day,
      ]);
    },
  };
}
