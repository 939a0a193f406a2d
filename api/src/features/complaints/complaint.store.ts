import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { sealTexts } from '../../platform/audit/seal-texts.js';
import type { Trail } from '../../platform/audit/trail.js';
import { sqlOf } from '../../platform/database/sql.js';
import { ComplaintEntity, type ComplaintRow } from './complaint.entity.js';

/** A complaint on its way into the record. */
export interface NewComplaint extends Omit<
  ComplaintRow,
  'regionCode' | 'text' | 'answer' | 'answeredAt' | 'answeredBy'
> {
  readonly text: string;
  readonly trackingHash: Buffer;
}

/** What other rooms may ask about complaints. Every answer is of one region, and none says who complains. */
export interface ComplaintStore {
  get(id: string): Promise<ComplaintRow | null>;
  /** The same, and nobody else answers it until the transaction ends. */
  hold(id: string): Promise<ComplaintRow | null>;
  byTracking(trackingHash: Buffer): Promise<ComplaintRow | null>;
  /** Nobody else who may be given this code is given any until the transaction ends. */
  holdTracking(trackingHash: Buffer): Promise<void>;
  /** Oldest first. `unitIds` null: of all units. */
  page(
    filter: { readonly unitIds: readonly string[] | null; readonly openOnly: boolean },
    after: string | null,
    limit: number,
  ): Promise<ComplaintRow[]>;
  add(complaint: NewComplaint): Promise<void>;
  answer(
    id: string,
    answer: { readonly text: string; readonly at: Date; readonly by: string },
  ): Promise<void>;
}

export interface HasComplaints {
  readonly complaints: ComplaintStore;
}

export function createComplaintStore(em: EntityManager, regionCode: string, trail: Trail): ComplaintStore {
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ComplaintEntity, { regionCode, id }, plain),
    hold: (id) =>
      em.findOne(ComplaintEntity, { regionCode, id }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE }),
    byTracking: (trackingHash) => em.findOne(ComplaintEntity, { regionCode, trackingHash }, plain),
    async holdTracking(trackingHash) {
      await sqlOf(em).rows(`select pg_advisory_xact_lock(hashtextextended('complaint ' || $1 || $2, 0))`, [
        regionCode,
        trackingHash.toString('hex'),
      ]);
    },
    page: ({ unitIds, openOnly }, after, limit) =>
      em.find(
        ComplaintEntity,
        {
          regionCode,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          ...(openOnly ? { answeredAt: null } : {}),
          ...(after === null ? {} : { id: { $gt: after } }),
        },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    async add(complaint) {
      const { id, unitId, channel, naming, text, filedAt, filedBy, respondBy, dueOn, trackingHash } =
        complaint;
      const { salt, commitment } = sealTexts([text]);
      await em.insert(ComplaintEntity, {
        ...complaint,
        regionCode,
        answer: null,
        answeredAt: null,
        answeredBy: null,
        recordedIn: trail.id,
        wordsSalt: salt,
        wordsCommitment: commitment,
      });
      trail.cover([
        evidenceLine('complaint', id, [
          ...[unitId, complaint.class, channel, naming, micros(filedAt), filedBy, respondBy, dueOn],
          ...[trackingHash.toString('hex'), commitment?.toString('hex') ?? null],
        ]),
      ]);
    },
    async answer(id, { text, at, by }) {
      const { salt: answerSalt, commitment: answerCommitment } = sealTexts([text]);
      await em.nativeUpdate(
        ComplaintEntity,
        { regionCode, id },
        {
          ...{ answer: text, answeredAt: at, answeredBy: by },
          ...{ answeredIn: trail.id, answerSalt, answerCommitment },
        },
      );
      trail.cover([
        evidenceLine('complaint_answer', id, [
          ...[micros(at), by, answerCommitment?.toString('hex') ?? null],
        ]),
      ]);
    },
  };
}
