/**
 * The one text of a value, so that whoever reads it back from the database hashes the same bytes: keys in the order of
 * their UTF-16 code units, no white space, whole numbers only, moments as ISO text, keys without a value left out.
 * The verifier has its own (api/src/audit-verify/canonical-text.ts), written from this sentence.
 * @throws TypeError for what has no one text: fractions, infinities, functions, big integers
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`${value} has no canonical text: use a string`);
      return String(value);
    case 'object':
      return value === null ? 'null' : ofObject(value);
    default:
      throw new TypeError(`a ${typeof value} has no canonical text`);
  }
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
