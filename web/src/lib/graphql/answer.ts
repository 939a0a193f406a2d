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
  | {
      readonly kind: 'REFUSED';
      readonly message: string;
      readonly report: string | null;
      /** Of the closed list of the contract, e.g. FORBIDDEN; null where it says none. */
      readonly code: string | null;
    };

interface Result<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

/** Reads what the client brought back; `at` in ms since 1970. Half an answer is none: it would show as missing data. */
export function readAnswer<Data>({ data, error }: Result<Data>, at: number): Answer<Data> {
  if (error?.networkError) return { kind: 'UNREACHABLE' };
  const refusal = error?.graphQLErrors[0];
  if (refusal) {
    const { correlationId: report, code } = refusal.extensions;
    return {
      kind: 'REFUSED',
      message: refusal.message,
      report: textOr(report),
      code: textOr(code),
    };
  }
  return data === undefined ? { kind: 'UNREACHABLE' } : { kind: 'GIVEN', data, at, notRenewed: null };
}

function textOr(given: unknown): string | null {
  return typeof given === 'string' ? given : null;
}

/**
 * What is known after one more answer to the same question: what was given once stays, marked, where it could not be
 * renewed. What is not open to the viewer any more goes.
 */
export function renewed<Data>(before: Answer<Data> | null, next: Answer<Data>): Answer<Data> {
  if (next.kind === 'REFUSED' && next.code === 'FORBIDDEN') return next;
  return before?.kind === 'GIVEN' && next.kind !== 'GIVEN' ? { ...before, notRenewed: next.kind } : next;
}
