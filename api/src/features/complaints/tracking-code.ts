import type { KeyObject } from 'node:crypto';
import { deriveCode, hashCode, TRACKING_CODE_LENGTH } from '../../platform/auth/token.js';

/** How many codes are tried: that two complaints come upon the same one is rare, and that they do so twice is not seen. */
const CODES = 4;

/**
 * The codes that one filing may be given, in the order in which they are tried. They come out of the client's key: who
 * sends the same again, because the answer was lost on the way, is told the same code. `key` is that of the purpose
 * 'complaint-code'.
 */
export function trackingCodes(
  key: KeyObject,
  regionCode: string,
  actorId: string,
  commandKey: string,
): readonly string[] {
  return Array.from({ length: CODES }, (_, n) =>
    deriveCode(key, ['tracking', regionCode, actorId, commandKey, String(n)], TRACKING_CODE_LENGTH),
  );
}

/** All that is stored of a code: it is short, hence the key. */
export function trackingHash(key: KeyObject, regionCode: string, code: string): Buffer {
  return hashCode(key, code, ['complaint', regionCode]);
}
