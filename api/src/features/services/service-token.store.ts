import type { EntityManager } from '@mikro-orm/postgresql';
import type { ServiceScope } from '../../domain/access/audience.js';
import { sqlOf } from '../../platform/database/sql.js';
import { ServiceTokenEntity, type ServiceTokenRow } from './service-token.entity.js';

/** What other rooms may ask about programs that are let in. Every answer is of one region. */
export interface ServiceTokenStore {
  get(id: string): Promise<ServiceTokenRow | null>;
  /** The same, and nobody else changes it until the end of the transaction. */
  lock(id: string): Promise<ServiceTokenRow | null>;
  /** In the order of their ids, which is the order in which they were made; ended ones too. */
  page(after: string | null, limit: number): Promise<ServiceTokenRow[]>;
  add(service: NewService): Promise<void>;
  /** Takes a new token; the old one is good until `oldUntil`, or ends at once. One that was old before ends. */
  rotate(id: string, tokenHash: Buffer, oldUntil: Date | null): Promise<void>;
  revoke(id: string, at: Date, by: string): Promise<void>;
  /** Requests of each service in the hour that begins at `hour`. */
  usesIn(hour: Date, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface NewService {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly scopes: ServiceScope[];
  /** Null: the whole region. */
  readonly unitIds: string[] | null;
  readonly quotaPerHour: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
}

export interface HasServiceTokens {
  readonly serviceTokens: ServiceTokenStore;
}

export function createServiceTokenStore(em: EntityManager, regionCode: string): ServiceTokenStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ServiceTokenEntity, { regionCode, id }, plain),
    async lock(id) {
      await sql.rows('select 1 from service_token where region_code = $1 and id = $2 for update', [
        regionCode,
        id,
      ]);
      return em.findOne(ServiceTokenEntity, { regionCode, id }, plain);
    },
    page: (after, limit) =>
      em.find(
        ServiceTokenEntity,
        { regionCode, ...(after === null ? {} : { id: { $gt: after } }) },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    async add(service) {
      await em.insert(ServiceTokenEntity, { ...service, regionCode });
    },
    async rotate(id, tokenHash, oldUntil) {
      await sql.rows(
        `update service_token set token_hash = $3, previous_until = $4,
           previous_token_hash = case when $4::timestamptz is null then null else token_hash end
         where region_code = $1 and id = $2`,
        [regionCode, id, tokenHash, oldUntil],
      );
    },
    async revoke(id, at, by) {
      await em.nativeUpdate(ServiceTokenEntity, { regionCode, id }, { revokedAt: at, revokedBy: by });
    },
    async usesIn(hour, ids) {
      const rows = await sql.rows<{ service_id: string; requests: number }>(
        `select service_id, requests from service_use
         where region_code = $1 and hour = $2 and service_id = any($3::uuid[])`,
        [regionCode, hour, ids],
      );
      return new Map(rows.map(({ service_id, requests }) => [service_id, requests]));
    },
  };
}
