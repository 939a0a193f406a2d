import { GraphQLError } from 'graphql';
import type { Sql } from '../database/sql.js';
import type { Actor } from './actor.js';

/*
 * A table of our own and not that of rate-limiter-flexible: its table has one text for a key and is made by itself,
 * where ours leads with the region, is made by a migration, and is what the list of services shows.
 */

/** Requests of services, counted hour by hour in PostgreSQL: for all API processes together, and beyond a restart. */
export interface Quotas {
  /**
   * Counts one request.
   * @throws QuotaSpent where the hour's are used up; what is refused does not count
   */
  spend(actor: Actor, perHour: number, now: Date): Promise<void>;
}

/** Everything that a service may ask for in this hour has been asked for. */
export class QuotaSpent extends GraphQLError {
  constructor(readonly waitSeconds: number) {
    super(`The quota of this hour is used up. Come back in ${waitSeconds} s.`, {
      extensions: {
        code: 'LIMIT_RATE',
        http: { status: 429, headers: new Map([['retry-after', String(waitSeconds)]]) },
      },
    });
  }
}

const HOUR_MS = 60 * 60_000;
/** How long the counts of an hour are kept. */
const KEPT_HOURS = 7 * 24;

/** The beginning of the clock hour: counts begin anew with it. */
export function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
}

export function createQuotas(sql: Sql): Quotas {
  return {
    async spend({ regionCode, id }, perHour, now) {
      const hour = hourOf(now);
      const rows = await sql.rows<{ requests: number }>(
        `insert into service_use as used (region_code, service_id, hour, requests) values ($1, $2, $3, 1)
         on conflict (region_code, service_id, hour) do update set requests = used.requests + 1
           where used.requests < $4
         returning requests`,
        [regionCode, id, hour, perHour],
      );
      const spent = rows[0]?.requests;
      if (spent === undefined) {
        throw new QuotaSpent(Math.ceil((hour.getTime() + HOUR_MS - now.getTime()) / 1000));
      }
      if (spent > 1) return;
      await sql.rows('delete from service_use where region_code = $1 and service_id = $2 and hour < $3', [
        regionCode,
        id,
        new Date(hour.getTime() - KEPT_HOURS * HOUR_MS),
      ]);
    },
  };
}
