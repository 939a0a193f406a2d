import { useCallback, useEffect, useRef, useState } from 'react';
import type { ForumBox } from './forum-box.js';

/** How long after a keystroke it is on the device at the latest, ms; the promise is 300. */
const KEPT_WITHIN = 150;

/** Something half written, which stays through a crash. */
export interface Draft<T> {
  /** Undefined before the device has looked. */
  readonly value: T | undefined;
  readonly change: (value: T) => void;
  /** Nothing is half written any more. */
  readonly clear: () => void;
  /** Whether all of it is on the device. */
  readonly kept: boolean;
}

/** A draft under a name of its own; `empty` where nothing is half written. It must be the same object each time. */
export function useDraft<T>({ store, account }: ForumBox, name: string, empty: T): Draft<T> {
  const [value, setValue] = useState<T>();
  const [kept, setKept] = useState(true);
  const pending = useRef<{ readonly value: T; readonly timer: ReturnType<typeof setTimeout> } | null>(null);

  useEffect(() => {
    let over = false;
    void store.kept<T>(account, 'DRAFT', name).then((found) => {
      if (!over) setValue((before) => before ?? found ?? empty);
    });
    return () => {
      over = true;
    };
  }, [store, account, name, empty]);

  const keepNow = useCallback(() => {
    if (pending.current === null) return;
    clearTimeout(pending.current.timer);
    const { value: latest } = pending.current;
    pending.current = null;
    void store.keep(account, 'DRAFT', name, latest).then(() => {
      if (pending.current === null) setKept(true);
    });
  }, [store, account, name]);

  useEffect(() => {
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  const change = useCallback(
    (next: T) => {
      setValue(next);
      setKept(false);
      // One that runs already is not put off: who types without a pause is kept, too.
      const timer = pending.current?.timer ?? setTimeout(keepNow, KEPT_WITHIN);
      pending.current = { value: next, timer };
    },
    [keepNow],
  );
  const clear = useCallback(() => {
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = null;
    setValue(empty);
    setKept(true);
    void store.drop(account, 'DRAFT', name);
  }, [store, account, name, empty]);
  return { value, change, clear, kept };
}
