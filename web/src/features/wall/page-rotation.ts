/** How long a page stays, ms: enough to read six tiles twice. */
export const PAGE_SHOWN_FOR = 20_000;
/** How long the space bar (OK on a remote) holds a page, ms. */
export const HELD_FOR = 5 * 60_000;

/** Which page is shown. Times are ms on any one clock. */
export interface Rotation {
  readonly page: number;
  readonly shownSince: number;
  /** The page is held until then; null when pages turn by themselves. */
  readonly heldUntil: number | null;
}

/**
 * TICK comes about once a second; `busy` says that the page shown holds an update people may still be looking at. CALL:
 * something happened on that page which is to be seen at once.
 */
export type RotationEvent =
  | { readonly type: 'TICK'; readonly busy: boolean }
  | { readonly type: 'NEXT' }
  | { readonly type: 'PREVIOUS' }
  | { readonly type: 'CALL'; readonly page: number }
  | { readonly type: 'HOLD_OR_RELEASE' };

/** The rotation after one more event. `pages` may change at any time; the page shown always exists, or is 0. */
export function rotate(rotation: Rotation, event: RotationEvent, pages: number, now: number): Rotation {
  const turnTo = (page: number): Rotation => ({
    ...rotation,
    page: pages === 0 ? 0 : (page + pages) % pages,
    shownSince: now,
  });
  switch (event.type) {
    case 'NEXT':
      return turnTo(rotation.page + 1);
    case 'PREVIOUS':
      return turnTo(rotation.page - 1);
    case 'CALL':
      // Whoever has stopped the wall is reading it.
      if (rotation.heldUntil !== null) return rotation;
      return turnTo(event.page < pages ? event.page : rotation.page);
    case 'HOLD_OR_RELEASE':
      return { ...rotation, shownSince: now, heldUntil: rotation.heldUntil === null ? now + HELD_FOR : null };
    case 'TICK':
      if (rotation.heldUntil !== null) {
        return now < rotation.heldUntil ? rotation : { ...rotation, shownSince: now, heldUntil: null };
      }
      if (rotation.page >= Math.max(pages, 1)) return turnTo(0);
      if (event.busy || pages < 2 || now - rotation.shownSince < PAGE_SHOWN_FOR) return rotation;
      return turnTo(rotation.page + 1);
  }
}
