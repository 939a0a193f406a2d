import type { Fact } from '../../domain/facts.js';
import type { HasSessions } from './session.store.js';

/** Grants, reporting lines, transfers, units and periods that are closed or confirmed decide who may see what: nothing kept of it holds any longer. */
export async function noteRights(tx: HasSessions): Promise<readonly Fact[]> {
  await tx.sessions.rightsMoved();
  return [];
}
