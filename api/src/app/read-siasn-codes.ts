import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { UNVERIFIED_CODES, type SiasnCodes } from '../domain/integration/siasn-codes.js';
import { ConfigRefused } from '../platform/config.js';
import { loggedMessage } from '../platform/logged-message.js';

const code = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)));
const id = v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(64)));
/** Every word of ours may be left out; a word that is none of ours is a typing error. */
const table = <C extends typeof code | typeof id>(words: readonly string[], of: C) =>
  v.optional(v.strictObject(Object.fromEntries(words.map((word) => [word, v.optional(of)]))));

const Tables = v.strictObject({
  rating: table(Object.keys(UNVERIFIED_CODES.rating), code),
  predicate: table(Object.keys(UNVERIFIED_CODES.predicate), code),
  coefficient: table(Object.keys(UNVERIFIED_CODES.coefficient), id),
  periodKind: table(Object.keys(UNVERIFIED_CODES.periodKind), id),
});

/**
 * The codes of SIASN's reference tables, out of a JSON file; what it leaves out stays as it is known without being
 * verified. Null: there is no file.
 * @throws ConfigRefused where the file cannot be read, or holds something else
 */
export async function readSiasnCodes(path: string | null): Promise<SiasnCodes> {
  if (path === null) return UNVERIFIED_CODES;
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigRefused(`PANTAU_SIASN_CODES: cannot be read as JSON: ${loggedMessage(error)}`);
  }
  const parsed = v.safeParse(Tables, content);
  if (!parsed.success) {
    const faults = parsed.issues.map(
      (issue) => `PANTAU_SIASN_CODES: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`,
    );
    throw new ConfigRefused(faults.join('\n'));
  }
  const { rating, predicate, coefficient, periodKind } = parsed.output;
  return {
    rating: { ...UNVERIFIED_CODES.rating, ...rating },
    predicate: { ...UNVERIFIED_CODES.predicate, ...predicate },
    coefficient: { ...UNVERIFIED_CODES.coefficient, ...coefficient },
    periodKind: { ...UNVERIFIED_CODES.periodKind, ...periodKind },
  };
}
