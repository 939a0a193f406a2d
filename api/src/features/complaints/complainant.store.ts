import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';

/** Where names of complainants stand. Only the system reads it: commands, never a reader. */
export interface ComplainantStore {
  /** What is sealed there; null where there is nothing. */
  sealedAt(locator: Buffer): Promise<Buffer | null>;
  /** `day` is 'YYYY-MM-DD'. */
  add(locator: Buffer, sealed: Buffer, day: string): Promise<void>;
  /** From this day on its time runs. Where there is nothing, nothing happens. */
  runFrom(locator: Buffer, day: string): Promise<void>;
  erase(locator: Buffer): Promise<void>;
}

export interface HasComplainants {
  readonly complainants: ComplainantStore;
}

export function createComplainantStore(em: EntityManager, regionCode: string): ComplainantStore {
  const sql = sqlOf(em);
  return {
    async sealedAt(locator) {
      const rows = await sql.rows<{ sealed: string }>(
        `select encode(sealed, 'hex') as sealed from complainant where region_code = $1 and locator = $2`,
        [regionCode, locator],
      );
      return rows[0] === undefined ? null : Buffer.from(rows[0].sealed, 'hex');
    },
    async add(locator, sealed, day) {
      await sql.rows(
        `insert into complainant (region_code, locator, sealed, created_on) values ($1, $2, $3, $4)`,
        [regionCode, locator, sealed, day],
      );
    },
    async runFrom(locator, day) {
      await sql.rows(`update complainant set answered_on = $3 where region_code = $1 and locator = $2`, [
        regionCode,
        locator,
        day,
      ]);
    },
    async erase(locator) {
      await sql.rows('delete from complainant where region_code = $1 and locator = $2', [
        regionCode,
        locator,
      ]);
    },
  };
}
