import { TrackForumOutcomeDocument, type TrackForumOutcomeQuery } from '@pantau/schema';
import { useCallback, useEffect, useState } from 'react';
import type { Client } from 'urql';
import { readAnswer, renewed, type Answer } from '../../lib/graphql/answer.js';
import { visit } from './last-visit.js';
import { EVERY } from './use-renewal.js';

/** What became of what was said, and what was known of it at the visit before. */
export interface Tracked {
  /** Null: it is on its way. */
  readonly answer: Answer<TrackForumOutcomeQuery> | null;
  /** When it had last moved at the visit before; null: this is the first one. */
  readonly before: string | null;
  /** An answer is on its way. */
  readonly asking: boolean;
  readonly again: () => void;
}

/**
 * Asks what became of what was said by its code. A code that leads nowhere is asked for once, not again whenever somebody
 * comes back to the page: each wrong try counts against everybody in the same network.
 */
export function useTracked(client: Client, region: string, code: string): Tracked {
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<{ readonly attempt: number; readonly answer: Tracked['answer'] } | null>(
    null,
  );
  const [before, setBefore] = useState<string | null>(null);
  const again = useCallback(() => setAttempt((last) => last + 1), []);

  useEffect(() => {
    let over = false;
    void client
      .query(TrackForumOutcomeDocument, { region, code })
      .toPromise()
      .then(async (result) => {
        const next = readAnswer(result, Date.now());
        const movedAt = next.kind === 'GIVEN' ? next.data.trackForumOutcome?.movedAt : undefined;
        const last = over || movedAt === undefined ? null : await visit(code, movedAt);
        if (over) return;
        // What was news when the page was opened stays marked until it is opened the next time.
        setBefore((known) => known ?? last);
        setHeld((known) => ({ attempt, answer: renewed(known?.answer ?? null, next) }));
      });
    return () => {
      over = true;
    };
  }, [client, region, code, attempt]);

  const answer = held?.answer ?? null;
  const found = answer?.kind === 'GIVEN' && answer.data.trackForumOutcome !== null;
  const asksAgain = found || answer?.kind === 'UNREACHABLE';
  useEffect(() => {
    if (!asksAgain) return;
    const onReturn = () => {
      if (document.visibilityState === 'visible') again();
    };
    const timer = setInterval(onReturn, EVERY);
    window.addEventListener('online', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [asksAgain, again]);

  return { answer, before, asking: held?.attempt !== attempt, again };
}
