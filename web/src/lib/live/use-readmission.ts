import { useEffect, useRef } from 'react';
import type { Connection, LiveSocket } from '../graphql/live-socket.js';
import type { Viewer } from '../viewer/viewer.js';
import { useVisit } from '../viewer/visit.js';

/** How often it is asked who is signed in while the answer does not come, ms. */
const ASK_EVERY = 2_000;

/**
 * Where the server closes because rights have moved it is asked who is signed in now: somebody still, and the wall goes
 * on with what they may see; nobody, and the page shows how one gets in.
 */
export function useReadmission(socket: LiveSocket, connection: Connection): void {
  const { viewer, again } = useVisit();
  const deniedTo = useRef<Viewer | null>(null);
  const denied = connection === 'DENIED';
  useEffect(() => {
    if (!denied) return;
    again();
    const asking = setInterval(again, ASK_EVERY);
    return () => clearInterval(asking);
  }, [denied, again]);
  useEffect(() => {
    if (!denied) deniedTo.current = null;
    else if (deniedTo.current === null) deniedTo.current = viewer;
    else if (viewer !== deniedTo.current) {
      deniedTo.current = viewer;
      socket.readmit(); // whoever is nobody now does not see this wall any more
    }
  }, [denied, viewer, socket]);
}
