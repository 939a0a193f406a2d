import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ForumKind } from '../../domain/forum/entry.js';

/** A forum that meets again and again. */
export const ForumSeriesEntity = defineEntity({
  name: 'ForumSeries',
  tableName: 'forum_series',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    /** The unit that invites. */
    unitId: p.uuid(),
    kind: p.text().$type<ForumKind>(),
    name: p.text(),
    place: p.text(),
    quorum: p.integer(),
    createdAt: p.datetime().columnType('timestamptz'),
    createdBy: p.text(),
  },
});

export type ForumSeriesRow = InferEntity<typeof ForumSeriesEntity>;
