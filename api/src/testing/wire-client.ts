import { createClient, type Client } from 'graphql-ws';
import { print, type ExecutionResult } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { WebSocket } from 'ws';

/** Speaks to a running API as anybody's program would: over HTTP and over a websocket. */
export interface WireClient {
  send<R, V>(document: TypedDocumentNode<R, V>, variables: V): Promise<ExecutionResult<R>>;
  /** A subscription; leave its loop to end it. */
  subscribe<R, V extends Record<string, unknown>>(
    document: TypedDocumentNode<R, V>,
    variables: V,
  ): AsyncIterableIterator<ExecutionResult<R>>;
  /** Cuts the network under the socket, as a broken Wi-Fi does. */
  cut(): void;
  close(): Promise<void>;
}

/** With a token for somebody who has signed in, without one for the public. */
export function createWireClient(address: string, token?: string): WireClient {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const url = `${address}/graphql`;
  let socket: WebSocket | undefined;
  const client: Client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: authorization,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    on: { connected: (connected) => (socket = connected as WebSocket) },
  });
  return {
    async send(document, variables) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return response.json() as never;
    },
    subscribe: (document, variables) => client.iterate({ query: print(document), variables }) as never,
    cut: () => socket?.terminate(),
    close: async () => client.dispose(),
  };
}
