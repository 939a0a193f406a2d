import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A message as a receiver got it. */
export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: {
      readonly region: string;
      readonly ids: string[];
      readonly period: string | null;
      readonly cursor: string;
    };
  };
}

/** A program that is told of changes. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** How the next messages are answered: a status, or by hand. */
  answer: number | ((response: ServerResponse, turn: number) => void);
  close(): Promise<void>;
}

/** Listens on this machine; `port` 0: a free one. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const { headers } = request;
      received.push({ id: String(headers['webhook-id']), headers, body, message: JSON.parse(body) });
      if (typeof receiver.answer === 'number') response.writeHead(receiver.answer).end();
      else receiver.answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const receiver: Receiver = {
    ...{ port: taken, url: `http://127.0.0.1:${taken}/pantau`, received, answer: 204 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

/** Whether a library that is not ours says, at this moment, that the message is from whoever has the secret. */
export function isSignedBy(secret: string, { headers, body }: Received, now: Date): boolean {
  const { now: machine } = Date;
  Date.now = () => now.getTime();
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  } finally {
    Date.now = machine;
  }
}
