import { acceptPassword, type PasswordRefusalCode } from '../../domain/access/password-rules.js';
import type { Outcome } from '../../domain/outcome.js';
import { ok } from '../../domain/outcome.js';
import { hashPassword } from '../../platform/auth/password-hash.js';

/** The hash of a password that may be set, or why it may not. */
export async function hashAccepted(
  password: string,
  loginName: string,
  regionName: string,
): Promise<Outcome<string, PasswordRefusalCode>> {
  const accepted = acceptPassword(password, { loginName, words: [regionName] });
  return accepted.ok ? ok(await hashPassword(accepted.value)) : accepted;
}
