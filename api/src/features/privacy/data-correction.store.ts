import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { DataCorrectionDecision } from '../../domain/privacy/accept-data-correction.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { sealTexts } from '../../platform/audit/seal-texts.js';
import type { Trail } from '../../platform/audit/trail.js';
import { CorrectionRequestEntity, type CorrectionRequestRow } from './correction-request.entity.js';

/** A request on its way into the record. */
export type NewCorrectionRequest = Pick<
  CorrectionRequestRow,
  'id' | 'employeeId' | 'about' | 'text' | 'wanted' | 'requestedAt' | 'requestedBy' | 'dueAt'
>;

/** What other rooms may ask about requests to correct data. Every answer is of one region. */
export interface DataCorrectionStore {
  get(id: string): Promise<CorrectionRequestRow | null>;
  /** The same, and nobody else answers it until the transaction ends. */
  hold(id: string): Promise<CorrectionRequestRow | null>;
  /** Oldest first: the one that is due first stands first. `employeeId` null: everybody's. */
  page(
    filter: { readonly employeeId: string | null; readonly openOnly: boolean },
    after: string | null,
    limit: number,
  ): Promise<CorrectionRequestRow[]>;
  /** How many of somebody's nobody has answered. */
  openOf(employeeId: string): Promise<number>;
  add(request: NewCorrectionRequest): Promise<void>;
  answer(
    id: string,
    answer: {
      readonly decision: DataCorrectionDecision;
      readonly note: string;
      readonly at: Date;
      readonly by: string;
    },
  ): Promise<void>;
}

export interface HasDataCorrections {
  readonly dataCorrections: DataCorrectionStore;
}

export function createDataCorrectionStore(
  em: EntityManager,
  regionCode: string,
  trail: Trail,
): DataCorrectionStore {
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(CorrectionRequestEntity, { regionCode, id }, plain),
    hold: (id) =>
      em.findOne(
        CorrectionRequestEntity,
        { regionCode, id },
        { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
      ),
    page: ({ employeeId, openOnly }, after, limit) =>
      em.find(
        CorrectionRequestEntity,
        {
          regionCode,
          ...(employeeId === null ? {} : { employeeId }),
          ...(openOnly ? { decision: null } : {}),
          ...(after === null ? {} : { id: { $gt: after } }),
        },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    openOf: (employeeId) => em.count(CorrectionRequestEntity, { regionCode, employeeId, decision: null }),
    async add(request) {
      const { id, employeeId, about, text, wanted, requestedAt, requestedBy, dueAt } = request;
      const { salt, commitment } = sealTexts([text ?? null, wanted ?? null]);
      await em.insert(CorrectionRequestEntity, {
        ...request,
        regionCode,
        decision: null,
        note: null,
        answeredAt: null,
        answeredBy: null,
        recordedIn: trail.id,
        wordsSalt: salt,
        wordsCommitment: commitment,
      });
      trail.cover([
        evidenceLine('correction_request', id, [
          ...[employeeId, about, micros(requestedAt), requestedBy, micros(dueAt)],
          commitment?.toString('hex') ?? null,
        ]),
      ]);
    },
    async answer(id, { decision, note, at, by }) {
      const { salt: noteSalt, commitment: noteCommitment } = sealTexts([note]);
      await em.nativeUpdate(
        CorrectionRequestEntity,
        { regionCode, id },
        {
          ...{ decision, note, answeredAt: at, answeredBy: by },
          ...{ answeredIn: trail.id, noteSalt, noteCommitment },
        },
      );
      trail.cover([
        evidenceLine('correction_answer', id, [
          ...[decision, micros(at), by, noteCommitment?.toString('hex') ?? null],
        ]),
      ]);
    },
  };
}
