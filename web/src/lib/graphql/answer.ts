import type { CombinedError } from 'urql';

/** What came of a question. */
export type Answer<Data> =
  | {
      readonly kind: 'GIVEN';
      readonly data: Data;
      /** When it came, ms since 1970. */
      readonly at: number;
      /** Why it could not be renewed since; null: it is the latest. */
      readonly notRenewed: 'UNREACHABLE' | 'REFUSED' | null;
    }
  /** The server could not be reached, or did not speak GraphQL: the network, or the server is down. */
  | { readonly kind: 'UNREACHABLE' }
  /** The server answered that it cannot or will not; `report` names this failure in its log. */
  | { readonly kind: 'REFUSED'; readonly message: string; readonly report: string | null };

interface Result<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

/** Reads what the client brought back; `at` in ms since 1970. Half an answer is none: it would show as missing data. */
export function readAnswer<Data>({ data, error }: Result<Data>, at: number): Answer<Data> {
  if (error?.networkError) return { kind: 'UNREACHABLE' };
  const refusal = error?.graphQLErrors[0];
  if (refusal) {
    const report = refusal.extensions['correlationId'];
    return {
      kind: 'REFUSED',
      message: refusal.message,
      report: typeof report === 'string' ? report : null,
    };
  }
  return data === undefined ? { kind: 'UNREACHABLE' } : { kind: 'GIVEN', data, at, notRenewed: null };
}

/** What is known after one more answer to the same question: what was given once stays, marked, where it could not be renewed. */
export function renewed<Data>(before: Answer<Data> | null, next: Answer<Data>): Answer<Data> {
  return before?.kind === 'GIVEN' && next.kind !== 'GIVEN' ? { ...before, notRenewed: next.kind } : next;
}
