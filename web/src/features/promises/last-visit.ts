const PREFIX = 'pantau.janji.';

/** The part of `localStorage` that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * When what belongs to a code had last moved at the visit before, and remembers `movedAt` for the next one; both are
 * instants. Null at the first visit.
 *
 * Only a digest of the code is the key, and only that moment is kept: whoever looks through a shared telephone later
 * finds neither the code, by which the outcome could be read, nor anything that was said. A browser that keeps nothing, or
 * cannot make a digest (it does so over https alone), sees each visit as the first one.
 */
export async function visit(
  code: string,
  movedAt: string,
  shelf: () => Shelf = () => window.localStorage,
): Promise<string | null> {
  try {
    const kept = shelf();
    const key = PREFIX + (await digest(code));
    const before = kept.getItem(key);
    kept.setItem(key, movedAt);
    return before !== null && Number.isNaN(Date.parse(before)) ? null : before;
  } catch {
    return null;
  }
}

/** Whether something happened after the visit before; at a first visit nothing has. */
export function isNews(at: string, before: string | null): boolean {
  return before !== null && Date.parse(at) > Date.parse(before);
}

async function digest(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
