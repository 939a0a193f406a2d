import { Client, fetchExchange } from 'urql';

/** How long a question may stay without an answer, ms: on a weak network waiting longer helps nobody. */
const ANSWER_WITHIN = 20_000;

/** The door for single questions: GraphQL over HTTP at `origin`, e.g. `http://127.0.0.1:4000`. Nothing is cached. */
export function createQueryClient(origin: string): Client {
  return new Client({
    url: new URL('/graphql', origin).href,
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: (input, { signal, ...options } = {}) =>
      fetch(input, {
        ...options,
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN), ...(signal ? [signal] : [])]),
      }),
  });
}
