/**
 * The one text of a value, so that whoever reads it back from the database hashes the same bytes: keys in the order of
 * their UTF-16 code units, no white space, whole numbers only, moments as ISO text, keys without a value left out.
 * The verifier has its own (api/src/audit-verify/canonical-text.ts), written from this sentence.
 * @throws TypeError for what has no one text: fractions, infinities, functions, big integers
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return value === null ? 'null' : ofObject(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new TypeError(`a ${typeof value} that is no whole number has no canonical text: use a string`);
}

function ofObject(value: object): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const held = (value as Record<string, unknown>)[key];
    if (held !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(held)}`);
  }
  return `{${parts.join(',')}}`;
}

/** A moment as the chain writes it: microseconds since 1970, which is all that PostgreSQL keeps of it. */
export function micros(at: Date): string {
  return `${at.getTime()}000`;
}
