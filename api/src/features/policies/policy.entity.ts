import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';
import type { PolicyState } from '../../domain/scoring/accept-policy.js';
import type { PolicyInput } from '../../domain/scoring/read-policy.js';

/** Aturan penilaian: the numbers of the scoring rules under a version. They never change; a signature sets from when on. */
export const PolicyEntity = defineEntity({
  name: 'ScoringPolicy',
  tableName: 'scoring_policy',
  properties: {
    regionCode: p.text().primary(),
    version: p.text().primary(),
    state: p.text().$type<PolicyState>(),
    basedOn: p.text().nullable(),
    numbers: p.json<PolicyInput>(),
    note: p.text(),
    createdAt: p.datetime().columnType('timestamptz'),
    createdBy: p.text(),
    effectiveFrom: p.date().nullable(),
    signedAt: p.datetime().columnType('timestamptz').nullable(),
    signedBy: p.text().nullable(),
    signingNote: p.text().nullable(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** Which command signed or dropped it. */
    decidedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
  },
});

/** A row as the rooms know it; what it has for the audit chain is the store's and the verifier's alone. */
export type PolicyRow = Omit<InferEntity<typeof PolicyEntity>, 'recordedIn' | 'decidedIn'>;
