import { randomBytes, type KeyObject } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashCode, makeCode } from './token.js';

/** 160 bits, as RFC 4226 §4 recommends for HMAC with SHA-1, the only one that every authenticator knows. */
const SECRET_BYTES = 20;
const DIGITS = 6;
const STEP_SECONDS = 30;
/** A code of the step before or after is taken too: telephones and servers do not have quite the same time. */
const STEPS_AROUND = 1;
const ISSUER = 'Pantau';
const RECOVERY_CODES = 8;

/** The secret of a new authenticator. It is stored sealed. */
export function makeTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The `otpauth://` address that an authenticator reads from a QR code: it holds the secret, so it is shown once. */
export function totpAddress(secret: Uint8Array, loginName: string): string {
  // Authenticators show and back up what stands here: it must not be a number that tells birth date and sex.
  if (/\d{18}/.test(loginName.replace(/[\s._-]/g, '')))
    throw new Error('a NIP does not go into an authenticator');
  return totpOf(secret, loginName).toString();
}

/** The secret in letters, for whoever types it into an authenticator. */
export function totpLetters(secret: Uint8Array): string {
  return totpOf(secret).secret.base32;
}

/**
 * The step (30 seconds, counted from 1970) whose code this is, or null. A step lets in once: the caller refuses one
 * that is not above the last that it took, in the same statement that keeps it.
 */
export function readTotp(secret: Uint8Array, typed: unknown, now: Date): number | null {
  if (typeof typed !== 'string' || typed.length > 20) return null;
  const token = typed.replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: STEPS_AROUND });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** Codes for the day on which the telephone is lost. Each lets in once, in place of the authenticator. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, makeCode);
}

/** All that is stored of a recovery code. `key` is that of second factors; the place ends with the account. */
export function hashRecoveryCode(
  key: KeyObject,
  code: string,
  regionCode: string,
  accountId: string,
): Buffer {
  return hashCode(key, code, ['recovery', regionCode, accountId]);
}

function totpOf(secret: Uint8Array, label = ''): TOTP {
  // A copy, since a Buffer may be a part of a larger one, all of which would be taken for the secret.
  const bytes = new Uint8Array(secret);
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}
