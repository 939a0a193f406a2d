import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import type { PasswordRefusalCode } from '../../domain/access/password-rules.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import { verifyPassword } from '../../platform/auth/password-hash.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasRegions } from '../regions/region.store.js';
import { refuse } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { ownAccount } from './own-account.js';
import type { HasSessions } from './session.store.js';
import { hashAccepted } from './set-password.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { tooOften } from './too-often.js';

type Code = SignInRefusalCode | PasswordRefusalCode | 'PASSWORD_NOT_YOURS' | 'DEMO_ACCOUNT';

/** Sets another password of one's own; whoever else is signed in to the account is out then. */
export async function changePassword(
  context: Context<HasRegions & HasAccounts & HasSessions & HasTrail & HasClock>,
  typed: { readonly current: string; readonly password: string },
): Promise<Outcome<true, Code>> {
  const account = await ownAccount(context);
  const { regionCode, id, login } = account;
  if (account.demo) return refuse('DEMO_ACCOUNT');
  const begun = await context.attempts.begin(
    regionCode,
    { step: 'PASSWORD', account: login, network: context.door.network, browser: null },
    context.now(),
  );
  if (!begun.looked) return tooOften(begun.waitSeconds);
  if (!(await verifyPassword(account.passwordHash ?? null, typed.current)))
    return refuse('PASSWORD_NOT_YOURS');
  await context.attempts.succeed(begun.attempt);
  const region = await context.transact(regionCode, (tx) => tx.regions.get(regionCode));
  const hash = await hashAccepted(typed.password, login, region?.name ?? '');
  if (!hash.ok) return hash;
  await context.transact(regionCode, async (tx) => {
    await tx.accounts.change(id, { passwordHash: hash.value });
    await tx.sessions.end(id, { except: context.actor.credential!.id }, tx.now);
    await tx.sessions.rightsMoved();
    await tx.trail.write({ actor: context.actor, action: 'changePassword', outcome: 'DONE' });
  });
  context.rightsMoved(regionCode);
  return ok(true);
}
