import { uuidv7 } from 'uuidv7';
import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import { readLoginName, type LoginNameRefusalCode } from '../../domain/access/login-name.js';
import type { PasswordRefusalCode } from '../../domain/access/password-rules.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { officialName, openRegion } from '../policies/open-region.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasRegions } from '../regions/region.store.js';
import { refuse, type AccountRefusalCode } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { newAccount, tidyName } from './new-account.js';
import type { HasSessions } from './session.store.js';
import { hashAccepted } from './set-password.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { withOneTimeCode } from './use-one-time-code.js';

export interface SetUp {
  readonly code: string;
  readonly regionCode: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export type SetUpCode =
  | SignInRefusalCode
  | LoginNameRefusalCode
  | PasswordRefusalCode
  | Extract<
      AccountRefusalCode,
      'CODE_INVALID' | 'REGION_UNKNOWN' | 'REGION_HAS_ADMINISTRATOR' | 'NAME_MISSING' | 'LOGIN_TAKEN'
    >;

export type SetUpNeeds = HasRegions & HasPolicies & HasAccounts & HasSessions & HasTrail & HasClock;

/** Makes the first administrator of a region with the code that the server showed where it was started. */
export async function setUp(
  context: Context<SetUpNeeds>,
  ask: SetUp,
): Promise<Outcome<{ readonly accountId: string }, SetUpCode>> {
  const { regionCode } = ask;
  const official = await officialName(regionCode);
  if (official === null) return refuse('REGION_UNKNOWN');
  const name = tidyName(ask.name);
  if (name === null) return refuse('NAME_MISSING');
  const login = readLoginName(ask.login);
  if (!login.ok) return login;
  const hash = await hashAccepted(ask.password, login.value, official);
  if (!hash.ok) return hash;
  const done = await withOneTimeCode<{ accountId: string }, SetUpCode>(
    context,
    regionCode,
    'SET_UP',
    ask.code,
    (codeHash) =>
      context.transact(regionCode, async (tx) => {
        if (await tx.accounts.hasAdministrator()) return refuse('REGION_HAS_ADMINISTRATOR');
        if ((await tx.accounts.byLogin(login.value)) !== null) return refuse('LOGIN_TAKEN');
        if ((await tx.sessions.useCode('SET_UP', codeHash, tx.now)) === null) return null;
        await openRegion(tx, regionCode, false);
        const accountId = uuidv7();
        await tx.accounts.add(
          newAccount(tx, { id: accountId, login: login.value, name, by: accountId }, hash.value),
        );
        await tx.accounts.grant({
          id: uuidv7(),
          accountId,
          role: 'ADMINISTRATOR',
          unitId: null,
          at: tx.now,
          by: accountId,
        });
        await tx.sessions.rightsMoved();
        await tx.trail.write({
          actor: { kind: 'PERSON', id: accountId },
          action: 'setUp',
          outcome: 'DONE',
        });
        return ok({ accountId });
      }),
  );
  if (done.ok) context.rightsMoved(regionCode);
  return done;
}
