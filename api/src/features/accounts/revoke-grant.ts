import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { refuse } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';

/** Takes a role away from now on; live sockets follow. */
export async function revokeGrant(
  tx: HasAccounts & HasClock,
  actor: Actor,
  { grantId }: { readonly grantId: string },
): Promise<Verdict<{ accountId: string }, 'GRANT_UNKNOWN' | 'LAST_ADMINISTRATOR' | 'DEMO_ACCOUNT'>> {
  const grant = await tx.accounts.grantById(grantId);
  if (grant === null) return refuse('GRANT_UNKNOWN');
  const { accountId } = grant;
  if ((await tx.accounts.get(accountId))?.demo === true) return refuse('DEMO_ACCOUNT');
  await tx.accounts.holdAdministrators();
  if (!(await tx.accounts.revoke(grantId, tx.now, actor.id))) return refuse('GRANT_UNKNOWN');
  if (!(await tx.accounts.hasAdministrator())) return refuse('LAST_ADMINISTRATOR');
  return did({ accountId }, [{ kind: 'AccountChanged', accountId }]);
}
