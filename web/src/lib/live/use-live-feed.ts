import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Held, LiveFeed, LiveView } from './live-feed.js';

/** What a feed holds, live while the component is mounted. However much arrives, it is drawn at most once a frame. */
export function useLiveFeed<H extends Held>(feed: LiveFeed<H>): LiveView<H> {
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
