import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';

/** An appraiser's verdict, beside what the system had proposed and computed; only ever added to. */
export const ConfirmationEntity = defineEntity({
  name: 'Confirmation',
  tableName: 'confirmation',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    periodCode: p.text(),
    workRating: p.text().$type<Rating>(),
    behaviourRating: p.text().$type<Rating>(),
    predicate: p.text().$type<Predicate>(),
    note: p.text(),
    appraiserId: p.uuid(),
    proposed: p.text().$type<Predicate>().nullable(),
    proposedWorkRating: p.text().$type<Rating>().nullable(),
    proposedBehaviourRating: p.text().$type<Rating>().nullable(),
    scoreValue: p.decimal('string').precision(18).scale(6).nullable(),
    policyVersion: p.text(),
    supersedesId: p.uuid().nullable(),
    recordedAt: p.datetime().columnType('timestamptz'),
    recordedBy: p.text(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type ConfirmationRow = Omit<InferEntity<typeof ConfirmationEntity>, 'recordedIn'>;
