import type { PolicyNumbersFragment, PolicyOutcomeFragment } from '@pantau/schema';
import { useRef, useState } from 'react';
import type { Client, TypedDocumentNode } from 'urql';
import { readAnswer } from '../../lib/graphql/answer.js';
import { keyFor, type KeptKey } from './kept-key.js';

/** Why something is not taken, and beside which field that is said; `field` null: about the whole. */
export interface Told {
  readonly field: string | null;
  readonly message: string;
  readonly messageEn: string;
}

/** How far an order has come. */
export type Progress =
  | { readonly kind: 'NOT_SENT' | 'SENDING' }
  | { readonly kind: 'DONE'; readonly policy: PolicyNumbersFragment }
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

/** What came of an answered order. */
export function readOutcome(outcome: PolicyOutcomeFragment): Progress {
  if (outcome.__typename === 'PolicyRecorded') return { kind: 'DONE', policy: outcome.policy };
  const { field, message, messageEn } = outcome;
  return { kind: 'TOLD', told: { field, message, messageEn } };
}

/** An order to the server about a policy, under one key however often it must be sent. */
export function useCommand<Data, Input extends { key: string }>(
  client: Client,
  mutation: TypedDocumentNode<Data, { input: Input }>,
  outcomeOf: (data: Data) => PolicyOutcomeFragment,
) {
  const [progress, setProgress] = useState<Progress>({ kind: 'NOT_SENT' });
  const kept = useRef<KeptKey | null>(null);

  async function ask(input: Omit<Input, 'key'>): Promise<Progress> {
    kept.current = keyFor(kept.current, JSON.stringify(input));
    const variables = { input: { ...input, key: kept.current.key } as Input };
    const answer = readAnswer(await client.mutation(mutation, variables).toPromise(), Date.now());
    if (answer.kind === 'UNREACHABLE') return answer;
    if (answer.kind === 'REFUSED') return { ...answer, kind: 'FAILED' };
    kept.current = null; // what became of it is known: the next one is another order
    return readOutcome(outcomeOf(answer.data));
  }

  /** Sends the order, or sends it again; gives what came of it. */
  async function send(input: Omit<Input, 'key'>): Promise<Progress> {
    setProgress({ kind: 'SENDING' });
    const next = await ask(input);
    setProgress(next);
    return next;
  }

  return { progress, send, tell: (told: Told) => setProgress({ kind: 'TOLD', told }) };
}
