import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { DayKey } from './day-key.js';
import { sqlOf } from '../../platform/database/sql.js';
import {
  CommitmentEntity,
  CommitmentStepEntity,
  type CommitmentRow,
  type CommitmentStepRow,
} from './commitment.entity.js';

/** Which commitments; null: no matter. Days are 'YYYY-MM-DD'. */
export interface CommitmentFilter {
  readonly unitIds: readonly string[] | null;
  readonly openOnly: boolean;
  /** Only those that are late on this day. */
  readonly lateOn: string | null;
}

/** Where a page of commitments ended. */
export interface CommitmentKey {
  readonly dueOn: string;
  readonly id: string;
}

/** How promises stand, in numbers. */
export interface PromiseFigures {
  readonly open: number;
  readonly late: number;
  readonly keptInTime: number;
  readonly keptLate: number;
  readonly cannot: number;
}

/** What other rooms may ask about promises made in forums. Every answer is of one region, none withdrawn. */
export interface CommitmentStore {
  get(id: string): Promise<CommitmentRow | null>;
  /** The same, withdrawn or not, and nobody else changes it until the transaction ends. */
  hold(id: string): Promise<CommitmentRow | null>;
  byIds(ids: readonly string[]): Promise<CommitmentRow[]>;
  /** Earliest last day first. */
  page(filter: CommitmentFilter, after: CommitmentKey | null, limit: number): Promise<CommitmentRow[]>;
  /** What was done or given up, the latest first. */
  settledPage(
    unitIds: readonly string[] | null,
    after: DayKey | null,
    limit: number,
  ): Promise<CommitmentRow[]>;
  /** How many are under way, late, kept, given up; `today` is 'YYYY-MM-DD'. */
  figures(unitIds: readonly string[] | null, today: string): Promise<PromiseFigures>;
  /**
   * What a session begins with: the promises of its forum from before its day which nobody had settled when the
   * forum met last.
   */
  before(seriesId: string, heldOn: string, limit: number): Promise<CommitmentRow[]>;
  /** For walls: what is open, the earliest last day first, then what was settled since, the latest first. */
  onBoard(settledSince: string, limit: number): Promise<CommitmentRow[]>;
  /** Open ones whose last day is over, which have been told of fewer times than twice; nobody else takes them meanwhile. */
  holdOverdue(today: string, limit: number): Promise<CommitmentRow[]>;
  put(commitment: CommitmentRow): Promise<void>;
  /** Of each, as they happened; what happened at one time, as it was written. */
  stepsOf(commitmentIds: readonly string[]): Promise<CommitmentStepRow[]>;
  addStep(step: Omit<CommitmentStepRow, 'regionCode' | 'seq'>): Promise<void>;
}

export interface HasCommitments {
  readonly commitments: CommitmentStore;
}

export function createCommitmentStore(em: EntityManager, regionCode: string): CommitmentStore {
  const plain = { disableIdentityMap: true } as const;
  const there = { regionCode, withdrawn: false } as const;
  return {
    get: (id) => em.findOne(CommitmentEntity, { ...there, id }, plain),
    hold: (id) =>
      em.findOne(CommitmentEntity, { regionCode, id }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE }),
    byIds: (ids) => em.find(CommitmentEntity, { ...there, id: { $in: [...ids] } }, plain),
    page: ({ unitIds, openOnly, lateOn }, after, limit) =>
      em.find(
        CommitmentEntity,
        {
          ...there,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          ...(openOnly || lateOn !== null ? { settledOn: null } : {}),
          $and: [
            lateOn === null ? {} : { dueOn: { $lt: lateOn } },
            after === null
              ? {}
              : { $or: [{ dueOn: { $gt: after.dueOn } }, { dueOn: after.dueOn, id: { $gt: after.id } }] },
          ],
        },
        { ...plain, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], limit },
      ),
    settledPage: (unitIds, after, limit) =>
      em.find(
        CommitmentEntity,
        {
          ...there,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          $and: [
            { settledOn: { $ne: null } },
            after === null
              ? {}
              : { $or: [{ settledOn: { $lt: after.day } }, { settledOn: after.day, id: { $gt: after.id } }] },
          ],
        },
        { ...plain, orderBy: [{ settledOn: 'desc' }, { id: 'asc' }], limit },
      ),
    async figures(unitIds, today) {
      const [row] = await sqlOf(em).rows<PromiseFigures>(
        `select count(*) filter (where settled_on is null and due_on >= $3::date)::int as open,
           count(*) filter (where settled_on is null and due_on < $3::date)::int as late,
           count(*) filter (where state = 'DONE' and settled_on <= due_on)::int as "keptInTime",
           count(*) filter (where state = 'DONE' and settled_on > due_on)::int as "keptLate",
           count(*) filter (where state = 'CANNOT')::int as cannot
         from commitment
         where region_code = $1 and not withdrawn and ($2::uuid[] is null or unit_id = any($2))`,
        [regionCode, unitIds, today],
      );
      return row!;
    },
    async before(seriesId, heldOn, limit) {
      const ids = await sqlOf(em).rows<{ id: string }>(
        `select id from commitment
         where region_code = $1 and series_id = $2 and not withdrawn and promised_on < $3::date
           and (settled_on is null or settled_on > coalesce((select max(held_on) from forum_session
             where region_code = $1 and series_id = $2 and held_on < $3::date and phase <> 'PLANNED'), '-infinity'))
         order by due_on, id limit $4`,
        [regionCode, seriesId, heldOn, limit],
      );
      const rows = await em.find(CommitmentEntity, { ...there, id: { $in: ids.map(({ id }) => id) } }, plain);
      return inOrder(rows, ids);
    },
    async onBoard(settledSince, limit) {
      const open = await em.find(
        CommitmentEntity,
        { ...there, settledOn: null },
        { ...plain, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], limit },
      );
      const settled = await em.find(
        CommitmentEntity,
        { ...there, settledOn: { $gte: settledSince } },
        { ...plain, orderBy: [{ settledOn: 'desc' }, { id: 'asc' }], limit },
      );
      return [...open, ...settled];
    },
    holdOverdue: (today, limit) =>
      em.find(
        CommitmentEntity,
        { ...there, settledOn: null, dueOn: { $lt: today }, escalated: { $lt: 2 } },
        {
          ...plain,
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          limit,
          lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
        },
      ),
    put: async (commitment) => {
      await em.upsert(CommitmentEntity, commitment, { disableIdentityMap: true });
    },
    stepsOf: (commitmentIds) =>
      em.find(
        CommitmentStepEntity,
        { regionCode, commitmentId: { $in: [...commitmentIds] } },
        { ...plain, orderBy: [{ at: 'asc' }, { seq: 'asc' }] },
      ),
    addStep: async (step) => {
      await em.insert(CommitmentStepEntity, { regionCode, ...step });
    },
  };
}

function inOrder<T extends { readonly id: string }>(
  rows: readonly T[],
  ids: readonly { readonly id: string }[],
): T[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => known.get(id) ?? []);
}
