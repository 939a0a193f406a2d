import type { HasClock } from '../../platform/clock.js';
import type { AccountRow } from './account.entity.js';

const LONGEST_NAME = 120;

/** A name as it is kept; null where it is none. */
export function tidyName(typed: string): string | null {
  const tidy = typed
    .normalize('NFC')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return tidy === '' || [...tidy].length > LONGEST_NAME ? null : tidy;
}

/** An account as it begins: open with a password, or waiting for its owner to set one. */
export function newAccount(
  { regionCode, now }: HasClock,
  who: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly by: string;
    readonly employeeId?: string | null;
    readonly demo?: boolean;
  },
  passwordHash: string | null,
): Omit<AccountRow, 'recoveryHashes'> {
  const { id, login, name, by, employeeId = null, demo = false } = who;
  return {
    regionCode,
    id,
    login,
    name,
    employeeId,
    state: passwordHash === null ? 'INVITED' : 'ACTIVE',
    demo,
    passwordHash,
    secondFactor: null,
    secondFactorOn: false,
    secondFactorStep: null,
    oidcIssuer: null,
    oidcSubject: null,
    createdAt: now,
    createdBy: by,
  };
}
