import { useRef, useState } from 'react';
import type { Client, TypedDocumentNode } from 'urql';
import { readAnswer } from '../../lib/graphql/answer.js';
import { keyFor, type KeptKey } from '../policies/kept-key.js';
import type { Told } from '../policies/use-command.js';

/** How far an order has come; `Done` is what the server recorded. */
export type OrderProgress<Done> =
  | { readonly kind: 'NOT_SENT' | 'SENDING' }
  | { readonly kind: 'DONE'; readonly done: Done }
  | { readonly kind: 'TOLD'; readonly told: Told }
  /** Nobody knows whether it arrived: sending it again is safe. */
  | { readonly kind: 'UNREACHABLE' }
  | {
      readonly kind: 'FAILED';
      readonly message: string;
      readonly report: string | null;
      /** Of the closed list of the contract; null where the server says none. */
      readonly code: string | null;
    };

/** What became of an order that was answered: recorded, or refused with why. */
export function readOrder<Outcome extends object>(
  outcome: Outcome,
): OrderProgress<Exclude<Outcome, { messageEn: string }>> {
  if (isRefusal(outcome)) {
    const { field, message, messageEn } = outcome;
    return { kind: 'TOLD', told: { field, message, messageEn } };
  }
  return { kind: 'DONE', done: outcome as Exclude<Outcome, { messageEn: string }> };
}

/** Why something has not gone through, where one is to be led to; null: it has, or is on its way. */
export function troubleOf(progress: OrderProgress<unknown>): object | null {
  if (progress.kind === 'TOLD') return progress.told;
  return progress.kind === 'UNREACHABLE' || progress.kind === 'FAILED' ? progress : null;
}

function isRefusal(outcome: object): outcome is Told {
  return 'messageEn' in outcome;
}

/** An order to the server, under one key however often it must be sent; while it is under way it is not sent again. */
export function useOrder<Data, Input extends { key: string }, Outcome extends object>(
  client: Client,
  mutation: TypedDocumentNode<Data, { input: Input }>,
  outcomeOf: (data: Data) => Outcome,
) {
  type Progress = OrderProgress<Exclude<Outcome, { messageEn: string }>>;
  const [progress, setProgress] = useState<Progress>({ kind: 'NOT_SENT' });
  const kept = useRef<KeptKey | null>(null);
  const underWay = useRef(false);

  async function ask(input: Omit<Input, 'key'>): Promise<Progress> {
    kept.current = keyFor(kept.current, JSON.stringify(input));
    const variables = { input: { ...input, key: kept.current.key } as Input };
    const answer = readAnswer(await client.mutation(mutation, variables).toPromise(), Date.now());
    if (answer.kind === 'UNREACHABLE') return answer;
    if (answer.kind === 'REFUSED') return { ...answer, kind: 'FAILED' };
    return readOrder(outcomeOf(answer.data));
  }

  /** Sends the order, or sends it again; gives what came of it, null while it is under way already. */
  async function send(input: Omit<Input, 'key'>): Promise<Progress | null> {
    if (underWay.current) return null; // a second click before the button is drawn as disabled
    underWay.current = true;
    setProgress({ kind: 'SENDING' });
    const next = await ask(input);
    underWay.current = false;
    // What was done is over: the same once more is another order.
    if (next.kind === 'DONE') kept.current = null;
    setProgress(next);
    return next;
  }

  return {
    progress,
    told: progress.kind === 'TOLD' ? progress.told : null,
    trouble: troubleOf(progress),
    send,
  };
}
