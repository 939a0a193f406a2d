import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { MY_DATA_PARTS, type MyDataPart } from './my-data-parts.js';

/** Whose data are asked for. */
export interface MyDataOf {
  readonly accountId: string;
  /** Null: the account belongs to no employee. */
  readonly employeeId: string | null;
}

/** One row of a part, as JSON text: decimals stay exact. */
export interface MyDataRow {
  readonly key: string;
  readonly json: string;
}

/** Everything that is kept about one person, part by part. */
export interface MyDataStore {
  page(part: MyDataPart, of: MyDataOf, after: string | null, limit: number): Promise<MyDataRow[]>;
}

export interface HasMyData {
  readonly myData: MyDataStore;
}

export function createMyDataStore(em: EntityManager, regionCode: string): MyDataStore {
  const sql = sqlOf(em);
  return {
    page: (part, { employeeId, accountId }, after, limit) =>
      sql.rows<MyDataRow>(
        `with own as (select $1::text as region_code, $2::uuid as employee_id, $3::uuid as account_id)
         select part.key, part.row::text as json from (${MY_DATA_PARTS[part].rows}) part (key, row)
         where $4::text is null or part.key collate "C" > $4 order by part.key collate "C" limit $5`,
        [regionCode, employeeId, accountId, after, limit],
      ),
  };
}
