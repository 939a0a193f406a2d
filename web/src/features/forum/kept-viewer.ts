import { useEffect, useState } from 'react';
import { LAST_VIEWER, NOBODY } from '../../lib/outbox/leave-device.js';
import { personOf, type Person, type Viewer } from '../../lib/viewer/viewer.js';
import type { OpenStore } from './box-context.js';

/** Without a word of the server a device takes it to be the same person for so long, ms: a meeting is prepared days before. */
const KEPT_FOR = 7 * 86_400_000;

interface KeptViewer {
  readonly person: Person;
  readonly at: number;
}

/** Who was signed in on this device last, as long as nobody has signed out; undefined: not looked yet. */
export function useKeptViewer({ store }: OpenStore, viewer: Viewer | null): Person | null | undefined {
  const [kept, setKept] = useState<Person | null>();
  const person = viewer && personOf(viewer);
  useEffect(() => {
    let over = false;
    if (person !== null) {
      void store.keep(NOBODY, 'VIEWER', LAST_VIEWER, { person, at: Date.now() } satisfies KeptViewer);
    }
    void store.kept<KeptViewer>(NOBODY, 'VIEWER', LAST_VIEWER).then((found) => {
      if (over) return;
      setKept(found !== undefined && Math.abs(Date.now() - found.at) < KEPT_FOR ? found.person : null);
    });
    return () => {
      over = true;
    };
  }, [store, person]);
  return person ?? kept;
}
