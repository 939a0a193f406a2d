import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { tellReads } from '../audit/tell-reads.js';
import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import { QuotaSpent } from '../auth/quota.js';
import type { Context } from '../graphql/context.js';
import { formatError } from '../graphql/errors.js';
import { LIMITS, limitRules, PARSE_LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';

/** A live socket dies unseen behind some networks; this finds out within two beats. */
const KEEP_ALIVE_MS = 10_000;
/** Most fragments of one message: a frame of our size never needs more. */
const FRAGMENTS = 64;
/** Nobody whom we let in, or nobody any more. */
const FORBIDDEN = 4403;
/** More than may be asked for; clients come back after a long while. */
const LIMIT = 4513;
/** The database cannot be asked just now. */
const TRY_AGAIN = 1013;

export interface WebsocketOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  /** Who the socket belongs to, by what its handshake and its first message bring; null: nobody whom we let in. */
  readonly admit: (request: IncomingMessage, payload: unknown) => Promise<Admitted | null>;
  /** Told of each socket that was let in; gives what to call when it is gone. */
  readonly watch: (admitted: Admitted, close: (code: number, reason: string) => void) => () => void;
  readonly isOwnOrigin: (request: IncomingMessage) => boolean;
  readonly logger: Logger;
}

/** Who a socket belongs to. */
export interface Admitted {
  readonly actor: Actor;
  /** Who it belongs to now; null where that cannot change: nobody signed in. */
  readonly again: (() => Promise<Actor | null>) | null;
  /** Counts one operation where they are counted; throws where no more may be asked for. */
  spend(): Promise<void>;
  /** For one operation, asked by who the socket belongs to at that moment. Throws Denied where that is nobody. */
  createContext(): Promise<Context>;
}

type Extra = Record<PropertyKey, unknown> & {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  admitted?: Admitted;
  forget?: () => void;
};

/** GraphQL over websocket on the same port and path; gives a function that ends every socket. */
export function serveWebsocket(options: WebsocketOptions): () => Promise<void> {
  const { server, schema, admit, watch, isOwnOrigin, logger } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.bytes,
    maxFragments: FRAGMENTS,
    perMessageDeflate: false,
  });

  const served = useServer<Record<string, unknown> | undefined, Extra>(
    {
      schema,
      connectionInitWaitTimeout: 5_000,
      async onConnect({ connectionParams, extra }) {
        try {
          const admitted = await admit(extra.request, connectionParams);
          if (admitted === null) return void extra.socket.close(FORBIDDEN, 'Forbidden');
          // It may have gone while we asked.
          if (extra.socket.readyState !== extra.socket.OPEN) return false;
          extra.admitted = admitted;
          extra.forget = watch(admitted, (code, reason) => extra.socket.close(code, reason));
          return true;
        } catch (error) {
          if (error instanceof Denied) return void extra.socket.close(FORBIDDEN, error.message);
          if (error instanceof QuotaSpent) return void extra.socket.close(LIMIT, error.message);
          logger.warn({ error: (error as Error).message }, 'websocket not let in');
          extra.socket.close(TRY_AGAIN, 'Try again later');
          return undefined;
        }
      },
      onClose: ({ extra }) => extra.forget?.(),
      async onSubscribe({ extra }, _id, payload) {
        const { query, operationName, variables } = payload;
        try {
          await extra.admitted!.spend();
        } catch (error) {
          return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
        }
        try {
          const document = parse(query, PARSE_LIMITS);
          const errors = validate(schema, document, [...specifiedRules, ...limitRules], {
            maxErrors: LIMITS.errors,
          });
          if (errors.length > 0) return errors.map(coded('VALIDATION_FAILED'));
          // What is on its way from a socket that has just been told to go is not done any more.
          if (extra.socket.readyState !== extra.socket.OPEN) throw new Denied('UNAUTHENTICATED', 'Sign in again.');
          const contextValue = await extra.admitted!.createContext();
          return { schema, document, operationName, variableValues: variables, contextValue };
        } catch (error) {
          if (error instanceof GraphQLError) return [coded('PARSE_FAILED')(error)];
          return [new GraphQLError('Not let in.', { originalError: error as Error })];
        }
      },
      async onNext(_context, _id, _payload, args, result) {
        const untold = await tellReads(args.contextValue as Context, args, logger);
        if (untold !== null) return { errors: [untold] };
        const { errors } = result;
        if (errors === undefined) return undefined;
        return {
          data: result.data ?? null,
          errors: errors.map((error) => formatError(logger, error.toJSON(), error)),
        };
      },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => formatError(logger, 'toJSON' in error ? error.toJSON() : error, error)),
    },
    sockets,
    KEEP_ALIVE_MS,
  );

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/graphql') return refuse(socket, '404 Not Found');
    if (!isOwnOrigin(request)) return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', (error) => logger.debug({ error: error.message }, 'websocket'));
      sockets.emit('connection', client, request);
    });
  });

  return async () => {
    // 1012: the client comes back by itself and resumes from its cursor.
    for (const client of sockets.clients) client.close(1012, 'restart');
    await Promise.race([served.dispose(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function coded(code: 'PARSE_FAILED' | 'VALIDATION_FAILED') {
  return (error: GraphQLError) =>
    error.extensions?.code === undefined
      ? new GraphQLError(error.message, { ...(error.nodes && { nodes: error.nodes }), extensions: { code } })
      : error;
}
