import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isTaken } from '../../lib/outbox/outbox-entry.js';
import type { QueuedPhoto } from '../../lib/outbox/queued-photo.js';
import { useStored } from './box-context.js';
import { foldSession, type ForumEntry } from './fold-session.js';
import type { ForumBox } from './forum-box.js';
import type { Session, Snapshot } from './forum-session.js';

/** A session as this device knows it. */
export interface KnownSession {
  readonly snapshot: Snapshot;
  /** With what was written here. */
  readonly session: Session;
  /** What was written here, in its order. */
  readonly entries: readonly ForumEntry[];
  readonly photos: readonly QueuedPhoto[];
}

/** Why nothing new is known of a session: null where the last answer is good, or none has come yet. */
export type Unrefreshed = 'UNREACHABLE' | 'REFUSED' | null;

/** What is known of a session, live; undefined before the device has looked, null where it knows nothing. */
export function useForumSession(
  box: ForumBox,
  id: string,
): {
  readonly known: KnownSession | null | undefined;
  readonly unrefreshed: Unrefreshed;
  readonly again: () => void;
} {
  const [unrefreshed, setUnrefreshed] = useState<Unrefreshed>(null);
  const ask = useCallback(
    async ({ store, account }: ForumBox) => ({
      snapshot: await store.kept<Snapshot>(account, 'SNAPSHOT', id),
      entries: await store.entriesAbout(account, id),
      photos: await store.photosAbout(account, id),
    }),
    [id],
  );
  const stored = useStored(box, ask);
  const again = useCallback(() => {
    void box.refresh(id).then((came) => setUnrefreshed(came === 'FRESH' ? null : came));
  }, [box, id]);

  useEffect(() => {
    again();
    const onReturn = () => {
      if (document.visibilityState === 'visible') again();
    };
    window.addEventListener('online', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      window.removeEventListener('online', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [again]);

  // What the server has taken it tells in its own way, e.g. when a promise is due: asked for once all of it is there.
  const taken = stored?.entries.filter(isTaken).length ?? 0;
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (stored === undefined) return;
    if (seen.current !== null && taken > seen.current) again();
    seen.current = taken;
  }, [stored, taken, again]);

  const known = useMemo(() => {
    if (stored === undefined) return undefined;
    const { snapshot, entries, photos } = stored;
    return snapshot === undefined
      ? null
      : { snapshot, entries, photos, session: foldSession(snapshot, entries) };
  }, [stored]);
  return { known, unrefreshed, again };
}
