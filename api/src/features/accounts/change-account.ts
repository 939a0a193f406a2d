import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { refuse } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { giveCode } from './invite-account.js';
import type { HasSessions } from './session.store.js';

/**
 * LOCK: nobody gets in, whoever is in is out. UNLOCK: as it was. RENEW: a new code to set a password with, for who
 * forgot it. RESET_SECOND_FACTOR: the same, and the authenticator is forgotten too, for who lost it.
 */
export type AccountStep = 'LOCK' | 'UNLOCK' | 'RENEW' | 'RESET_SECOND_FACTOR';

type Code = 'ACCOUNT_UNKNOWN' | 'LAST_ADMINISTRATOR' | 'DEMO_ACCOUNT';

/** Changes whether and how somebody gets in. `codeHash` is of the code that RENEW and RESET_SECOND_FACTOR hand over. */
export async function changeAccount(
  tx: HasAccounts & HasSessions & HasClock,
  _actor: Actor,
  { accountId, step }: { readonly accountId: string; readonly step: AccountStep },
  codeHash: Buffer,
): Promise<Verdict<{ accountId: string }, Code>> {
  const account = await tx.accounts.get(accountId);
  if (account === null) return refuse('ACCOUNT_UNKNOWN');
  if (account.demo) return refuse('DEMO_ACCOUNT');
  if (step === 'LOCK') {
    await tx.accounts.holdAdministrators();
    await tx.accounts.change(accountId, { state: 'LOCKED' });
    await tx.sessions.end(accountId, {}, tx.now);
    if (!(await tx.accounts.hasAdministrator())) return refuse('LAST_ADMINISTRATOR');
  } else if (step === 'UNLOCK') {
    if (account.state === 'LOCKED') {
      await tx.accounts.change(accountId, { state: account.passwordHash == null ? 'INVITED' : 'ACTIVE' });
    }
  } else {
    if (step === 'RESET_SECOND_FACTOR') {
      await tx.accounts.change(accountId, { secondFactor: null, secondFactorOn: false, recoveryHashes: [] });
    }
    await tx.sessions.end(accountId, {}, tx.now);
    await giveCode(tx, accountId, codeHash);
  }
  return did({ accountId }, [{ kind: 'AccountChanged', accountId }]);
}
