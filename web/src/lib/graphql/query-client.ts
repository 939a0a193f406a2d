import { Client, fetchExchange, mapExchange } from 'urql';

/** How long a question may stay without an answer, ms: on a weak network waiting longer helps nobody. */
const ANSWER_WITHIN = 20_000;

/** Why an answer was refused that tells something about whoever asks: nobody, or somebody who may not. */
const ABOUT_WHO_ASKS: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/**
 * The door for single questions: GraphQL over HTTP at `origin`, e.g. `http://127.0.0.1:4000`. Nothing is cached.
 * `onDenied` hears of each answer that was refused because of who asks.
 */
export function createQueryClient(origin: string, onDenied: () => void = () => {}): Client {
  return new Client({
    url: new URL('/graphql', origin).href,
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError({ graphQLErrors }) {
          if (graphQLErrors.some(({ extensions }) => ABOUT_WHO_ASKS.has(extensions['code']))) onDenied();
        },
      }),
      fetchExchange,
    ],
    fetch: (input, { signal, ...options } = {}) =>
      fetch(input, {
        ...options,
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN), ...(signal ? [signal] : [])]),
      }),
  });
}
