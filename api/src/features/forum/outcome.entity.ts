import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { OutcomeKind } from '../../domain/forum/entry.js';

/** What somebody else wrote at the same time, and a person has yet to choose from. */
export interface Alternative {
  /** The entry. */
  readonly id: string;
  readonly text: string;
  /** ISO instant. */
  readonly takenAt: string;
}

/** What was said or agreed in a session, as its entries have it now. */
export const ForumOutcomeEntity = defineEntity({
  name: 'ForumOutcome',
  tableName: 'forum_outcome',
  properties: {
    regionCode: p.text().primary(),
    /** That of the entry. */
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    kind: p.text().$type<OutcomeKind>(),
    text: p.text(),
    itemId: p.uuid().nullable(),
    unitId: p.uuid().nullable(),
    indicatorId: p.uuid().nullable(),
    complaintId: p.uuid().nullable(),
    /** Counts from 1. */
    revision: p.integer(),
    alternatives: p.json<readonly Alternative[]>(),
    withdrawn: p.boolean(),
    amends: p.boolean(),
    takenAt: p.datetime().columnType('timestamptz'),
    seq: p.integer(),
    /** All that is kept of the code by which its asker follows it. */
    trackingHash: p.blob().nullable().lazy(),
  },
});

export type ForumOutcomeRow = Omit<InferEntity<typeof ForumOutcomeEntity>, 'trackingHash'>;
