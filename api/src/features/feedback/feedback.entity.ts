import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type {
  FeedbackDecision,
  FeedbackTaken,
  LeaveOutReason,
} from '../../domain/feedback/feedback-standing.js';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** A rating of 1 to 4; null where the element was not rated. */
const rating = () => p.smallint().nullable();

/**
 * What a citizen thinks of a service. It has a day and no moment, and its id grows with nothing: whoever stood at the
 * counter is not to be found by the clock. How to reach them stands elsewhere, and nothing here leads there.
 */
export const FeedbackEntity = defineEntity({
  name: 'Feedback',
  tableName: 'feedback',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    counterId: p.uuid(),
    unitId: p.uuid(),
    leftOn: p.date(),
    ...{ u1: rating(), u2: rating(), u3: rating(), u4: rating(), u5: rating() },
    ...{ u6: rating(), u7: rating(), u8: rating(), u9: rating() },
    /** Null where nothing was written, or once it was erased. */
    text: p.text().nullable(),
    taken: p.text().$type<FeedbackTaken>(),
    /** All that is kept of the code by which the contact is erased; null where none was left. */
    erasureHash: p.blob().nullable(),
    decision: p.text().$type<FeedbackDecision>().nullable(),
    decisionReason: p.text().$type<LeaveOutReason>().nullable(),
    decidedAt: p.datetime().columnType('timestamptz').nullable(),
    decidedBy: p.text().nullable(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** With the text it makes the commitment; null once the text was erased. */
    wordsSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of the text. */
    wordsCommitment: p.blob().nullable().lazy(),
    /** Which command decided about it. */
    decidedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the room knows it; what it has for the audit chain is the store's and the verifier's alone. */
export type FeedbackRow = Omit<
  InferEntity<typeof FeedbackEntity>,
  'recordedIn' | 'wordsSalt' | 'wordsCommitment' | 'decidedIn'
>;
