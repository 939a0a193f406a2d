import { personOf } from '../features/accounts/person-of.js';
import { deviceOf } from '../features/devices/device-of.js';
import { serviceOf } from '../features/services/service-of.js';
import { createAskTogether } from '../platform/ask-together.js';
import type { Actor } from '../platform/auth/actor.js';
import { createKeptScopes } from '../platform/auth/kept-scopes.js';
import { readToken, type ReadToken } from '../platform/auth/token.js';
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

/**
 * Asks the database for each request: what was withdrawn lets nobody in from the moment on at which that was committed.
 * Requests of one token that come while it is being asked share the next question.
 */
export function createIdentify(sql: Sql, clock: Clock): Identify {
  const scopes = createKeptScopes();
  const together = createAskTogether<Identified | null>();
  const find = async (token: ReadToken): Promise<Identified | null> => {
    if (token.kind === 'SERVICE') return serviceOf(sql, scopes, token, clock());
    const findActor = token.kind === 'SESSION' ? personOf : deviceOf;
    const actor = await findActor(sql, scopes, token, clock());
    return actor && { actor, quotaPerHour: null };
  };
  return async (text) => {
    const token = readToken(text);
    return token && together(token.hash.toString('latin1'), () => find(token));
  };
}
