import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import { seal } from '../../platform/auth/secret.js';
import {
  hashRecoveryCode,
  makeRecoveryCodes,
  makeTotpSecret,
  readTotp,
  totpAddress,
  totpLetters,
} from '../../platform/auth/totp.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { refuse } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';
import { ownAccount } from './own-account.js';
import { proveSecondFactor, secretOf } from './prove-second-factor.js';
import type { HasSessions } from './session.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { tooOften } from './too-often.js';

type Needs = Context<HasAccounts & HasSessions & HasTrail & HasClock>;

/** What an authenticator has to know; shown once. */
export interface SecondFactorOffer {
  readonly address: string;
  readonly letters: string;
}

/** Makes a secret to be shared with an authenticator; it counts from the first code on that proves it arrived. */
export async function beginSecondFactor(
  context: Needs,
): Promise<Outcome<SecondFactorOffer, 'SECOND_FACTOR_IS_ON' | 'DEMO_ACCOUNT'>> {
  const account = await ownAccount(context);
  if (account.demo) return refuse('DEMO_ACCOUNT');
  if (account.secondFactorOn) return refuse('SECOND_FACTOR_IS_ON');
  const { regionCode, id, login } = account;
  const secret = makeTotpSecret();
  const sealed = seal(context.key('second-factor'), secret, [regionCode, id]);
  await context.transact(regionCode, (tx) => tx.accounts.change(id, { secondFactor: sealed }));
  return ok({ address: totpAddress(secret, login), letters: totpLetters(secret) });
}

type ConfirmCode =
  | SignInRefusalCode
  | 'SECOND_FACTOR_IS_ON'
  | 'SECOND_FACTOR_NOT_BEGUN'
  | 'SECOND_FACTOR_WRONG'
  | 'DEMO_ACCOUNT';

/**
 * Turns the second factor on with a first code; gives the recovery codes, once. Where it is on already, the code
 * proves it for this session: for who came in by an organisation's sign-on that did not ask for one.
 */
export async function confirmSecondFactor(
  context: Needs,
  typed: string,
): Promise<Outcome<{ readonly recoveryCodes: readonly string[] }, ConfirmCode>> {
  const account = await ownAccount(context);
  const { regionCode, id, login } = account;
  if (account.demo) return refuse('DEMO_ACCOUNT');
  const key = context.key('second-factor');
  const secret = secretOf(key, account);
  if (secret === null) return refuse('SECOND_FACTOR_NOT_BEGUN');
  const begun = await context.attempts.begin(
    regionCode,
    { step: 'SECOND_FACTOR', account: login, network: context.door.network, browser: null },
    context.now(),
  );
  if (!begun.looked) return tooOften(begun.waitSeconds);
  if (account.secondFactorOn) {
    if (!(await proveSecondFactor(context, account, typed))) return refuse('SECOND_FACTOR_WRONG');
    await context.attempts.succeed(begun.attempt);
    await context.transact(regionCode, async (tx) => {
      await tx.sessions.strengthen(context.actor.credential!.id);
      await tx.sessions.rightsMoved();
      await tx.trail.write({ actor: context.actor, action: 'confirmSecondFactor', outcome: 'DONE' });
    });
    context.rightsMoved(regionCode);
    return ok({ recoveryCodes: [] });
  }
  const step = readTotp(secret, typed, context.now());
  if (step === null) return refuse('SECOND_FACTOR_WRONG');
  const recoveryCodes = makeRecoveryCodes();
  const recoveryHashes = recoveryCodes.map((code) =>
    hashRecoveryCode(key, code, regionCode, id).toString('base64url'),
  );
  const taken = await context.transact(regionCode, async (tx) => {
    if (!(await tx.accounts.useStep(id, step))) return false;
    await tx.accounts.change(id, { secondFactorOn: true, recoveryHashes });
    await tx.sessions.strengthen(context.actor.credential!.id);
    await tx.sessions.rightsMoved();
    await tx.trail.write({ actor: context.actor, action: 'confirmSecondFactor', outcome: 'DONE' });
    return true;
  });
  if (!taken) return refuse('SECOND_FACTOR_WRONG');
  await context.attempts.succeed(begun.attempt);
  context.rightsMoved(regionCode);
  return ok({ recoveryCodes });
}
