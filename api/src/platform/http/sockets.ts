import type { IncomingMessage } from 'node:http';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../auth/actor.js';
import type { Context } from '../graphql/context.js';
import type { Logger } from '../logger.js';
import { CLOSE, kept, type CloseCode } from './close-codes.js';
import type { Rates } from './rates.js';
import { loggedMessage } from '../logged-message.js';
import { createSocketWriter, type SocketWriter } from './socket-writer.js';

/** What a socket's handlers are given beside the protocol's own. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly writer: SocketWriter;
  /** Who it belongs to, once that is known. */
  admitted?: Admitted;
  /** What to do when it is gone. */
  forget?: () => void;
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

/** A live socket dies unseen behind some networks; this finds out within two beats. */
const KEEP_ALIVE_MS = 10_000;

export function closeSocket(socket: WebSocket, { code }: CloseCode, reason: string): void {
  socket.close(code, reason);
}

/**
 * Speaks `graphql-transport-ws` on every socket. The library's own adapter closes with 1011 whenever a handler
 * throws, after which clients stay away for good; it holds any number of unread bytes, and counts no messages.
 */
export function speakGraphql(
  options: ServerOptions<Record<string, unknown>, SocketExtra>,
  sockets: WebSocketServer,
  rates: Rates,
  networkOf: (request: IncomingMessage) => string,
  logger: Logger,
): void {
  const server = makeServer(options);
  sockets.options.handleProtocols = handleProtocols;
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const leave = rates.socket(networkOf(request));
    if (leave === null) {
      closeSocket(socket, CLOSE.limit, 'LIMIT_RATE: too many sockets');
      return;
    }
    const count = rates.messages();
    const isOpen = () => socket.readyState === socket.OPEN;
    const overLimit = async () => {
      if ((await count()) === null) return false;
      closeSocket(socket, CLOSE.limit, 'LIMIT_RATE: too many messages');
      return true;
    };
    socket.on('error', (error) => logger.debug({ error: loggedMessage(error) }, 'websocket'));
    socket.on('ping', () => void overLimit());
    const stopBeating = beat(socket);
    const writer = createSocketWriter(socket, request.socket);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: writer.send,
        close: (code, reason) => socket.close(...kept(code, reason)),
        onMessage: (handle) =>
          socket.on('message', (data: Buffer) => {
            const received = async () => {
              if (!isOpen() || (await overLimit()) || !isOpen()) return;
              await handle(data.toString());
            };
            received().catch((error: unknown) => {
              if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
                return closeSocket(socket, CLOSE.badRequest, 'Only a server sends this');
              }
              logger.error({ error: loggedMessage(error) }, 'websocket message failed');
              closeSocket(socket, CLOSE.unavailable, 'try again later');
            });
          }),
      },
      { socket, request, writer },
    );
    socket.once('close', (code, reason) => {
      leave();
      stopBeating();
      closed(code, String(reason)).catch((error: unknown) =>
        logger.error({ error: loggedMessage(error) }, 'websocket end failed'),
      );
    });
  });
}

/** Asks for a sign of life with each beat and lets go of a socket that gave none until the next. */
function beat(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, KEEP_ALIVE_MS);
  return () => clearInterval(timer);
}
