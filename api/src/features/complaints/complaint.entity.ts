import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ComplaintNaming } from '../../domain/complaint/accept-complainant.js';
import type { ComplaintChannel } from '../../domain/complaint/accept-complaint.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-clock.js';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** What a citizen complains about, and what came of it. Who it is stands elsewhere, and nothing here leads there. */
export const ComplaintEntity = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    unitId: p.uuid(),
    class: p.text().$type<ComplaintClass>(),
    channel: p.text().$type<ComplaintChannel>(),
    naming: p.text().$type<ComplaintNaming>(),
    /** Null once it was erased. */
    text: p.text().nullable(),
    filedAt: p.datetime().columnType('timestamptz'),
    /** The account of the facilitator who wrote it down; 'public' for what citizens send themselves. */
    filedBy: p.text(),
    respondBy: p.date(),
    dueOn: p.date(),
    /** All that is kept of the code by which it is followed. */
    trackingHash: p.blob().lazy(),
    answer: p.text().nullable(),
    answeredAt: p.datetime().columnType('timestamptz').nullable(),
    answeredBy: p.text().nullable(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** With the text it makes the commitment; null once the text was erased. */
    wordsSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of the text. */
    wordsCommitment: p.blob().nullable().lazy(),
    /** Which command answered it. */
    answeredIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    answerSalt: p.blob().nullable().lazy(),
    /** What the audit chain holds of the answer. */
    answerCommitment: p.blob().nullable().lazy(),
  },
});

/** A row as the room knows it; what it has for the code and the audit chain is the store's and the verifier's alone. */
export type ComplaintRow = Omit<
  InferEntity<typeof ComplaintEntity>,
  | 'trackingHash'
  | 'recordedIn'
  | 'wordsSalt'
  | 'wordsCommitment'
  | 'answeredIn'
  | 'answerSalt'
  | 'answerCommitment'
>;
