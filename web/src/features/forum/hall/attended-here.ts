import { newKey } from '../../policies/kept-key.js';

const PLACE = 'pantau.hadir';

/** The part of `localStorage` that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

interface Kept {
  readonly session: string;
  /** That of the tap that nobody knows the fate of; null: it was counted. */
  readonly key: string | null;
}

const ownShelf = () => window.localStorage;

/**
 * What this phone knows of its own taps: of the last session alone, and on the phone alone. A browser that keeps nothing
 * asks again.
 */
export function hasAttended(session: string, shelf: () => Shelf = ownShelf): boolean {
  const kept = read(shelf);
  return kept?.session === session && kept.key === null;
}

/** The key of the tap in this session: the same one, also after the page was loaded again, until it was counted. */
export function keyOfTap(session: string, shelf: () => Shelf = ownShelf): string {
  const kept = read(shelf);
  const key = (kept?.session === session ? kept.key : null) ?? newKey();
  write({ session, key }, shelf);
  return key;
}

/** It was counted: from now on only that is known here, and the key is forgotten. */
export function noteAttended(session: string, shelf: () => Shelf = ownShelf): void {
  write({ session, key: null }, shelf);
}

function read(shelf: () => Shelf): Kept | null {
  try {
    const kept = JSON.parse(shelf().getItem(PLACE) ?? 'null') as Partial<Kept> | null;
    const isKept = typeof kept?.session === 'string' && (kept.key === null || typeof kept.key === 'string');
    return isKept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function write(kept: Kept, shelf: () => Shelf): void {
  try {
    shelf().setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Then this tap counts all the same; only the page cannot say so later.
  }
}
