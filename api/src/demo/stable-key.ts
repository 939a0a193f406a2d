import { createHash } from 'node:crypto';

/** The idempotency key (a UUID) of something that the demo does once, whenever it is started again. */
export function stableKey(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
