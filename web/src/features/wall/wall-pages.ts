import type { WallPromises_CommitmentFragment, WallTile_UnitFragment } from '@pantau/schema';
import { shownPromises } from './wall-promises.js';

/** Tiles that fit one page at sizes readable from four metres: three by two. More units make more pages, never smaller type. */
export const TILES_PER_PAGE = 6;

/** A page of tiles. Kelurahan and office units never share one. */
export interface UnitsPage {
  readonly kind: 'KELURAHAN' | 'OFFICE';
  readonly units: readonly WallTile_UnitFragment[];
}

/** A page of what was promised in forums. */
export interface PromisesPage {
  readonly kind: 'PROMISES';
  readonly promises: readonly WallPromises_CommitmentFragment[];
  /** Whether there are others which no page shows; said on the last one. How many, the wall does not know. */
  readonly more: boolean;
}

/** A page of the wall. */
export type WallPage = UnitsPage | PromisesPage;

/**
 * Splits the units, kept in their order, into the root for the header and pages of tiles: kelurahan first, then the office's
 * own units. What was promised in forums comes last; `moved` is the promise that moved last, which is always shown.
 */
export function wallPages(
  units: readonly WallTile_UnitFragment[],
  promises: readonly WallPromises_CommitmentFragment[],
  moved: string | null,
): {
  readonly root: WallTile_UnitFragment | null;
  readonly pages: readonly WallPage[];
} {
  const root = units.find((unit) => unit.parentId === null) ?? null;
  const others = units.filter((unit) => unit !== root);
  return {
    root,
    pages: [
      ...pagesOf(others.filter((unit) => unit.kind === 'KELURAHAN')).map((page) => ({
        kind: 'KELURAHAN' as const,
        units: page,
      })),
      ...pagesOf(others.filter((unit) => unit.kind !== 'KELURAHAN')).map((page) => ({
        kind: 'OFFICE' as const,
        units: page,
      })),
      ...promisesPages(promises, moved),
    ],
  };
}

function promisesPages(
  promises: readonly WallPromises_CommitmentFragment[],
  moved: string | null,
): PromisesPage[] {
  const shown = shownPromises(promises, moved);
  return pagesOf(shown).map((page, n, { length }) => ({
    kind: 'PROMISES',
    promises: page,
    more: n === length - 1 && promises.length > shown.length,
  }));
}

function pagesOf<T>(all: readonly T[]): (readonly T[])[] {
  const pages = Math.ceil(all.length / TILES_PER_PAGE);
  return Array.from({ length: pages }, (_, page) =>
    all.slice(page * TILES_PER_PAGE, (page + 1) * TILES_PER_PAGE),
  );
}
