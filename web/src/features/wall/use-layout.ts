import { useSyncExternalStore } from 'react';

/** From this size on the wall is a wall: one fixed picture scaled to the screen. Below, it is a list to scroll. */
const WALL_SIZE = '(min-width: 1100px) and (min-height: 560px)';

/** How the wall is laid out: 'WALL' turns pages, 'LIST' shows them all below one another. */
export type Layout = 'WALL' | 'LIST';

/** The layout that fits the window, followed as it changes. */
export function useLayout(): Layout {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(WALL_SIZE);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => (window.matchMedia(WALL_SIZE).matches ? 'WALL' : 'LIST'),
    () => 'WALL',
  );
}
