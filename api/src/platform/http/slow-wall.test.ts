import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { EventLog } from '../../testing/event-log.js';
import { until } from '../../testing/until.js';
import { COMMAND_LINE } from '../auth/actor.js';
import { LIMITS } from '../graphql/limits.js';
import { createRates } from './rates.js';
import { serveWebsocket } from './websocket.js';

describe('a wall that does not read what it is told', () => {
  let server: Server;
  let address: string;
  let end: () => Promise<void>;
  const log = new EventLog();
  let client: Client;
  const heard: string[] = [];
  const connections: Socket[] = [];

  beforeAll(async () => {
    server = createServer();
    server.on('connection', (connection) => connections.push(connection));
    const actor = { ...COMMAND_LINE, kind: 'DEVICE' as const };
    ({ close: end } = serveWebsocket({
      ...{ server, schema: log.schema, rates: createRates(), logger: pino({ level: 'silent' }) },
      identify: async () => ({
        ...{ actor, again: null },
        spend: async () => undefined,
        createContext: async () => ({ actor, reads: { take: () => new Map() } }) as never,
      }),
      watch: () => () => undefined,
      networkOf: () => 'here',
      isOwnOrigin: () => true,
      mayIntrospect: () => false,
    }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    client = createClient({ url: address, webSocketImpl: WebSocket, retryAttempts: 0 });
    client.subscribe<{ events: { cursor: string } }>(
      { query: 'subscription { events { cursor text } }' },
      {
        next: ({ data }) => heard.push(data!.events.cursor),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await until('the first picture', () => heard.length > 0);
  });
  afterAll(async () => {
    await client.dispose();
    await end();
    server.close();
  });

  it('is let go of with a code to come back by, and the others miss nothing of it', async () => {
    const slow = new WebSocket(address, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => slow.once('close', resolve));
    let last = '';
    let messages = 0;
    slow.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString());
      if (message.type === 'connection_ack') {
        const query = 'subscription { events { cursor text } }';
        slow.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query } }));
      }
      if (message.type === 'next') {
        messages += 1;
        last = message.payload.data.events.cursor;
      }
    });
    slow.once('open', () => slow.send('{"type":"connection_init"}'));
    await until('the first picture, at the one that is slow later', () => messages > 0);
    log.publish();
    await until('an event, at the one that is slow later', () => last === '1');

    const raw = (slow as unknown as { _socket: Socket })._socket;
    raw.pause();
    const publishMore = async (events: number) => {
      for (let n = 0; n < events; n += 1) {
        log.publish();
        await until(`event ${log.head}, at the one that reads`, () => Number(heard.at(-1)) === log.head);
      }
    };
    // How much the system holds for a connection that is not read differs from one to another.
    while (connections.at(-1)!.writableLength <= LIMITS.unreadBytes) await publishMore(10);
    // Past the grace that a socket has over its unread bytes: the next event finds it slow.
    await wait(1_200);
    await publishMore(1);
    // It reads again at once: whoever sleeps on is cut off in the end without a word.
    raw.resume();
    await publishMore(100);
    expect(await closed).toBe(4510);
    expect(heard.map(Number)).toEqual(Array.from({ length: log.head + 1 }, (_, n) => n));

    // It comes back from its cursor and is told the rest.
    const missed: string[] = [];
    const back = createClient({ url: address, webSocketImpl: WebSocket, retryAttempts: 0 });
    back.subscribe<{ events: { cursor: string } }>(
      { query: 'subscription($a: String) { events(after: $a) { cursor } }', variables: { a: last } },
      {
        next: ({ data }) => missed.push(data!.events.cursor),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await until('what was missed', () => missed.at(-1) === String(log.head));
    expect(missed.map(Number)).toEqual(
      Array.from({ length: log.head - Number(last) }, (_, n) => n + Number(last) + 1),
    );
    await back.dispose();
  });
});
