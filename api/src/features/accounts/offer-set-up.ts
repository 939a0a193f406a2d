import { makeCode } from '../../platform/auth/token.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasRegions } from '../regions/region.store.js';
import type { HasAccounts } from './account.store.js';
import type { HasSessions } from './session.store.js';
import { codeHash } from './use-one-time-code.js';

/** Long enough to read it off a terminal and walk to a desk. */
const SET_UP_HOURS = 24;
const HOUR_MS = 3_600_000;
const REGIONS = 1_000;

type Needs = Pick<Context<HasRegions & HasAccounts & HasSessions>, 'transact' | 'key' | 'now'>;

/**
 * A new code for the first administrator, to be shown where the server was started; the one before is no longer good.
 * Null where every region has an administrator.
 */
export async function offerSetUp(context: Needs): Promise<string | null> {
  const held = await context.transact('', (tx) => tx.regions.page(null, REGIONS));
  const administered = await Promise.all(
    held.map(({ regionCode }) => context.transact(regionCode, (tx) => tx.accounts.hasAdministrator())),
  );
  if (administered.length > 0 && administered.every(Boolean)) return null;
  const code = makeCode();
  await context.transact('', async (tx) => {
    await tx.sessions.dropCodes('SET_UP', null);
    await tx.sessions.addCode({
      purpose: 'SET_UP',
      hash: codeHash(context, 'SET_UP', '', code),
      accountId: null,
      expiresAt: new Date(context.now().getTime() + SET_UP_HOURS * HOUR_MS),
    });
  });
  return code;
}
