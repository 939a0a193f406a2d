import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { SessionEntity, type SessionRow } from './session.entity.js';

/** What other rooms may ask about sessions and the codes that lead to one. */
export interface SessionStore {
  add(session: Omit<SessionRow, 'endedAt'>): Promise<void>;
  /** Those that last, newest first; a person has few, `limit` bounds the answer all the same. */
  ofAccount(accountId: string, now: Date, limit: number): Promise<SessionRow[]>;
  /** Ends one session of an account, or all of them but one. Gives how many ended. */
  end(
    accountId: string,
    which: { readonly id?: string; readonly except?: string },
    at: Date,
  ): Promise<number>;
  /** The second factor has been proven in it. */
  strengthen(id: string): Promise<void>;
  /** Everything kept in memory about anybody's rights in the region is out of date from the commit on. */
  rightsMoved(): Promise<void>;
  addCode(code: OneTimeCode): Promise<void>;
  /** Whose code it is, where it is valid; it stays valid. */
  peekCode(purpose: OneTimeCode['purpose'], hash: Buffer, now: Date): Promise<string | null>;
  /** Takes a code, once; null where there is none that is valid. */
  useCode(
    purpose: OneTimeCode['purpose'],
    hash: Buffer,
    now: Date,
  ): Promise<{ accountId: string | null } | null>;
  /** Whether a code that makes the first administrator waits to be used. */
  isSetUpDue(now: Date): Promise<boolean>;
  /** Codes that were given out before for the same are no longer valid. */
  dropCodes(purpose: OneTimeCode['purpose'], accountId: string | null): Promise<void>;
}

/** A code that lets somebody in once; only its hash is kept. */
export interface OneTimeCode {
  readonly purpose: 'SET_UP' | 'INVITATION';
  readonly hash: Buffer;
  readonly accountId: string | null;
  readonly expiresAt: Date;
}

export interface HasSessions {
  readonly sessions: SessionStore;
}

export function createSessionStore(em: EntityManager, regionCode: string): SessionStore {
  const sql = sqlOf(em);
  return {
    async add(session) {
      await em.insert(SessionEntity, { ...session, endedAt: null });
    },
    ofAccount: (accountId, now, limit) =>
      em.find(
        SessionEntity,
        { regionCode, accountId, endedAt: null, expiresAt: { $gt: now } },
        { disableIdentityMap: true, orderBy: { id: 'desc' }, limit },
      ),
    async end(accountId, { id, except }, at) {
      const rows = await sql.rows(
        `update session set ended_at = $3 where region_code = $1 and account_id = $2 and ended_at is null
           and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5) returning id`,
        [regionCode, accountId, at, id ?? null, except ?? null],
      );
      return rows.length;
    },
    async strengthen(id) {
      await sql.rows('update session set second_factor = true where region_code = $1 and id = $2', [
        regionCode,
        id,
      ]);
    },
    async rightsMoved() {
      await sql.rows(
        `insert into access_version (region_code, version) values ($1, 1)
         on conflict (region_code) do update set version = access_version.version + 1`,
        [regionCode],
      );
    },
    async addCode({ purpose, hash, accountId, expiresAt }) {
      await sql.rows(
        `insert into one_time_code (region_code, code_hash, purpose, account_id, expires_at)
         values ($1, $2, $3, $4, $5)`,
        [placeOf(purpose, regionCode), hash, purpose, accountId, expiresAt],
      );
    },
    async peekCode(purpose, hash, now) {
      const rows = await sql.rows<{ account_id: string | null }>(
        `select account_id from one_time_code where region_code = $1 and purpose = $2 and code_hash = $3
           and used_at is null and expires_at > $4`,
        [placeOf(purpose, regionCode), purpose, hash, now],
      );
      return rows[0]?.account_id ?? null;
    },
    async useCode(purpose, hash, now) {
      const rows = await sql.rows<{ account_id: string | null }>(
        `update one_time_code set used_at = $4 where region_code = $1 and purpose = $2 and code_hash = $3
           and used_at is null and expires_at > $4 returning account_id`,
        [placeOf(purpose, regionCode), purpose, hash, now],
      );
      return rows[0] === undefined ? null : { accountId: rows[0].account_id };
    },
    async isSetUpDue(now) {
      const rows = await sql.rows(
        `select 1 from one_time_code where region_code = '' and purpose = 'SET_UP' and used_at is null
           and expires_at > $1 limit 1`,
        [now],
      );
      return rows.length > 0;
    },
    async dropCodes(purpose, accountId) {
      await sql.rows(
        `delete from one_time_code where region_code = $1 and purpose = $2 and account_id is not distinct from $3
           and used_at is null`,
        [placeOf(purpose, regionCode), purpose, accountId],
      );
    },
  };
}

/** The code that opens the first region is of none yet. */
function placeOf(purpose: OneTimeCode['purpose'], regionCode: string): string {
  return purpose === 'SET_UP' ? '' : regionCode;
}
