import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasSessions } from './session.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';

/** Which sessions end: this one, one named, all, or all but this one. */
export type SignOutWhat = 'THIS' | 'ALL' | 'OTHERS' | { readonly sessionId: string };

/** Ends sessions of whoever asks, on every API process; gives how many. */
export async function signOut(
  context: Context<HasSessions & HasTrail & HasClock>,
  what: SignOutWhat,
): Promise<number> {
  const { actor } = context;
  if (actor.kind !== 'PERSON' || actor.regionCode === null || actor.credential === null) return 0;
  const { id: own } = actor.credential;
  const which =
    what === 'ALL'
      ? {}
      : what === 'OTHERS'
        ? { except: own }
        : { id: what === 'THIS' ? own : what.sessionId };
  const ended = await context.transact(actor.regionCode, async (tx) => {
    const count = await tx.sessions.end(actor.id, which, tx.now);
    await tx.sessions.rightsMoved();
    await tx.trail.write({ actor, action: 'signOut', outcome: 'DONE', told: { sessions: count } });
    return count;
  });
  context.rightsMoved(actor.regionCode);
  if (what === 'THIS' || what === 'ALL') context.door.dropCookie('SESSION');
  return ended;
}
