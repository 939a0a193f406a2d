import { uuidv7 } from 'uuidv7';
import { readLoginName, type LoginNameRefusalCode } from '../../domain/access/login-name.js';
import type { Role } from '../../domain/access/role.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import { refuse, type AccountRefusalCode } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { acceptGrant, type GrantRefusalCode } from './grant-role.js';
import { newAccount, tidyName } from './new-account.js';
import type { HasSessions } from './session.store.js';

/** Somebody who shall be able to sign in. */
export interface InviteAccount {
  readonly login: string;
  readonly name: string;
  readonly employeeId: string | null;
  readonly roles: readonly { readonly role: Role; readonly unitId: string | null }[];
}

export type InviteCode =
  | LoginNameRefusalCode
  | GrantRefusalCode
  | Extract<AccountRefusalCode, 'NAME_MISSING' | 'LOGIN_TAKEN' | 'EMPLOYEE_UNKNOWN' | 'EMPLOYEE_HAS_ACCOUNT'>;

/** How long a code that an administrator hands over is good. */
export const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

/** Makes an account that waits for its owner. `codeHash` is of the code that lets the owner set a password. */
export async function inviteAccount(
  tx: HasAccounts & HasSessions & HasEmployees & HasUnits & HasClock,
  actor: Actor,
  input: InviteAccount,
  codeHash: Buffer,
): Promise<Verdict<{ accountId: string }, InviteCode>> {
  const login = readLoginName(input.login);
  if (!login.ok) return login;
  const name = tidyName(input.name);
  if (name === null) return refuse('NAME_MISSING');
  if ((await tx.accounts.byLogin(login.value)) !== null) return refuse('LOGIN_TAKEN');
  const { employeeId } = input;
  if (employeeId !== null) {
    if ((await tx.employees.get(employeeId)) === null) return refuse('EMPLOYEE_UNKNOWN');
    if ((await tx.accounts.ofEmployee(employeeId)) !== null) return refuse('EMPLOYEE_HAS_ACCOUNT');
  }
  const accountId = uuidv7();
  await tx.accounts.add(
    newAccount(tx, { id: accountId, login: login.value, name, employeeId, by: actor.id }, null),
  );
  for (const wanted of input.roles) {
    const accepted = await acceptGrant(tx, wanted);
    if (!accepted.ok) return accepted;
    await tx.accounts.grant({ id: uuidv7(), accountId, ...accepted.value, at: tx.now, by: actor.id });
  }
  await giveCode(tx, accountId, codeHash);
  return did({ accountId }, [{ kind: 'AccountChanged', accountId }]);
}

/** The account's one code that is valid from now on. */
export async function giveCode(tx: HasSessions & HasClock, accountId: string, hash: Buffer): Promise<void> {
  await tx.sessions.dropCodes('INVITATION', accountId);
  const expiresAt = new Date(tx.now.getTime() + INVITATION_DAYS * DAY_MS);
  await tx.sessions.addCode({ purpose: 'INVITATION', hash, accountId, expiresAt });
}
