import { personOf } from '../features/accounts/person-of.js';
import { deviceOf } from '../features/devices/device-of.js';
import { serviceOf } from '../features/services/service-of.js';
import type { Actor } from '../platform/auth/actor.js';
import { createKeptScopes } from '../platform/auth/kept-scopes.js';
import { readToken } from '../platform/auth/token.js';
import type { Clock } from '../platform/clock.js';
import type { Sql } from '../platform/database/sql.js';

/** Who was let in, and how many requests an hour are theirs; null: as many as they like. */
export interface Identified {
  readonly actor: Actor;
  readonly quotaPerHour: number | null;
}

/** Who a token lets in; null where it lets nobody in, or nobody any more. */
export interface Identify {
  (token: unknown): Promise<Identified | null>;
}

/** Asks the database each time: what was withdrawn lets nobody in from the moment on at which that was committed. */
export function createIdentify(sql: Sql, clock: Clock): Identify {
  const scopes = createKeptScopes();
  return async (text) => {
    const token = readToken(text);
    if (token === null) return null;
    if (token.kind === 'SERVICE') return serviceOf(sql, scopes, token, clock());
    const find = token.kind === 'SESSION' ? personOf : deviceOf;
    const actor = await find(sql, scopes, token, clock());
    return actor && { actor, quotaPerHour: null };
  };
}
