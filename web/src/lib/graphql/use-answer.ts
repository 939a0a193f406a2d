import { useCallback, useEffect, useState } from 'react';
import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { readAnswer, renewed, type Answer } from './answer.js';

/** A question and what is known of its answer. */
export interface Asked<Data> {
  /** The latest answer, which may be that to the variables before; null before the first. */
  readonly answer: Answer<Data> | null;
  /** An answer is on its way: what is shown is about to be replaced. */
  readonly asking: boolean;
  readonly again: () => void;
}

interface Held<Data> {
  /** The variables that it answers. */
  readonly to: string;
  readonly attempt: number;
  readonly answer: Answer<Data>;
}

/**
 * Asks when the component appears, when a variable changes, and when the viewer or the network comes back. The answer
 * before stays until the new one is there, so that nothing goes blank.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const written = JSON.stringify(variables); // the same variables are the same question, in whatever object they come
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<Held<Data> | null>(null);
  const again = useCallback(() => setAttempt((before) => before + 1), []);

  useEffect(() => {
    const asking = client.query(query, JSON.parse(written) as Variables).subscribe((result) => {
      const next = readAnswer(result, Date.now());
      setHeld((before) => ({
        to: written,
        attempt,
        answer: before?.to === written ? renewed(before.answer, next) : next,
      }));
    });
    return () => asking.unsubscribe();
  }, [client, query, written, attempt]);

  useEffect(() => {
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

  const asking = held?.to !== written || held.attempt !== attempt;
  return { answer: held?.answer ?? null, asking, again };
}
