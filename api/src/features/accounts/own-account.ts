import { Denied } from '../../platform/auth/denied.js';
import type { Context } from '../../platform/graphql/context.js';
import type { AccountRow } from './account.entity.js';
import type { HasAccounts } from './account.store.js';

/** The account of whoever asks. */
export async function ownAccount(context: Context<HasAccounts>): Promise<AccountRow> {
  const { actor } = context;
  const { regionCode, kind, id } = actor;
  const account =
    kind === 'PERSON' && regionCode !== null
      ? await context.transact(regionCode, (tx) => tx.accounts.get(id))
      : null;
  if (account === null) throw new Denied('UNAUTHENTICATED', 'Sign in first.');
  return account;
}
