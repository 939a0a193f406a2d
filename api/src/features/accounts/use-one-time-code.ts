import type { SignInRefusalCode } from '../../domain/access/lockout.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import { CODE_LENGTH, hashCode, readCode } from '../../platform/auth/token.js';
import type { Context } from '../../platform/graphql/context.js';
import { refuse } from './account-refusals.js';
import type { OneTimeCode } from './session.store.js';
import { tooOften } from './too-often.js';

/** All that is stored of a code. */
export function codeHash(
  context: Pick<Context, 'key'>,
  purpose: OneTimeCode['purpose'],
  regionCode: string,
  code: string,
): Buffer {
  return hashCode(context.key('pairing'), code, [purpose, purpose === 'SET_UP' ? '' : regionCode]);
}

/**
 * Tries a code that somebody typed; `take` uses it inside its own transaction and gives null where it is not valid.
 * Wrong ones are counted by network, as passwords are.
 */
export async function withOneTimeCode<T, C extends string>(
  context: Context,
  regionCode: string,
  purpose: OneTimeCode['purpose'],
  typed: string,
  take: (hash: Buffer) => Promise<Outcome<T, C> | null>,
): Promise<Outcome<T, C | SignInRefusalCode | 'CODE_INVALID'>> {
  const begun = await context.attempts.begin(
    regionCode,
    { step: 'ONE_TIME_CODE', account: purpose, network: context.door.network, browser: null },
    context.now(),
  );
  if (!begun.looked) return tooOften(begun.waitSeconds);
  const code = readCode(typed, CODE_LENGTH);
  const taken = code === null ? null : await take(codeHash(context, purpose, regionCode, code));
  if (taken === null) return refuse('CODE_INVALID');
  await context.attempts.succeed(begun.attempt);
  return taken.ok ? ok(taken.value) : taken;
}
