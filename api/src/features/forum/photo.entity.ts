import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A picture of a session or of what became of a promise: drawn anew by the server, so that nothing else is in it. */
export const ForumPhotoEntity = defineEntity({
  name: 'ForumPhoto',
  tableName: 'forum_photo',
  properties: {
    regionCode: p.text().primary(),
    /** Made by the device. */
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    outcomeId: p.uuid().nullable(),
    /** The promise of which it shows what became; null: it was taken in the session. */
    commitmentId: p.uuid().nullable(),
    /** JPEG, at most 1 MiB. */
    picture: p.blob().lazy(),
    /** Of what the device sent: the same picture is taken once. */
    sha256: p.blob(),
    width: p.integer(),
    height: p.integer(),
    /** Whether citizens may see it: somebody has looked that nobody is in it who would not want to be. */
    public: p.boolean(),
    takenBy: p.text(),
    receivedAt: p.datetime().columnType('timestamptz'),
  },
});

export type ForumPhotoRow = Omit<InferEntity<typeof ForumPhotoEntity>, 'picture'>;
