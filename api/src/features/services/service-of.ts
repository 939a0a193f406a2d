import { AUDIENCE, audienceOfScopes, type ServiceScope } from '../../domain/access/audience.js';
import { toScope, type Relation } from '../../domain/access/scope.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { KeptScopes } from '../../platform/auth/kept-scopes.js';
import type { ReadToken } from '../../platform/auth/token.js';
import { DATA_STAND, standOf } from '../../platform/changes/data-stand.js';
import { prepared } from '../../platform/database/prepared.js';
import { instant, type Sql } from '../../platform/database/sql.js';

interface KnownService {
  readonly id: string;
  readonly unit_ids: string[] | null;
  readonly scopes: ServiceScope[];
  readonly quota_per_hour: number;
  readonly expires_at: string;
  /** Until when the token is good that was presented, where it is the one before the last change. */
  readonly old_until: string | null;
  readonly last_used_at: string | null;
  readonly version: string;
  readonly data_stand: string;
}

/** A service, and how much it may ask for. */
export interface Service {
  readonly actor: Actor;
  readonly quotaPerHour: number;
}

const LET_IN = AUDIENCE.PUBLIC | AUDIENCE.OFFICE;
const USED_EVERY_MS = 60_000;
/** Enough of a hash to tell two tokens apart. */
const CREDENTIAL_BYTES = 8;

/** The service whose token it is; null where it is unknown, revoked or run out. */
export async function serviceOf(
  sql: Sql,
  scopes: KeptScopes,
  { regionCode, hash }: ReadToken,
  now: Date,
): Promise<Service | null> {
  const rows = await sql.rows<KnownService>(
    prepared(`select s.id, s.unit_ids, s.scopes, s.quota_per_hour, s.expires_at, s.last_used_at, coalesce(v.version, 0) as version,
       ${DATA_STAND},
       case when s.token_hash <> $2 then s.previous_until end as old_until
     from service_token s left join access_version v on v.region_code = s.region_code
     ${standOf('s.region_code')}
     where s.region_code = $1 and s.revoked_at is null and s.expires_at > $3
       and (s.token_hash = $2 or (s.previous_token_hash = $2 and s.previous_until > $3))`),
    [regionCode, hash, now],
  );
  const service = rows[0];
  if (service === undefined) return null;
  const used = service.last_used_at === null ? 0 : instant(service.last_used_at).getTime();
  if (now.getTime() - used > USED_EVERY_MS) {
    await sql.rows('update service_token set last_used_at = $3 where region_code = $1 and id = $2', [
      regionCode,
      service.id,
      now,
    ]);
  }
  const scope = await scopes.get(`${regionCode} ${service.id} ${service.version}`, async () =>
    toScope(LET_IN, await reachOf(sql, regionCode, service)),
  );
  const { expires_at, old_until } = service;
  const ends = [expires_at, ...(old_until === null ? [] : [old_until])].map((text) =>
    instant(text).getTime(),
  );
  const actor: Actor = {
    id: service.id,
    kind: 'SERVICE',
    regionCode,
    employeeId: null,
    scope,
    dataStand: service.data_stand,
    // Two tokens of one service may be in use, and end at different times.
    credential: {
      id: `${service.id} ${hash.toString('hex', 0, CREDENTIAL_BYTES)}`,
      expiresAt: new Date(Math.min(...ends)),
      enrolling: false,
    },
  };
  return { actor, quotaPerHour: service.quota_per_hour };
}

async function reachOf(
  sql: Sql,
  regionCode: string,
  { unit_ids, scopes }: KnownService,
): Promise<Relation[]> {
  const audience = audienceOfScopes(scopes);
  if (unit_ids === null) return [{ audience }];
  const rows = await sql.rows<{ unit_id: string; employee_id: string | null }>(
    `select u.id as unit_id, e.id as employee_id from org_unit u
     left join employee e on e.region_code = u.region_code and e.unit_id = u.id
     where u.region_code = $1 and u.path && $2::uuid[]`,
    [regionCode, unit_ids],
  );
  return rows.flatMap(({ unit_id, employee_id }) => [
    { audience, unitId: unit_id },
    ...(employee_id === null ? [] : [{ audience, employeeId: employee_id }]),
  ]);
}
