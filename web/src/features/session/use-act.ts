import { useRef, useState } from 'react';
import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { readOrder, troubleOf, type OrderProgress } from '../contests/use-order.js';
import { readAnswer } from '../../lib/graphql/answer.js';

type Done<Outcome> = Exclude<Outcome, { messageEn: string }>;

/**
 * Something that is done at once and carries no key of its own, such as signing in; while it is under way it is not
 * sent again.
 */
export function useAct<Data, Variables extends AnyVariables, Outcome extends object>(
  client: Client,
  mutation: TypedDocumentNode<Data, Variables>,
  outcomeOf: (data: Data) => Outcome,
) {
  const [progress, setProgress] = useState<OrderProgress<Done<Outcome>>>({ kind: 'NOT_SENT' });
  const underWay = useRef(false);

  /** Gives what came of it, null while it is under way already. */
  async function send(variables: Variables): Promise<OrderProgress<Done<Outcome>> | null> {
    if (underWay.current) return null;
    underWay.current = true;
    setProgress({ kind: 'SENDING' });
    const answer = readAnswer(await client.mutation(mutation, variables).toPromise(), Date.now());
    underWay.current = false;
    const next: OrderProgress<Done<Outcome>> =
      answer.kind === 'GIVEN'
        ? readOrder(outcomeOf(answer.data))
        : answer.kind === 'UNREACHABLE'
          ? answer
          : { ...answer, kind: 'FAILED' };
    setProgress(next);
    return next;
  }

  return {
    progress,
    told: progress.kind === 'TOLD' ? progress.told : null,
    trouble: troubleOf(progress),
    sending: progress.kind === 'SENDING',
    send,
  };
}
