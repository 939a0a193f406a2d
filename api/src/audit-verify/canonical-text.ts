/**
 * JSON as the database gives it, made into the one text that the chain was hashed over: keys in the order of their
 * UTF-16 code units, no white space, whole numbers only.
 * @returns null for what the chain's writer can never have written: no JSON, a fraction, a number beyond 2^53
 */
export function canonicalText(json: string): string | null {
  // Outside of texts digits with a point or an exponent are no whole number; inside they are looked at twice.
  if (/\d[.eE]/.test(json) && hasFraction(json)) return null;
  let whole = true;
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (typeof value === 'object' && value !== null) {
      const held = value as Record<string, unknown>;
      const keys = Object.keys(held).sort();
      return `{${keys.map((key) => `${JSON.stringify(key)}:${write(held[key])}`).join(',')}}`;
    }
    if (typeof value === 'number' && !Number.isSafeInteger(value)) whole = false;
    return JSON.stringify(value);
  };
  try {
    const text = write(JSON.parse(json));
    return whole ? text : null;
  } catch {
    return null;
  }
}

/** Whether a number is written with a point or an exponent: 5.0 is another text than 5, though it is the same number. */
function hasFraction(json: string): boolean {
  return /\d[.eE]/.test(json.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
}
