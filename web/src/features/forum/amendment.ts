import type { Session } from './forum-session.js';

/** As the server counts it. */
const SHORTEST_REASON = 10;

/** Whether a reason is still missing for a change of minutes that were signed. */
export function lacksReason({ phase }: Pick<Session, 'phase'>, reason: string): boolean {
  return phase === 'SIGNED' && [...reason.trim()].length < SHORTEST_REASON;
}
