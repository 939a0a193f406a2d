import { createContext, use, useEffect, useState } from 'react';
import { aloneInBrowser } from '../../lib/outbox/alone.js';
import { indexedDbStore } from '../../lib/outbox/indexed-db-store.js';
import { memoryStore } from '../../lib/outbox/memory-store.js';
import type { OutboxStore } from '../../lib/outbox/outbox-store.js';
import type { Part } from './entry-part.js';
import { openForumBox, type ForumBox } from './forum-box.js';
import type { OpenForumDoor } from './forum-door.js';

/** How tabs tell each other that something was written or sent. */
const CHANNEL = 'pantau-outbox';

/** What this browser keeps; `lasting` false: it keeps nothing beyond this page, e.g. in a private window. */
export interface OpenStore {
  readonly store: OutboxStore<Part>;
  readonly lasting: boolean;
}

let opened: Promise<OpenStore> | undefined;

/** The store of this browser, opened once. */
export function openStore(): Promise<OpenStore> {
  opened ??= indexedDbStore<Part>().then(
    (store) => ({ store, lasting: true }),
    () => ({ store: memoryStore<Part>(), lasting: false }),
  );
  return opened;
}

const BoxContext = createContext<ForumBox | null>(null);
export const BoxProvider = BoxContext.Provider;

/** The box of whoever is here. @throws outside of one */
export function useBox(): ForumBox {
  const box = use(BoxContext);
  if (box === null) throw new Error('There is no box around this');
  return box;
}

/** A box for as long as the same account is here; null before it is open. */
export function useForumBox(
  { store }: OpenStore,
  account: string,
  region: string,
  openDoor: OpenForumDoor,
): ForumBox | null {
  const [box, setBox] = useState<ForumBox | null>(null);
  useEffect(() => {
    let over = false;
    let open: ForumBox | null = null;
    const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined;
    void openForumBox({ account, region, store, openDoor, alone: aloneInBrowser(), channel }).then((made) => {
      if (over) return made.close();
      open = made;
      setBox(made);
    });
    return () => {
      over = true;
      open?.close();
      setBox(null);
    };
  }, [store, account, region, openDoor]);
  useEffect(() => {
    if (box === null) return;
    const onReturn = () => {
      if (document.visibilityState === 'visible') box.tryNow();
    };
    window.addEventListener('online', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      window.removeEventListener('online', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [box]);
  return box;
}

/** What the store answers, asked anew after each change; undefined before the first answer. */
export function useStored<T>(box: ForumBox, ask: (box: ForumBox) => Promise<T>): T | undefined {
  const [held, setHeld] = useState<{ readonly ask: unknown; readonly value: T }>();
  useEffect(() => {
    let over = false;
    let asking = false;
    let again = false;
    const look = async (): Promise<void> => {
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      do {
        again = false;
        const value = await ask(box);
        if (over) return;
        setHeld({ ask, value });
      } while (again);
      asking = false;
    };
    void look();
    const stop = box.onChange(() => void look());
    return () => {
      over = true;
      stop();
    };
  }, [box, ask]);
  return held?.ask === ask ? held.value : undefined;
}
