import type { EntityManager } from '@mikro-orm/postgresql';
import { ForumPhotoEntity, type ForumPhotoRow } from '../photo.entity.js';

/** What other rooms may ask about pictures of forums. Every answer is of one region. */
export interface ForumPhotoStore {
  /** All but the picture itself. */
  get(id: string): Promise<ForumPhotoRow | null>;
  byIds(ids: readonly string[]): Promise<ForumPhotoRow[]>;
  picture(id: string): Promise<Buffer | null>;
  /** Taken in these sessions, all but the pictures themselves, in the order in which they came. */
  ofSessions(sessionIds: readonly string[]): Promise<ForumPhotoRow[]>;
  /** How many were taken in a session. */
  countOf(sessionId: string): Promise<number>;
  /** How many show what became of a promise. */
  countOfCommitment(commitmentId: string): Promise<number>;
  add(photo: Omit<ForumPhotoRow, 'regionCode'>, picture: Buffer): Promise<void>;
  /** Whether everybody may see it. */
  publish(id: string, isPublic: boolean): Promise<void>;
}

export interface HasForumPhotos {
  readonly forumPhotos: ForumPhotoStore;
}

export function createForumPhotoStore(em: EntityManager, regionCode: string): ForumPhotoStore {
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ForumPhotoEntity, { regionCode, id }, plain),
    byIds: (ids) => em.find(ForumPhotoEntity, { regionCode, id: { $in: [...ids] } }, plain),
    async picture(id) {
      const row = await em.findOne(
        ForumPhotoEntity,
        { regionCode, id },
        { ...plain, populate: ['picture'] as const },
      );
      return row === null ? null : Buffer.from(row.picture as Uint8Array);
    },
    ofSessions: (sessionIds) =>
      em.find(
        ForumPhotoEntity,
        { regionCode, sessionId: { $in: [...sessionIds] }, commitmentId: null },
        { ...plain, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] },
      ),
    countOf: (sessionId) => em.count(ForumPhotoEntity, { regionCode, sessionId, commitmentId: null }),
    countOfCommitment: (commitmentId) => em.count(ForumPhotoEntity, { regionCode, commitmentId }),
    add: async (photo, picture) => {
      await em.insert(ForumPhotoEntity, { ...photo, regionCode, picture });
    },
    publish: async (id, isPublic) => {
      await em.nativeUpdate(ForumPhotoEntity, { regionCode, id }, { public: isPublic });
    },
  };
}
