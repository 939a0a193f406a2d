import type { EntityManager } from '@mikro-orm/postgresql';
import { instant, sqlOf } from '../../platform/database/sql.js';
import { WallDeviceEntity, type WallDeviceRow, type WallLevel } from './wall-device.entity.js';

/** What other rooms may ask about walls and those that wait to be paired. Every answer is of one region. */
export interface DeviceStore {
  get(id: string): Promise<WallDeviceRow | null>;
  /** The same, and nobody else changes it until the end of the transaction. */
  lock(id: string): Promise<WallDeviceRow | null>;
  /** In the order of their ids, which is the order in which they were paired; revoked ones too. */
  page(after: string | null, limit: number): Promise<WallDeviceRow[]>;
  add(device: NewDevice): Promise<void>;
  change(id: string, changes: DeviceChanges): Promise<void>;
  revoke(id: string, at: Date, by: string): Promise<void>;
  /**
   * Codes that are open, of this network and of the region, and when the first of them runs out. Nobody else opens one
   * until the end of the transaction.
   */
  openPairings(networkHash: Buffer, now: Date): Promise<OpenPairings>;
  addPairing(pairing: Pairing): Promise<void>;
  /** Forgets codes that ran out before `before`. */
  sweepPairings(before: Date): Promise<void>;
  /** Binds an open code to a wall, and keeps it until `until`; false where there is no such code. */
  bindPairing(codeHash: Buffer, deviceId: string, now: Date, until: Date): Promise<boolean>;
  pairing(pollHash: Buffer, now: Date): Promise<KnownPairing | null>;
  /** Hands the wall of a code its token, once; null where it is not to be had any more. */
  claim(pollHash: Buffer, tokenHash: Buffer, now: Date): Promise<string | null>;
}

export interface NewDevice {
  readonly id: string;
  readonly name: string;
  /** Null: the whole region. */
  readonly unitIds: string[] | null;
  readonly level: WallLevel;
  readonly pairedAt: Date;
  readonly pairedBy: string;
}

export interface DeviceChanges {
  readonly name?: string;
  readonly unitIds?: string[] | null;
  readonly level?: WallLevel;
}

export interface OpenPairings {
  readonly ofNetwork: number;
  readonly ofRegion: number;
  readonly firstEnds: Date | null;
}

/** A wall that waits; only hashes of its code and of the token that it asks with are kept. */
export interface Pairing {
  readonly codeHash: Buffer;
  readonly pollHash: Buffer;
  readonly networkHash: Buffer;
  readonly expiresAt: Date;
}

export interface KnownPairing {
  /** Null while nobody has paired it. */
  readonly deviceId: string | null;
  readonly claimed: boolean;
  readonly expiresAt: Date;
}

export interface HasDevices {
  readonly devices: DeviceStore;
}

export function createDeviceStore(em: EntityManager, regionCode: string): DeviceStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(WallDeviceEntity, { regionCode, id }, plain),
    async lock(id) {
      await sql.rows('select 1 from wall_device where region_code = $1 and id = $2 for update', [
        regionCode,
        id,
      ]);
      return em.findOne(WallDeviceEntity, { regionCode, id }, plain);
    },
    page: (after, limit) =>
      em.find(
        WallDeviceEntity,
        { regionCode, ...(after === null ? {} : { id: { $gt: after } }) },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    async add(device) {
      await em.insert(WallDeviceEntity, { ...device, regionCode });
    },
    async change(id, changes) {
      await em.nativeUpdate(WallDeviceEntity, { regionCode, id }, changes);
    },
    async revoke(id, at, by) {
      await em.nativeUpdate(WallDeviceEntity, { regionCode, id }, { revokedAt: at, revokedBy: by });
    },
    async openPairings(networkHash, now) {
      // One at a time, so that a thousand that come together are not all counted before the first is there.
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('pairing ' || $1, 0))`, [regionCode]);
      const rows = await sql.rows<{ of_network: string; of_region: string; first_ends: string | null }>(
        `select count(*) filter (where network_hash = $2) as of_network, count(*) as of_region,
           coalesce(min(expires_at) filter (where network_hash = $2), min(expires_at)) as first_ends
         from pairing where region_code = $1 and expires_at > $3 and device_id is null`,
        [regionCode, networkHash, now],
      );
      const { of_network, of_region, first_ends } = rows[0]!;
      return {
        ofNetwork: Number(of_network),
        ofRegion: Number(of_region),
        firstEnds: first_ends === null ? null : instant(first_ends),
      };
    },
    async addPairing({ codeHash, pollHash, networkHash, expiresAt }) {
      await sql.rows(
        `insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at)
         values ($1, $2, $3, $4, $5)`,
        [regionCode, codeHash, pollHash, networkHash, expiresAt],
      );
    },
    async sweepPairings(before) {
      await sql.rows('delete from pairing where region_code = $1 and expires_at < $2', [regionCode, before]);
    },
    async bindPairing(codeHash, deviceId, now, until) {
      const rows = await sql.rows(
        `update pairing set device_id = $3, expires_at = $5
         where region_code = $1 and code_hash = $2 and device_id is null and expires_at > $4 returning 1`,
        [regionCode, codeHash, deviceId, now, until],
      );
      return rows.length > 0;
    },
    async pairing(pollHash, now) {
      const rows = await sql.rows<{ device_id: string | null; claimed: boolean; expires_at: string }>(
        `select device_id, expires_at, claimed_at is not null as claimed from pairing
         where region_code = $1 and poll_hash = $2 and expires_at > $3`,
        [regionCode, pollHash, now],
      );
      const row = rows[0];
      if (row === undefined) return null;
      return { deviceId: row.device_id, claimed: row.claimed, expiresAt: instant(row.expires_at) };
    },
    async claim(pollHash, tokenHash, now) {
      const rows = await sql.rows<{ id: string }>(
        `with claimed as (
           update pairing set claimed_at = $4 where region_code = $1 and poll_hash = $2 and expires_at > $4
             and device_id is not null and claimed_at is null returning device_id
         )
         update wall_device d set token_hash = $3 from claimed
         where d.region_code = $1 and d.id = claimed.device_id and d.token_hash is null and d.revoked_at is null
         returning d.id`,
        [regionCode, pollHash, tokenHash, now],
      );
      return rows[0]?.id ?? null;
    },
  };
}
