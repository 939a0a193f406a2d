import type { KeyObject } from 'node:crypto';
import { deriveCode, hashCode, TRACKING_CODE_LENGTH } from '../../platform/auth/token.js';

/** How many codes are tried: that two come upon the same one is rare, and that they do so twice is not seen. */
const CODES = 4;

/**
 * The codes that one filing may be given, in the order in which they are tried. They come out of the client's key: who
 * sends the same again, because the answer was lost on the way, is told the same code. `key` is that of the purpose
 * 'complaint-code' or 'feedback-code'.
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

/**
 * Which of the codes is given, by its place among them: the first that nobody has. Whoever sends the same several times
 * at the same moment waits in `hold`, and is then answered as the first one is.
 */
export async function firstFree(
  hashes: readonly Buffer[],
  hold: (hash: Buffer) => Promise<void>,
  isTaken: (hash: Buffer) => Promise<boolean>,
): Promise<number> {
  await hold(hashes[0]!);
  for (const [place, hash] of hashes.entries()) {
    if (!(await isTaken(hash))) return place;
  }
  throw new Error('every code that could be given is somebody else’s');
}

/** All that is stored of a code: it is short, hence the key. */
export function trackingHash(key: KeyObject, regionCode: string, code: string): Buffer {
  return hashCode(key, code, ['complaint', regionCode]);
}
