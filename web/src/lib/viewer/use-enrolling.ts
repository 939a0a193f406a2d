import { useState } from 'react';
import type { Viewer } from './viewer.js';

/**
 * Whether a second factor is being set up, and how to say that it is done. It stays until then, although the account says
 * before that it is on: the recovery codes are still on the screen. Afterwards an old answer begins it no second time.
 */
export function useEnrolling(viewer: Viewer | null): readonly [enrolling: boolean, finish: () => void] {
  const [enrolling, setEnrolling] = useState(false);
  const [finishedWith, setFinishedWith] = useState<Viewer | null>(null);
  if (viewer?.secondFactorDue && !enrolling && viewer !== finishedWith) setEnrolling(true);
  return [
    enrolling,
    () => {
      setEnrolling(false);
      setFinishedWith(viewer);
    },
  ];
}
