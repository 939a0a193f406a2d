import type { HasSessions } from './session.store.js';

/**
 * Whom somebody may see follows from units, transfers and reporting lines: where one of these has changed, what is
 * kept in memory of anybody's rights is out of date, and sockets are asked about anew.
 */
export async function moveRights(tx: HasSessions): Promise<readonly never[]> {
  await tx.sessions.rightsMoved();
  return [];
}
