import { AUDIENCE } from '../../domain/access/audience.js';
import { toScope, type Relation } from '../../domain/access/scope.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { KeptScopes } from '../../platform/auth/kept-scopes.js';
import type { ReadToken } from '../../platform/auth/token.js';
import { DATA_STAND, standOf } from '../../platform/changes/data-stand.js';
import { prepared } from '../../platform/database/prepared.js';
import { instant, type Sql } from '../../platform/database/sql.js';
import type { WallLevel } from './wall-device.entity.js';

interface KnownDevice {
  readonly id: string;
  readonly unit_ids: string[] | null;
  readonly level: WallLevel;
  readonly last_seen_at: string | null;
  readonly version: string;
  readonly data_stand: string;
}

const AUDIENCE_OF_LEVEL: { readonly [L in WallLevel]: number } = {
  OFFICE: AUDIENCE.WALL | AUDIENCE.WALL_REASONS,
  VISITORS: AUDIENCE.WALL,
};
const LET_IN = AUDIENCE.PUBLIC | AUDIENCE.OFFICE;
const SEEN_EVERY_MS = 5 * 60_000;

/** The wall whose token it is; null where it is unknown or revoked. */
export async function deviceOf(
  sql: Sql,
  scopes: KeptScopes,
  { regionCode, hash }: ReadToken,
  now: Date,
): Promise<Actor | null> {
  const rows = await sql.rows<KnownDevice>(
    prepared(`select d.id, d.unit_ids, d.level, d.last_seen_at, coalesce(v.version, 0) as version,
       ${DATA_STAND} from wall_device d
     left join access_version v on v.region_code = d.region_code
     ${standOf('d.region_code')}
     where d.region_code = $1 and d.token_hash = $2 and d.revoked_at is null`),
    [regionCode, hash],
  );
  const device = rows[0];
  if (device === undefined) return null;
  const seen = device.last_seen_at === null ? 0 : instant(device.last_seen_at).getTime();
  if (now.getTime() - seen > SEEN_EVERY_MS) {
    await sql.rows('update wall_device set last_seen_at = $3 where region_code = $1 and id = $2', [
      regionCode,
      device.id,
      now,
    ]);
  }
  const scope = await scopes.get(`${regionCode} ${device.id} ${device.version}`, async () =>
    toScope(LET_IN, await unitsOf(sql, regionCode, device)),
  );
  return {
    id: device.id,
    kind: 'DEVICE',
    regionCode,
    employeeId: null,
    scope,
    dataStand: device.data_stand,
    credential: { id: device.id, expiresAt: null, enrolling: false },
  };
}

async function unitsOf(sql: Sql, regionCode: string, { unit_ids, level }: KnownDevice): Promise<Relation[]> {
  const audience = AUDIENCE_OF_LEVEL[level];
  if (unit_ids === null) return [{ audience }];
  const rows = await sql.rows<{ id: string }>(
    'select id from org_unit where region_code = $1 and path && $2::uuid[]',
    [regionCode, unit_ids],
  );
  return rows.map(({ id }) => ({ audience, unitId: id }));
}
