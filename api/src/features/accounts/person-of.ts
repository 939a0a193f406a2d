import { localDate } from '../../domain/calendar.js';
import { AUDIENCE } from '../../domain/access/audience.js';
import { toScope } from '../../domain/access/scope.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { KeptScopes } from '../../platform/auth/kept-scopes.js';
import type { ReadToken } from '../../platform/auth/token.js';
import { DATA_STAND, standOf } from '../../platform/changes/data-stand.js';
import { prepared } from '../../platform/database/prepared.js';
import { instant, type Sql } from '../../platform/database/sql.js';
import { loadPersonScope } from './load-person-scope.js';

interface SessionOfAccount {
  readonly session_id: string;
  readonly account_id: string;
  readonly employee_id: string | null;
  readonly expires_at: string;
  readonly last_seen_at: string;
  readonly second_factor: boolean;
  readonly demo: boolean;
  readonly powerful: boolean;
  readonly version: string;
  readonly data_stand: string;
}

/** Signed in, and nothing else yet. */
const ENROLLING = toScope(AUDIENCE.PUBLIC | AUDIENCE.ACCOUNT, []);
/** How exact "last seen" is: a busy page must not write with each question. */
const SEEN_EVERY_MS = 5 * 60_000;

/** The person whose session it is; null where it has ended, run out, or its account is locked. */
export async function personOf(
  sql: Sql,
  scopes: KeptScopes,
  { regionCode, hash }: ReadToken,
  now: Date,
): Promise<Actor | null> {
  const rows = await sql.rows<SessionOfAccount>(
    prepared(`select s.id as session_id, a.id as account_id, a.employee_id, s.expires_at, s.last_seen_at, s.second_factor, a.demo,
       coalesce(v.version, 0) as version,
       ${DATA_STAND}, exists (select 1 from role_grant g where g.region_code = a.region_code and g.account_id = a.id
         and g.revoked_at is null and g.role = any($4)) as powerful
     from session s
     join account a on a.region_code = s.region_code and a.id = s.account_id and a.state = 'ACTIVE'
     left join access_version v on v.region_code = s.region_code
     ${standOf('s.region_code')}
     where s.region_code = $1 and s.token_hash = $2 and s.ended_at is null and s.expires_at > $3`),
    [regionCode, hash, now, POWERS],
  );
  const row = rows[0];
  if (row === undefined) return null;
  if (now.getTime() - instant(row.last_seen_at).getTime() > SEEN_EVERY_MS) {
    await sql.rows('update session set last_seen_at = $3 where region_code = $1 and id = $2', [
      regionCode,
      row.session_id,
      now,
    ]);
  }
  const enrolling = row.powerful && !row.second_factor && !row.demo;
  const today = localDate(now);
  const scope = enrolling
    ? ENROLLING
    : await scopes.get(`${regionCode} ${row.account_id} ${row.version} ${today}`, () =>
        loadPersonScope(sql, regionCode, row.account_id, row.employee_id, today),
      );
  return {
    id: row.account_id,
    kind: 'PERSON',
    regionCode,
    employeeId: row.employee_id,
    scope,
    dataStand: row.data_stand,
    credential: { id: row.session_id, expiresAt: instant(row.expires_at), enrolling },
  };
}

const POWERS = ['LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'];
