import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  OperationTypeNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import { QuotaSpent } from '../auth/quota.js';
import type { Context } from '../graphql/context.js';
import { noteCost } from '../graphql/cost-told.js';
import { formatError } from '../graphql/errors.js';
import { admit } from '../graphql/limits-admission.js';
import { refuseValues } from '../graphql/limits-input.js';
import { refusal } from '../graphql/limits-refusal.js';
import { LIMITS } from '../graphql/limits.js';
import { Followers } from '../live/follower.js';
import { LiveStream } from '../live/live-stream.js';
import { shareKey, type AskedStream } from '../live/share-key.js';
import { envelopeOf, type Told } from '../live/told.js';
import type { Logger } from '../logger.js';
import { CLOSE } from './close-codes.js';
import { codedBody } from './coded.js';
import { isPlainlyAddressed } from './headers.js';
import { finishAnswer } from './finish-answer.js';
import { inTime } from './in-time.js';
import type { Rates } from './rates.js';
import { endWith } from './slow-clients.js';
import { closeSocket, speakGraphql, type Admitted, type SocketExtra } from './sockets.js';
import { createTurns, type Turns } from './turns.js';
import { loggedMessage } from '../logged-message.js';

/** How long the other side may take to say that it has seen the end. */
const FAREWELL_MS = 5_000;
/** Longest id of an operation; clients count, or take UUIDs. */
const ID_LENGTH = 128;

export interface WebsocketOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  /** Who the socket belongs to, by what its handshake and its first message bring; null: nobody whom we let in. */
  readonly identify: (request: IncomingMessage, payload: unknown) => Promise<Admitted | null>;
  /** Told of each socket that was let in; gives what to call when it is gone. */
  readonly watch: (admitted: Admitted, close: (code: number, reason: string) => void) => () => void;
  readonly networkOf: (request: IncomingMessage) => string;
  readonly isOwnOrigin: (request: IncomingMessage) => boolean;
  readonly rates: Rates;
  readonly logger: Logger;
  /** What is followed together in this process, by whatever transport. */
  readonly followers?: Followers;
  /** Whether whoever opened the socket may read the schema. */
  readonly mayIntrospect: (actor: Actor) => boolean;
  /** Told of each operation that was let through. */
  readonly onOperation?: (operation: OperationTypeNode) => void;
}

export interface Sockets {
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** Who asks for one operation on a socket. */
interface Asker {
  readonly id: string;
  readonly asked: AskedStream;
  readonly extra: SocketExtra;
  readonly turns: Turns;
}

const GONE: ExecutionResult = { data: null };

/** GraphQL over websocket on the same port and path; gives how many there are, and a function that ends every socket. */
export function serveWebsocket(options: WebsocketOptions): Sockets {
  const { server, schema, identify, watch, networkOf, isOwnOrigin, rates, logger, mayIntrospect } = options;
  const { followers = new Followers(), onOperation } = options;
  const settings = {
    noServer: true,
    maxPayload: LIMITS.bytes,
    maxFragments: LIMITS.fragments,
    perMessageDeflate: false,
    closeTimeout: FAREWELL_MS,
  };
  const sockets = new WebSocketServer(settings);
  /** A payload that no client of ours sends ends the socket: there is no answer that it could be put into. */
  const isDecent = (socket: WebSocket, payload: unknown): boolean => {
    if (refuseValues(payload) === null) return true;
    closeSocket(socket, CLOSE.badRequest, 'BAD_INPUT: payload');
    return false;
  };

  const askers = new WeakMap<object, Asker>();
  const turns = new WeakMap<WebSocket, Turns>();
  const turnsOf = (socket: WebSocket): Turns => {
    const known = turns.get(socket) ?? createTurns(LIMITS.atOnce);
    turns.set(socket, known);
    return known;
  };

  /** Lets a socket in, or ends it with what its client has to know. */
  const enter = async (extra: SocketExtra, payload: unknown): Promise<boolean> => {
    const { socket, request } = extra;
    try {
      const admitted = await identify(request, payload);
      if (admitted === null) return (closeSocket(socket, CLOSE.forbidden, 'Forbidden'), false);
      // It may have gone while we asked.
      if (socket.readyState !== socket.OPEN) return false;
      const { kind, id } = admitted.actor;
      const leave = kind === 'PUBLIC' ? () => undefined : rates.socketOf(id);
      if (leave === null) return (closeSocket(socket, CLOSE.limit, 'LIMIT_RATE: too many sockets'), false);
      const unwatch = watch(admitted, (code, reason) => socket.close(code, reason));
      extra.admitted = admitted;
      extra.forget = () => {
        leave();
        unwatch();
      };
      return true;
    } catch (error) {
      if (error instanceof Denied) closeSocket(socket, CLOSE.forbidden, error.message);
      else if (error instanceof QuotaSpent) closeSocket(socket, CLOSE.limit, error.message);
      else {
        logger.warn({ error: loggedMessage(error) }, 'websocket not let in');
        closeSocket(socket, CLOSE.unavailable, 'try again later');
      }
      return false;
    }
  };

  /** Answers that may go out as they are. */
  const ready = new WeakSet<object>();
  speakGraphql(
    {
      schema,
      connectionInitWaitTimeout: 5_000,
      async onConnect({ extra, connectionParams }) {
        if (!isDecent(extra.socket, connectionParams)) return false;
        return enter(extra, connectionParams);
      },
      onClose: ({ extra }) => extra.forget?.(),
      onPing: ({ extra }, payload) => void isDecent(extra.socket, payload),
      async onSubscribe({ extra, subscriptions }, id, payload) {
        if (id.length > ID_LENGTH) {
          closeSocket(extra.socket, CLOSE.badRequest, 'BAD_INPUT: id');
          return [refusal('BAD_INPUT', `An id has at most ${ID_LENGTH} characters.`)];
        }
        if (Object.keys(subscriptions).length > LIMITS.subscriptions) {
          return [
            refusal(
              'LIMIT_SUBSCRIPTIONS',
              `A socket has at most ${LIMITS.subscriptions} operations under way.`,
            ),
          ];
        }
        const admitted = extra.admitted!;
        const admission = admit(schema, payload, mayIntrospect(admitted.actor));
        if ('errors' in admission) return admission.errors;
        const { document, operation, operationName, variables, cost } = admission.admitted;
        const contextValue = await opened(extra, admitted);
        if (contextValue instanceof GraphQLError) return [contextValue];
        onOperation?.(operation.operation);
        // What is told again and again, to many at once, says nothing of what asking for it cost.
        if (operation.operation !== OperationTypeNode.SUBSCRIPTION) noteCost(contextValue, cost);
        const asked = { query: payload.query, document, operation, operationName, variables };
        askers.set(contextValue, { id, asked, extra, turns: turnsOf(extra.socket) });
        return {
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue,
        };
      },
      execute: (args) => {
        const { contextValue } = args as { contextValue: Context };
        const { extra, turns } = askers.get(contextValue)!;
        // Whoever has gone meanwhile waits for no answer.
        return inTime(
          turns.take(() => (extra.socket.readyState === extra.socket.OPEN ? execute(args) : GONE)),
        );
      },
      async subscribe(args) {
        const source = await inTime(createSourceEventStream(args));
        if (!(Symbol.asyncIterator in source)) return source;
        const { id, asked, extra } = askers.get(args.contextValue as object)!;
        const answer = async (event: unknown) => {
          const finished = await finishAnswer(args, await execute({ ...args, rootValue: event }), logger);
          ready.add(finished);
          return finished;
        };
        if (!(source instanceof LiveStream)) throw new Error('a subscription follows a LiveStream');
        const key = shareKey(source.name, asked, (args.contextValue as Context).actor);
        const envelope = envelopeOf(id);
        const tell = (told: Told) => extra.writer.tell(told.frameFor(envelope));
        // Errors have their final form, which graphql-ws does not know of.
        return followers.follow({ stream: source, key, answer, tell }) as AsyncIterable<never>;
      },
      // graphql-ws would bring errors into a form that those of a finished answer have already.
      onNext: async (_context, _id, _payload, args, result) =>
        ready.has(result) ? (result as FormattedExecutionResult) : finishAnswer(args, result, logger),
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => formatError(logger, 'toJSON' in error ? error.toJSON() : error, error)),
    },
    sockets,
    rates,
    networkOf,
    logger,
  );

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/graphql') {
      return endWith(socket, '404 Not Found', codedBody('NOT_FOUND', 'There is nothing at this address.'));
    }
    if (!isOwnOrigin(request) || !isPlainlyAddressed(request)) {
      return endWith(socket, '403 Forbidden', codedBody('FORBIDDEN', 'Pantau answers only its own pages.'));
    }
    void rates.request(networkOf(request)).then((wait) => {
      if (wait !== null) {
        return endWith(socket, '429 Too Many Requests', codedBody('LIMIT_RATE', 'Too many requests.'));
      }
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    });
  });

  const close = async () => {
    // 1012: the client comes back by itself and resumes from its cursor.
    for (const client of sockets.clients) closeSocket(client, CLOSE.restart, 'restart');
    const ended = new Promise<void>((resolve) => sockets.close(() => resolve()));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    for (const client of sockets.clients) client.terminate();
  };
  return { close, count: () => sockets.clients.size };
}

/** What an operation is answered with, or why it is not. */
async function opened({ socket }: SocketExtra, admitted: Admitted): Promise<Context | GraphQLError> {
  try {
    await admitted.spend();
    // What is on its way from a socket that has just been told to go is not done any more.
    if (socket.readyState !== socket.OPEN) throw new Denied('UNAUTHENTICATED', 'Sign in again.');
    return await admitted.createContext();
  } catch (error) {
    return error instanceof GraphQLError
      ? error
      : new GraphQLError('Not let in.', { originalError: error as Error });
  }
}
