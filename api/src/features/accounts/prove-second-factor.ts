import { open } from '../../platform/auth/secret.js';
import { CODE_LENGTH, readCode } from '../../platform/auth/token.js';
import { hashRecoveryCode, readTotp } from '../../platform/auth/totp.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import type { AccountRow } from './account.entity.js';
import type { HasAccounts } from './account.store.js';

/** Takes a code of the authenticator, or a recovery code, once. False where it is neither, or was taken before. */
export async function proveSecondFactor(
  context: Context<HasAccounts & HasClock>,
  account: AccountRow,
  typed: string,
): Promise<boolean> {
  const { regionCode, id } = account;
  const key = context.key('second-factor');
  const secret = secretOf(key, account);
  const step = secret === null ? null : readTotp(secret, typed, context.now());
  if (step !== null) return context.transact(regionCode, (tx) => tx.accounts.useStep(id, step));
  const recovery = readCode(typed, CODE_LENGTH);
  if (recovery === null) return false;
  const hash = hashRecoveryCode(key, recovery, regionCode, id).toString('base64url');
  return context.transact(regionCode, (tx) => tx.accounts.useRecovery(id, hash));
}

/** The secret that the authenticator shares; null where none was begun, or it does not belong to this account. */
export function secretOf(key: Parameters<typeof open>[0], account: AccountRow): Buffer | null {
  const { secondFactor, regionCode, id } = account;
  return secondFactor == null ? null : open(key, secondFactor, [regionCode, id]);
}
