import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Graphql } from '../../lib/graphql/client.js';
import { createWallFeed, type WallView } from './wall-feed.js';

/** The wall of a region, live while the component is mounted. However much arrives, it is drawn at most once a frame. */
export function useWallFeed(graphql: Graphql, region: string | null): WallView {
  const feed = useMemo(() => createWallFeed(graphql, region), [graphql, region]);
  useEffect(() => feed.start(), [feed]);
  const onceAFrame = useMemo(
    () => (redraw: () => void) => {
      let frame: number | null = null;
      const stop = feed.onView(() => {
        frame ??= requestAnimationFrame(() => {
          frame = null;
          redraw();
        });
      });
      return () => {
        stop();
        if (frame !== null) cancelAnimationFrame(frame);
      };
    },
    [feed],
  );
  return useSyncExternalStore(onceAFrame, feed.view, feed.view);
}
