import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** The minutes of a session as they were signed, or as an amendment left them. */
export const ForumMinutesEntity = defineEntity({
  name: 'ForumMinutes',
  tableName: 'forum_minutes',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    /** Counts from 1: as they were signed. */
    version: p.integer(),
    /** JSON of `domain/forum/minutes.ts`. It holds no name of who signed. */
    content: p.text(),
    sha256: p.blob(),
    madeAt: p.datetime().columnType('timestamptz'),
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

export type ForumMinutesRow = Omit<InferEntity<typeof ForumMinutesEntity>, 'recordedIn'>;
