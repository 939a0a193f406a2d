import type { KeyObject } from 'node:crypto';
import { CODE_LENGTH, deriveCode, hashCode, readCode } from '../../platform/auth/token.js';

/**
 * The code on the sheet of a counter. It comes out of a key of the server, so that sheets can be printed again and it
 * stands in no table; whoever lacks the key cannot guess it. `key` is that of the purpose 'counter-code'.
 */
export function counterCode(
  key: KeyObject,
  regionCode: string,
  { id, codeGeneration }: { readonly id: string; readonly codeGeneration: number },
): string {
  return deriveCode(key, ['counter', regionCode, id, String(codeGeneration)], CODE_LENGTH);
}

/** All that is stored of the code, by which the counter is found. */
export function counterCodeHash(key: KeyObject, regionCode: string, code: string): Buffer {
  return hashCode(key, code, ['counter', regionCode]);
}

/** The hash of what a page sends; null where it cannot be the code of a counter. */
export function typedCounterHash(key: KeyObject, regionCode: string, typed: string): Buffer | null {
  const code = readCode(typed, CODE_LENGTH);
  return code === null ? null : counterCodeHash(key, regionCode, code);
}
