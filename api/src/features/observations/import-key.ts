import { createHash } from 'node:crypto';

/** The key under which a fact is remembered that must be observed only once: a UUID made of what tells it from others. */
export function importKeyOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
