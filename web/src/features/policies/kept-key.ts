/** What was sent, and the key that it was sent under. */
export interface KeptKey {
  readonly written: string;
  /** UUID. */
  readonly key: string;
}

/**
 * The key for what is about to be sent: that of the time before where the same was sent and nobody knows what became of
 * it, so that a retry is not taken for a second order; else a new one.
 */
export function keyFor(kept: KeptKey | null, written: string, make: () => string = newKey): KeptKey {
  return kept?.written === written ? kept : { written, key: make() };
}

/** A random UUID (version 4). `crypto.randomUUID` is missing where an office serves its pages without a certificate. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
