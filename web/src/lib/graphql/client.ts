import { Client, subscriptionExchange, type ExecutionResult } from 'urql';
import { openLiveSocket, type LiveSocket } from './live-socket.js';

/** The one door to the server's GraphQL: operations through `client`, the state of its connection from `socket`. */
export interface Graphql {
  readonly client: Client;
  readonly socket: LiveSocket;
}

/** Opens the connection to `/graphql` on `origin`, e.g. `http://127.0.0.1:4000`. */
export function connectGraphql(origin: string): Graphql {
  const url = new URL('/graphql', origin);
  const socket = openLiveSocket(url.href.replace(/^http/, 'ws'));
  const client = new Client({
    url: url.href,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables, operationName }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query, variables, operationName },
              { ...sink, next: (result) => sink.next(result as ExecutionResult) },
            ),
          }),
        }),
      }),
    ],
  });
  return { client, socket };
}
