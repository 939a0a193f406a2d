import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlOf } from '../../platform/database/sql.js';
import { ServiceCounterEntity, type ServiceCounterRow } from './service-counter.entity.js';

/** A counter on its way into the list, with the hash of its code. */
export interface NewCounter extends Omit<ServiceCounterRow, 'regionCode'> {
  readonly codeHash: Buffer;
}

/** What of a counter is to be another. */
export type CounterChanges = Partial<Pick<NewCounter, 'name' | 'open' | 'codeGeneration' | 'codeHash'>>;

/** What other rooms may ask about counters. Every answer is of one region. */
export interface ServiceCounterStore {
  get(id: string): Promise<ServiceCounterRow | null>;
  byIds(ids: readonly string[]): Promise<ServiceCounterRow[]>;
  /** The same, and nobody else changes it until the transaction ends. */
  hold(id: string): Promise<ServiceCounterRow | null>;
  byCode(codeHash: Buffer): Promise<ServiceCounterRow | null>;
  /** In the order in which they were made, closed ones too. `unitIds` null: of all units. */
  page(unitIds: readonly string[] | null, after: string | null, limit: number): Promise<ServiceCounterRow[]>;
  /** How many a unit has. Nobody else makes one there until the transaction ends. */
  countHeld(unitId: string): Promise<number>;
  add(counter: NewCounter): Promise<void>;
  change(id: string, changes: CounterChanges): Promise<void>;
}

export interface HasServiceCounters {
  readonly serviceCounters: ServiceCounterStore;
}

export function createServiceCounterStore(em: EntityManager, regionCode: string): ServiceCounterStore {
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ServiceCounterEntity, { regionCode, id }, plain),
    byIds: (ids) => em.find(ServiceCounterEntity, { regionCode, id: { $in: [...ids] } }, plain),
    hold: (id) =>
      em.findOne(
        ServiceCounterEntity,
        { regionCode, id },
        { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
      ),
    byCode: (codeHash) => em.findOne(ServiceCounterEntity, { regionCode, codeHash }, plain),
    page: (unitIds, after, limit) =>
      em.find(
        ServiceCounterEntity,
        {
          regionCode,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          ...(after === null ? {} : { id: { $gt: after } }),
        },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    async countHeld(unitId) {
      await sqlOf(em).rows(`select pg_advisory_xact_lock(hashtextextended('counter ' || $1 || $2, 0))`, [
        regionCode,
        unitId,
      ]);
      return em.count(ServiceCounterEntity, { regionCode, unitId });
    },
    async add(counter) {
      await em.insert(ServiceCounterEntity, { ...counter, regionCode });
    },
    async change(id, changes) {
      await em.nativeUpdate(ServiceCounterEntity, { regionCode, id }, changes);
    },
  };
}
