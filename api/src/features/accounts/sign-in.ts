import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import { readLoginName } from '../../domain/access/login-name.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import { NOBODY } from '../../platform/auth/actor.js';
import type { Attempt } from '../../platform/auth/attempts.js';
import { knownBrowser, rememberBrowser } from '../../platform/auth/known-browser.js';
import { Busy, hashPassword, needsRehash, verifyPassword } from '../../platform/auth/password-hash.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import type { AccountRow } from './account.entity.js';
import { refuse, type AccountRefusalCode } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { openSession, type OpenedSession } from './open-session.js';
import { proveSecondFactor } from './prove-second-factor.js';
import type { HasSessions } from './session.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { tooOften } from './too-often.js';

export type SignInNeeds = HasAccounts & HasSessions & HasTrail & HasClock;

/** What somebody types to get in. */
export interface SignIn {
  readonly login: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; null: not asked for yet. */
  readonly code: string | null;
}

export type SignInCode =
  SignInRefusalCode | Extract<AccountRefusalCode, `SIGN_IN_${string}` | 'SECOND_FACTOR_WRONG'>;

/** In; or a code of the second factor is needed as well. */
export type SignInAnswer = OpenedSession | 'SECOND_FACTOR';

/**
 * Lets somebody in by login name and password, and by the second factor where one is on. An unknown name takes as long
 * and is told the same as a wrong password. Failures are counted so that guessing is hopeless and nobody who knows the
 * password is kept out for long (AC11 to AC13 of ACCESS.md).
 */
export async function signIn(
  context: Context<SignInNeeds>,
  regionCode: string,
  ask: SignIn,
): Promise<Outcome<SignInAnswer, SignInCode>> {
  const read = readLoginName(ask.login);
  // What can be no login name is counted under one name, and is nobody's.
  const loginName = read.ok ? read.value : '-';
  const place = { regionCode, loginName };
  const browser = knownBrowser(context.key('rate'), context.door.readCookie('BROWSER'), place);
  const who = { account: loginName, network: context.door.network, browser };
  const begun = await context.attempts.begin(regionCode, { step: 'PASSWORD', ...who }, context.now());
  if (!begun.looked) return tooOften(begun.waitSeconds);

  const account = await context.transact(regionCode, (tx) => tx.accounts.byLogin(loginName));
  const right = await isRight(context, begun.attempt, account, ask.password);
  if (right === 'BUSY') return refuse('SIGN_IN_BUSY');
  if (!right || account === null || account.state === 'INVITED') {
    await tell(context, regionCode, account, 'SIGN_IN_WRONG');
    return refuse('SIGN_IN_WRONG');
  }
  if (account.state === 'LOCKED') {
    await context.attempts.takeBack(begun.attempt);
    return refuse('SIGN_IN_LOCKED');
  }
  if (account.secondFactorOn && ask.code === null) {
    await context.attempts.takeBack(begun.attempt);
    return ok('SECOND_FACTOR');
  }
  if (account.secondFactorOn) {
    const second = await context.attempts.begin(regionCode, { step: 'SECOND_FACTOR', ...who }, context.now());
    if (!second.looked) return tooOften(second.waitSeconds);
    if (!(await proveSecondFactor(context, account, ask.code ?? ''))) {
      await context.attempts.takeBack(begun.attempt);
      await tell(context, regionCode, account, 'SECOND_FACTOR_WRONG');
      return refuse('SECOND_FACTOR_WRONG');
    }
    await context.attempts.succeed(second.attempt);
  }
  await context.attempts.succeed(begun.attempt);
  const rehashed = needsRehash(account.passwordHash!) ? await hashPassword(ask.password) : null;
  const opened = await context.transact(regionCode, async (tx) => {
    if (rehashed !== null) await tx.accounts.change(account.id, { passwordHash: rehashed });
    return openSession(tx, account, { secondFactor: account.secondFactorOn, how: 'PASSWORD' });
  });
  const mark = rememberBrowser(context.key('rate'), context.door.readCookie('BROWSER'), place);
  context.door.leaveCookie('BROWSER', mark);
  return ok(opened);
}

async function isRight(
  context: Context<SignInNeeds>,
  attempt: Attempt,
  account: AccountRow | null,
  password: string,
): Promise<boolean | 'BUSY'> {
  try {
    return await verifyPassword(account?.passwordHash ?? null, password);
  } catch (error) {
    await context.attempts.takeBack(attempt);
    if (error instanceof Busy) return 'BUSY';
    throw error;
  }
}

/**
 * A failure leaves a trace: an auditor sees whose account was tried, the chain holds only a commitment to it. What was
 * typed is told where it is an account's login name and nowhere else: by mistake people type a NIP there, or a password.
 */
async function tell(
  context: Context<SignInNeeds>,
  regionCode: string,
  account: AccountRow | null,
  code: SignInCode,
): Promise<void> {
  await context.transact(regionCode, (tx) =>
    tx.trail.write({
      actor: account === null ? NOBODY : { kind: 'PERSON', id: account.id },
      action: 'signIn',
      outcome: 'REFUSED',
      told: { code, login: account?.login ?? null, network: context.door.network },
    }),
  );
}
