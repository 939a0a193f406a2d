import { createHmac, type KeyObject } from 'node:crypto';
import type { MikroORM } from '../database/orm.js';
import { instant, sqlOf } from '../database/sql.js';

/** What is rationed: how much of it one network may do, or all together, in a window that begins with the first. */
export interface Rationed {
  readonly what: 'COMPLAINT' | 'FEEDBACK' | 'SCAN';
  /** What it is about, where each has a ration of its own: the id of a counter, of a session. */
  readonly about?: string;
  /** As `networkOf` gives it; null: all networks together. It is hashed with a key before it is stored. */
  readonly network: string | null;
  readonly most: number;
  readonly windowSeconds: number;
}

/** One piece of it. */
export type Taken =
  | { readonly given: true; readonly giveBack: () => Promise<void> }
  /** There is none left. Whole seconds until there is, 1 or more. */
  | { readonly given: false; readonly waitSeconds: number };

/** What strangers may do only so often, counted in PostgreSQL: for all API processes together, and beyond their restart. */
export interface Rations {
  take(regionCode: string, rationed: Rationed, now: Date): Promise<Taken>;
}

/*
 * The counts stand in the table of failures to sign in, which is made for this: keyed digests, a number, and when it
 * ceases to count. They are swept with those.
 */

/** `key` is that of the purpose 'rate'. */
export function createRations(orm: MikroORM, key: KeyObject): Rations {
  const sql = () => sqlOf(orm.em.fork());
  return {
    async take(regionCode, { what, about, network, most, windowSeconds }, now) {
      const hash = createHmac('sha256', key)
        .update(JSON.stringify(['RATION', what, network, ...(about === undefined ? [] : [about])]))
        .digest();
      const ends = new Date(now.getTime() + windowSeconds * 1000);
      const [count] = await sql().rows<{ failures: number; window_ends: string }>(
        `insert into sign_in_failure as c (region_code, key_hash, failures, window_ends) values ($1, $2, 1, $3)
         on conflict (region_code, key_hash) do update set
           failures = case when c.window_ends > $4 then c.failures + 1 else 1 end,
           window_ends = case when c.window_ends > $4 then c.window_ends else $3 end
         returning failures, window_ends`,
        [regionCode, hash, ends, now],
      );
      const giveBack = async () => {
        await sql().rows(
          `update sign_in_failure set failures = greatest(failures - 1, 0) where region_code = $1 and key_hash = $2`,
          [regionCode, hash],
        );
      };
      if (count!.failures <= most) return { given: true, giveBack };
      await giveBack();
      const left = (instant(count!.window_ends).getTime() - now.getTime()) / 1000;
      return { given: false, waitSeconds: Math.max(1, Math.ceil(left)) };
    },
  };
}
