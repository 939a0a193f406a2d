import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import type { PasswordRefusalCode } from '../../domain/access/password-rules.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasAccounts } from './account.store.js';
import type { HasSessions } from './session.store.js';
import { hashAccepted } from './set-password.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { withOneTimeCode } from './use-one-time-code.js';

type Code = SignInRefusalCode | PasswordRefusalCode | 'CODE_INVALID';

/**
 * Sets the password of an account by a code that an administrator gave out: of a new one, or of one whose password
 * was forgotten; whoever is signed in to it is out then. A password that may not be set costs no code.
 */
export async function acceptInvitation(
  context: Context<HasRegions & HasAccounts & HasSessions & HasTrail & HasClock>,
  regionCode: string,
  typed: { readonly code: string; readonly password: string },
): Promise<Outcome<{ readonly login: string }, Code>> {
  const done = await withOneTimeCode<{ login: string }, PasswordRefusalCode>(
    context,
    regionCode,
    'INVITATION',
    typed.code,
    async (codeHash) => {
      const found = await context.transact(regionCode, async (tx) => {
        const accountId = await tx.sessions.peekCode('INVITATION', codeHash, tx.now);
        const account = accountId === null ? null : await tx.accounts.get(accountId);
        const region = await tx.regions.get(regionCode);
        return account === null || region === null ? null : { account, regionName: region.name };
      });
      if (found === null || found.account.state === 'LOCKED') return null;
      const { id, login } = found.account;
      const hash = await hashAccepted(typed.password, login, found.regionName);
      if (!hash.ok) return hash;
      return context.transact(regionCode, async (tx) => {
        if ((await tx.sessions.useCode('INVITATION', codeHash, tx.now)) === null) return null;
        await tx.accounts.change(id, { state: 'ACTIVE', passwordHash: hash.value });
        await tx.sessions.end(id, {}, tx.now);
        await tx.sessions.rightsMoved();
        await tx.trail.write({ actor: { kind: 'PERSON', id }, action: 'acceptInvitation', outcome: 'DONE' });
        return ok({ login });
      });
    },
  );
  if (done.ok) context.rightsMoved(regionCode);
  return done;
}
