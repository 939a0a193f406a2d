import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { codedBody } from './coded.js';

/**
 * What a client gets that sends byte by byte, or more than a request needs. Connections wait in the kernel beyond
 * the last; a wall needs one.
 */
const PATIENCE = {
  headersMs: 10_000,
  requestMs: 20_000,
  keepAliveMs: 10_000,
  lookEveryMs: 2_000,
  headerBytes: 16 * 1024,
  headers: 100,
  connections: 10_000,
} as const;

/** `shouldUpgradeCallback` is younger than the types. */
type Options = ServerOptions & { shouldUpgradeCallback(request: { headers: { upgrade?: string } }): boolean };

/** An HTTP server that no slow or talkative client holds for long. */
export function createPatientServer(listener: RequestListener): Server {
  const options: Options = {
    headersTimeout: PATIENCE.headersMs,
    requestTimeout: PATIENCE.requestMs,
    keepAliveTimeout: PATIENCE.keepAliveMs,
    connectionsCheckingInterval: PATIENCE.lookEveryMs,
    maxHeaderSize: PATIENCE.headerBytes,
    // Whoever offers HTTP/2 beside gets an answer over HTTP/1.1 instead of a refusal.
    shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
  };
  const server = createServer(options, listener);
  server.maxHeadersCount = PATIENCE.headers;
  server.maxConnections = PATIENCE.connections;
  server.on('clientError', answerBroken);
  server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(codedBody('BAD_REQUEST', 'The expectation cannot be met.'));
  });
  return server;
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** The network held it up or cut it off; a client that is told of a mistake of its own would not send it again. */
const NOT_WHOLE = new Set(['ERR_HTTP_REQUEST_TIMEOUT', 'HPE_INVALID_EOF_STATE']);

/** What the parser cannot read gets one coded answer and no second chance. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
  if (NOT_WHOLE.has(error.code ?? '')) {
    return endWith(
      socket,
      status,
      codedBody('TIMEOUT', 'The request did not come whole. Send it again with the same key.'),
    );
  }
  endWith(socket, status, codedBody('BAD_REQUEST', 'The request cannot be read.'));
}

/** Writes one whole answer by hand, where there is no response to write to, and ends the connection. */
export function endWith(socket: Duplex, status: string, body: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
