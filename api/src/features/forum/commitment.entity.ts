import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import type { CommitmentState } from '../../domain/forum/commitment-clock.js';

/** A promise made in a forum, and how far it has come. */
export const CommitmentEntity = defineEntity({
  name: 'Commitment',
  tableName: 'commitment',
  properties: {
    regionCode: p.text().primary(),
    /** That of the outcome. */
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    seriesId: p.uuid(),
    /** The unit that owns it. */
    unitId: p.uuid(),
    text: p.text(),
    ownerRole: p.text().nullable(),
    promisedOn: p.date(),
    dueOn: p.date(),
    state: p.text().$type<CommitmentState>(),
    settledOn: p.date().nullable(),
    /** Whom its lateness has been told: 0 nobody, 1 its unit, 2 also the unit above. */
    escalated: p.integer(),
    withdrawn: p.boolean(),
    movedAt: p.datetime().columnType('timestamptz'),
  },
});

export type CommitmentRow = InferEntity<typeof CommitmentEntity>;

/** What happened to a commitment. */
export type CommitmentStepKind = 'MADE' | 'CHANGED' | 'REPORTED' | 'LATE' | 'ESCALATED' | 'WITHDRAWN';

/** One step of its history; never changed. */
export const CommitmentStepEntity = defineEntity({
  name: 'CommitmentStep',
  tableName: 'commitment_step',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    commitmentId: p.uuid(),
    kind: p.text().$type<CommitmentStepKind>(),
    state: p.text().$type<CommitmentState>(),
    note: p.text().nullable(),
    photoId: p.uuid().nullable(),
    dueOn: p.date(),
    at: p.datetime().columnType('timestamptz'),
    /** In which order steps were written: of one commitment they wait for each other. */
    seq: p.bigint().$type<Opt<string>>().generated('identity'),
  },
});

export type CommitmentStepRow = InferEntity<typeof CommitmentStepEntity>;
