import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import type { Clock } from '../clock.js';
import type { Sql } from '../database/sql.js';
import type { Logger } from '../logger.js';
import { appendAudit } from './append-audit.js';

/** Writes down who tried a command that is not theirs, and lets the denial go on its way. */
export type TellDenied = (actor: Actor, verb: string, error: unknown) => Promise<void>;

const MINUTE_MS = 60_000;
/** Remembered at most: beyond that the oldest are forgotten, and may be told once more. */
const REMEMBERED = 10_000;

/**
 * One entry a minute for one actor and one command, in each API process: whoever hammers at a closed door fills the
 * trail with nothing. Strangers are not told of: they belong to no region.
 */
export function createTellDenied(sql: Sql, clock: Clock, logger: Logger): TellDenied {
  const told = new Map<string, number>();
  return async (actor, verb, error) => {
    if (!(error instanceof Denied) || actor.regionCode === null) return;
    const now = clock();
    const key = `${actor.id} ${verb}`;
    const last = told.get(key);
    if (last !== undefined && now.getTime() - last < MINUTE_MS) return;
    told.delete(key);
    told.set(key, now.getTime());
    if (told.size > REMEMBERED) told.delete(told.keys().next().value!);
    const { kind, id } = actor;
    try {
      await appendAudit(sql, actor.regionCode, {
        at: now,
        actor: { kind, id },
        action: verb,
        outcome: 'DENIED',
        detail: null,
      });
    } catch (failure) {
      // It is denied all the same.
      told.delete(key);
      logger.warn({ error: (failure as Error).message }, 'a denial could not be told');
    }
  };
}
