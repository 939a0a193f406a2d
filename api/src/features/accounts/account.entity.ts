import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** INVITED: a code was given out, nobody has used it; LOCKED: nobody gets in until it is unlocked. */
export type AccountState = 'INVITED' | 'ACTIVE' | 'LOCKED';

/** Somebody who may sign in. */
export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    login: p.text(),
    name: p.text(),
    employeeId: p.uuid().nullable(),
    state: p.text().$type<AccountState>(),
    demo: p.boolean().default(false),
    passwordHash: p.text().nullable(),
    secondFactor: p.blob().nullable(),
    secondFactorOn: p.boolean().default(false),
    secondFactorStep: p.bigint('string').nullable(),
    recoveryHashes: p.array().columnType('text[]').$type<string[]>(),
    oidcIssuer: p.text().nullable(),
    oidcSubject: p.text().nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
    createdBy: p.text(),
  },
});

export type AccountRow = InferEntity<typeof AccountEntity>;
