import { Client, fetchExchange, mapExchange } from 'urql';
import { currentMoment, type Moment } from '../moment.js';

/** How long a question may stay without an answer, ms: on a weak network waiting longer helps nobody. */
const ANSWER_WITHIN = 20_000;

/** Why an answer was refused that tells something about whoever asks: nobody, or somebody who may not. */
const ABOUT_WHO_ASKS: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/** When an answer was asked for and came, and what the server's clock showed in between; null where it does not say. */
export interface AnswerTime {
  readonly asked: Moment;
  readonly heard: Moment;
  /** To the second before, ms since 1970. */
  readonly said: number | null;
}

/**
 * The door for single questions: GraphQL over HTTP at `origin`, e.g. `http://127.0.0.1:4000`. Nothing is cached.
 * `onDenied` hears of each answer that was refused because of who asks, `onAnswer` of when each came.
 */
export function createQueryClient(
  origin: string,
  onDenied: () => void = () => {},
  onAnswer: (time: AnswerTime) => void = () => {},
): Client {
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
    async fetch(input, { signal, ...options } = {}) {
      const asked = currentMoment();
      const response = await fetch(input, {
        ...options,
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN), ...(signal ? [signal] : [])]),
      });
      const date = Date.parse(response.headers.get('date') ?? '');
      onAnswer({ asked, heard: currentMoment(), said: Number.isNaN(date) ? null : date });
      return response;
    },
  });
}
