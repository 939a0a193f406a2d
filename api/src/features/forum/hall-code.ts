import type { KeyObject } from 'node:crypto';
import { timingSafeEqual } from 'node:crypto';
import { deriveCode, hashCode, readCode } from '../../platform/auth/token.js';

/** 52 bits: nobody comes upon it, so that wrong ones need not be counted, which would lock a hall out that shares a network. */
const HALL_CODE_LENGTH = 12;

/**
 * The code that the screen in the hall shows. It is worked out of the session with a key of the server and stands in no
 * table; how long it is good for, the session itself says. `key` is that of the purpose 'hall-code'.
 */
export function hallCode(key: KeyObject, regionCode: string, sessionId: string): string {
  return deriveCode(key, ['hall', regionCode, sessionId], HALL_CODE_LENGTH);
}

/** Whether what a page sends is the code of this session. */
export function isHallCode(key: KeyObject, regionCode: string, sessionId: string, typed: string): boolean {
  const code = readCode(typed, HALL_CODE_LENGTH);
  if (code === null) return false;
  const digest = (text: string) => hashCode(key, text, ['hall', regionCode, sessionId]);
  return timingSafeEqual(digest(code), digest(hallCode(key, regionCode, sessionId)));
}
