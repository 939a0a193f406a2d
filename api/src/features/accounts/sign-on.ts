import type { HasClock } from '../../platform/clock.js';
import type { OidcIdentity } from '../../platform/auth/oidc.js';
import type { Context } from '../../platform/graphql/context.js';
import type { AccountRow } from './account.entity.js';
import type { HasAccounts } from './account.store.js';
import { openSession, type OpenedSession } from './open-session.js';
import type { HasSessions } from './session.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';

type Needs = HasAccounts & HasSessions & HasTrail & HasClock;

/**
 * Opens a session for whom the organisation's own sign-on has named. An account is linked to the person there at the
 * first time, by the login name: the name at the sign-on, or the e-mail address where the sign-on says that it has
 * checked it. Nobody gets an account by signing on; null: there is none, or it is locked or linked to another person.
 * A second factor that the sign-on did not ask for is asked for here, where roles need one.
 */
export async function signOn(
  context: Pick<Context<Needs>, 'transact'>,
  regionCode: string,
  identity: OidcIdentity,
): Promise<OpenedSession | null> {
  return context.transact(regionCode, async (tx) => {
    const account = await accountOf(tx, identity);
    if (account === null || account.state === 'LOCKED' || account.demo) return null;
    await tx.accounts.change(account.id, {
      state: 'ACTIVE',
      oidcIssuer: identity.issuer,
      oidcSubject: identity.subject,
    });
    return openSession(tx, account, { secondFactor: identity.secondFactor, how: 'SIGN_ON' });
  });
}

async function accountOf(tx: Needs, identity: OidcIdentity): Promise<AccountRow | null> {
  const linked = await tx.accounts.bySubject(identity.issuer, identity.subject);
  if (linked !== null) return linked;
  const names = [identity.preferredUsername, identity.emailVerified ? identity.email : null];
  for (const name of names) {
    const account = name === null ? null : await tx.accounts.byLogin(name.toLowerCase());
    if (account !== null) return account.oidcSubject == null ? account : null;
  }
  return null;
}
