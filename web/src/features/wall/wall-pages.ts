import type { WallTile_UnitFragment } from '@pantau/schema';

/** Tiles that fit one page at sizes readable from four metres: three by two. More units make more pages, never smaller type. */
export const TILES_PER_PAGE = 6;

/** A page of the wall. Kelurahan and office units never share one. */
export interface WallPage {
  readonly kind: 'KELURAHAN' | 'OFFICE';
  readonly units: readonly WallTile_UnitFragment[];
}

/** Splits the units, kept in their order, into the root for the header and pages of tiles: kelurahan first, then the office's own units. */
export function wallPages(units: readonly WallTile_UnitFragment[]): {
  readonly root: WallTile_UnitFragment | null;
  readonly pages: readonly WallPage[];
} {
  const root = units.find((unit) => unit.parentId === null) ?? null;
  const others = units.filter((unit) => unit !== root);
  return {
    root,
    pages: [
      ...pagesOf(
        'KELURAHAN',
        others.filter((unit) => unit.kind === 'KELURAHAN'),
      ),
      ...pagesOf(
        'OFFICE',
        others.filter((unit) => unit.kind !== 'KELURAHAN'),
      ),
    ],
  };
}

function pagesOf(kind: WallPage['kind'], units: readonly WallTile_UnitFragment[]): WallPage[] {
  const pages = Math.ceil(units.length / TILES_PER_PAGE);
  return Array.from({ length: pages }, (_, page) => ({
    kind,
    units: units.slice(page * TILES_PER_PAGE, (page + 1) * TILES_PER_PAGE),
  }));
}
