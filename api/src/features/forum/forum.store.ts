import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { uuidv7 } from 'uuidv7';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { sealTexts } from '../../platform/audit/seal-texts.js';
import type { Trail } from '../../platform/audit/trail.js';
import { ForumEntryEntity, type ForumEntryRow } from './entry.entity.js';
import { ForumMinutesEntity, type ForumMinutesRow } from './minutes.entity.js';
import { ForumOutcomeEntity, type ForumOutcomeRow } from './outcome.entity.js';
import { ForumSeriesEntity, type ForumSeriesRow } from './series.entity.js';
import { ForumSessionEntity, type ForumSessionRow } from './session.entity.js';

/** Which sessions; null: no matter. Days are 'YYYY-MM-DD', both inside. */
export interface SessionFilter {
  readonly unitIds: readonly string[] | null;
  readonly seriesId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a page of sessions ended. */
export interface SessionKey {
  readonly heldOn: string;
  readonly id: string;
}

/**
 * More is no meeting: one in each minute of three hours. It bounds what one session can give, and a signature names
 * all of them in one list, which no request lets grow beyond this (`LIMITS.listItems`).
 */
export const MOST_OUTCOMES = 200;

/** What other rooms may ask about forums and their sessions. Every answer is of one region. */
export interface ForumStore {
  series(id: string): Promise<ForumSeriesRow | null>;
  seriesByIds(ids: readonly string[]): Promise<ForumSeriesRow[]>;
  seriesPage(
    unitIds: readonly string[] | null,
    after: string | null,
    limit: number,
  ): Promise<ForumSeriesRow[]>;
  putSeries(series: Omit<ForumSeriesRow, 'regionCode'>): Promise<void>;
  session(id: string): Promise<ForumSessionRow | null>;
  /** The same, and nobody else adds to it until the transaction ends. */
  holdSession(id: string): Promise<ForumSessionRow | null>;
  /** Latest day first. */
  sessionPage(filter: SessionFilter, after: SessionKey | null, limit: number): Promise<ForumSessionRow[]>;
  putSession(session: ForumSessionRow): Promise<void>;
  entry(id: string): Promise<ForumEntryRow | null>;
  /** Entries of these sessions and this part, in the order in which they were made. */
  entriesOf(sessionIds: readonly string[], part: ForumEntryRow['part']): Promise<ForumEntryRow[]>;
  addEntry(entry: Omit<ForumEntryRow, 'regionCode'>): Promise<void>;
  outcome(id: string): Promise<ForumOutcomeRow | null>;
  /** In the order in which they were made. */
  outcomesOf(sessionIds: readonly string[]): Promise<ForumOutcomeRow[]>;
  /** What answers it, withdrawn or not, in the order in which it was made. */
  answersTo(id: string): Promise<ForumOutcomeRow[]>;
  countOutcomes(sessionId: string): Promise<number>;
  byTracking(trackingHash: Buffer): Promise<ForumOutcomeRow | null>;
  addOutcome(outcome: ForumOutcomeRow, trackingHash: Buffer | null): Promise<void>;
  saveOutcome(outcome: ForumOutcomeRow): Promise<void>;
  /** The latest version; null: nobody has signed. */
  minutes(sessionId: string): Promise<ForumMinutesRow | null>;
  addMinutes(sessionId: string, version: number, content: string, at: Date): Promise<void>;
}

export interface HasForum {
  readonly forum: ForumStore;
}

export function createForumStore(em: EntityManager, regionCode: string, trail: Trail): ForumStore {
  const plain = { disableIdentityMap: true } as const;
  return {
    series: (id) => em.findOne(ForumSeriesEntity, { regionCode, id }, plain),
    seriesByIds: (ids) => em.find(ForumSeriesEntity, { regionCode, id: { $in: [...ids] } }, plain),
    seriesPage: (unitIds, after, limit) =>
      em.find(
        ForumSeriesEntity,
        {
          regionCode,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          ...(after === null ? {} : { id: { $gt: after } }),
        },
        { ...plain, orderBy: { id: 'asc' }, limit },
      ),
    putSeries: async (series) => {
      await em.upsert(ForumSeriesEntity, { regionCode, ...series }, { disableIdentityMap: true });
    },
    session: (id) => em.findOne(ForumSessionEntity, { regionCode, id }, plain),
    holdSession: (id) =>
      em.findOne(ForumSessionEntity, { regionCode, id }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE }),
    sessionPage: ({ unitIds, seriesId, from, to }, after, limit) =>
      em.find(
        ForumSessionEntity,
        {
          regionCode,
          ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
          ...(seriesId === null ? {} : { seriesId }),
          $and: [
            from === null ? {} : { heldOn: { $gte: from } },
            to === null ? {} : { heldOn: { $lte: to } },
            after === null
              ? {}
              : {
                  $or: [{ heldOn: { $lt: after.heldOn } }, { heldOn: after.heldOn, id: { $gt: after.id } }],
                },
          ],
        },
        { ...plain, orderBy: [{ heldOn: 'desc' }, { id: 'asc' }], limit },
      ),
    putSession: async (session) => {
      await em.upsert(ForumSessionEntity, session, { disableIdentityMap: true });
    },
    entry: (id) => em.findOne(ForumEntryEntity, { regionCode, id }, plain),
    entriesOf: (sessionIds, part) =>
      em.find(
        ForumEntryEntity,
        { regionCode, sessionId: { $in: [...sessionIds] }, part },
        { ...plain, orderBy: [{ takenAt: 'asc' }, { seq: 'asc' }, { id: 'asc' }] },
      ),
    async addEntry(entry) {
      const { salt, commitment } = sealTexts([entry.said ?? null, entry.reason ?? null]);
      await em.insert(ForumEntryEntity, {
        ...entry,
        regionCode,
        recordedIn: trail.id,
        wordsSalt: salt,
        wordsCommitment: commitment,
      });
      const { id, sessionId, part, deviceId, seq, takenAt, deviceAt, receivedAt, sentBy, amends } = entry;
      trail.cover([
        evidenceLine('forum_entry', id, [
          ...[sessionId, part, deviceId ?? null, seq ?? null, micros(takenAt)],
          ...[deviceAt == null ? null : micros(deviceAt), micros(receivedAt), sentBy, amends],
          commitment?.toString('hex') ?? null,
        ]),
      ]);
    },
    outcome: (id) => em.findOne(ForumOutcomeEntity, { regionCode, id }, plain),
    outcomesOf: (sessionIds) =>
      em.find(
        ForumOutcomeEntity,
        { regionCode, sessionId: { $in: [...sessionIds] } },
        { ...plain, orderBy: [{ takenAt: 'asc' }, { seq: 'asc' }, { id: 'asc' }] },
      ),
    answersTo: (answersId) =>
      em.find(
        ForumOutcomeEntity,
        { regionCode, answersId },
        { ...plain, orderBy: [{ takenAt: 'asc' }, { seq: 'asc' }, { id: 'asc' }] },
      ),
    countOutcomes: (sessionId) => em.count(ForumOutcomeEntity, { regionCode, sessionId }),
    byTracking: (trackingHash) => em.findOne(ForumOutcomeEntity, { regionCode, trackingHash }, plain),
    addOutcome: async (outcome, trackingHash) => {
      await em.insert(ForumOutcomeEntity, { ...outcome, trackingHash });
    },
    saveOutcome: async ({ id, text, unitId, revision, alternatives, withdrawn }) => {
      await em.nativeUpdate(
        ForumOutcomeEntity,
        { regionCode, id },
        { text, unitId, revision, alternatives, withdrawn },
      );
    },
    async minutes(sessionId) {
      const [latest = null] = await em.find(
        ForumMinutesEntity,
        { regionCode, sessionId },
        { ...plain, orderBy: { version: 'desc' }, limit: 1 },
      );
      return latest;
    },
    async addMinutes(sessionId, version, content, at) {
      const sha256 = createHash('sha256').update(content).digest();
      const id = uuidv7();
      const row = { regionCode, id, sessionId, version, content, sha256, madeAt: at, recordedIn: trail.id };
      await em.insert(ForumMinutesEntity, row);
      const digest = sha256.toString('hex');
      // Twice: once for the digest that is kept, once for the words, out of which the verifier makes it anew.
      trail.cover([evidenceLine('forum_minutes', id, [sessionId, version, digest, digest, micros(at)])]);
    },
  };
}
