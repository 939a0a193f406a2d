import { request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { createClient, type Client } from 'graphql-sse';
import { pino } from 'pino';
import { EventLog } from '../../testing/event-log.js';
import { until } from '../../testing/until.js';
import { COMMAND_LINE } from '../auth/actor.js';
import { Followers } from '../live/follower.js';
import { createRates } from './rates.js';
import { createStreams, type Streams } from './stream.js';
import { createTurnsOfEach } from './turns.js';

const QUERY = 'subscription($after: String) { events(after: $after) { cursor text } }';

describe('a stream that is not read', () => {
  const log = new EventLog();
  const followers = new Followers();
  let streams: Streams;
  let server: Server;
  let address: string;
  let client: Client;
  let cuts: ((code: number, reason: string) => void)[] = [];
  let entering = Promise.resolve();
  const heard: string[] = [];

  const follow = (after: string | null, cursors: string[]) =>
    client.subscribe<{ events: { cursor: string } }>(
      { query: QUERY, variables: { after } },
      {
        next: ({ data }) => void (data && cursors.push(data.events.cursor)),
        error: () => undefined,
        complete: () => undefined,
      },
    );
  /** Opens a stream by hand, and gives what comes of it. */
  const open = (after: string | null = null, query = QUERY) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const asking = ask(address, { method: 'POST', headers, agent: false }, resolve);
      asking.on('error', reject);
      asking.end(JSON.stringify({ query, variables: { after } }));
    });

  beforeAll(async () => {
    const actor = { ...COMMAND_LINE, kind: 'DEVICE' as const };
    streams = createStreams({
      ...{ schema: log.schema, rates: createRates(), logger: pino({ level: 'silent' }), followers },
      turns: createTurnsOfEach(2),
      async identify() {
        await entering;
        return {
          ...{ actor, again: null },
          spend: async () => undefined,
          createContext: async () => ({ actor, reads: { take: () => new Map() } }) as never,
        };
      },
      watch: (_admitted, close) => {
        cuts.push(close);
        return () => {
          cuts = cuts.filter((one) => one !== close);
        };
      },
      networkOf: () => 'here',
      mayIntrospect: () => false,
    });
    const app = express().post('/graphql/stream', express.json(), streams.handler);
    await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql/stream`;
    client = createClient({ url: address, retryAttempts: 0 });
    follow(null, heard);
    await until('the first picture', () => heard.length > 0);
  });
  afterAll(async () => {
    client.dispose();
    streams.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is cut, the others miss nothing of it, and whoever was cut goes on from its cursor', async () => {
    const slow = await open();
    slow.on('error', () => undefined);
    let text = '';
    const cursorsOf = () => [...text.matchAll(/"cursor":"(\d+)"/g)].map(([, cursor]) => cursor!);
    slow.on('data', (piece) => (text += String(piece)));
    await until('the first picture', () => cursorsOf().length > 0);
    log.publish();
    await until('an event, at the one that is slow later', () => cursorsOf().at(-1) === String(log.head));
    const last = cursorsOf().at(-1)!;
    slow.pause();
    expect(followers.streams).toBe(1);

    const publishMore = async (events: number) => {
      for (let n = 0; n < events; n += 1) {
        log.publish();
        await until(`event ${log.head}, at the one that reads`, () => Number(heard.at(-1)) === log.head);
      }
    };
    // How much the system holds for a connection that is not read differs from one to another.
    while (streams.count() > 1) {
      await publishMore(300);
      // It is looked at each second, also where nothing more is told.
      for (let looks = 0; looks < 60 && streams.count() > 1; looks += 1) await wait(50);
    }
    // What the system still holds for it is not read to its end: how long that takes is the system's affair.
    slow.destroy();
    await publishMore(1);
    expect(heard.map(Number)).toEqual(Array.from({ length: log.head + 1 }, (_, n) => n));

    const missed: string[] = [];
    const leave = follow(last, missed);
    await until('what was missed', () => missed.at(-1) === String(log.head));
    expect(missed.map(Number)).toEqual(
      Array.from({ length: log.head - Number(last) }, (_, n) => n + Number(last) + 1),
    );
    leave();
  });

  it('is waited for with what it missed, however much that is', async () => {
    while (log.head < 300) log.publish();
    await until('everything, at the one that reads', () => Number(heard.at(-1)) === log.head);
    // Wherever they come in: alone with what was missed, or where others are told the rest already.
    const back = await Promise.all(
      [
        ...[300, 200, 120, 100].map((missed) => ({ missed, query: QUERY })),
        // Nobody else asks it like this, and so nobody shares it.
        ...[300, 100].map((missed) => ({ missed, query: `${QUERY} # ${missed}` })),
      ].map(async ({ missed, query }) => {
        const stream = await open(String(log.head - missed), query);
        const told = { stream, text: '' };
        stream.on('data', (piece) => (told.text += String(piece)));
        await until('the first that was missed', () => told.text.includes('"cursor"'));
        stream.pause();
        return told;
      }),
    );
    // Longer than a stream may be over its unread bytes.
    await wait(3_000);
    expect(streams.count()).toBe(1 + back.length);
    for (const told of back) {
      told.stream.resume();
      await until('the last that was missed', () => told.text.includes(`"cursor":"${log.head}"`));
      told.stream.destroy();
    }
  });

  it('may go before it is let in, and keeps no place', async () => {
    await until('the end of the others', () => streams.count() === 1);
    let letIn = () => {};
    entering = new Promise((resolve) => (letIn = resolve));
    // More than one may have open.
    const gone = Array.from({ length: 25 }, () => {
      const asking = ask(address, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, agent: false },
      });
      asking.on('error', () => undefined);
      asking.end(JSON.stringify({ query: QUERY }));
      return asking;
    });
    await until('25 more', () => streams.count() === 26);
    for (const asking of gone) asking.destroy();
    await until('their end', () => streams.count() === 1);
    letIn();
    const after = await open();
    expect(after.statusCode).toBe(200);
    after.destroy();
    await until('the end of the last', () => cuts.length === 1);
  });

  it('is ended in words: for good without a right, to come back with another or at a restart', async () => {
    const endOf = async (end: () => void) => {
      const stream = await open();
      let text = '';
      stream.on('data', (piece) => (text += String(piece)));
      await until('the first picture', () => text.includes('event: next'));
      end();
      await new Promise((resolve) => stream.once('end', resolve));
      return text.slice(text.indexOf('\n\n') + 2);
    };
    expect(await endOf(() => cuts.at(-1)!(4403, 'Forbidden'))).toMatch(
      /^event: next\ndata: \{"errors":\[\{.*"UNAUTHENTICATED".*\n\nevent: complete\ndata: \n\n$/,
    );
    expect(await endOf(() => cuts.at(-1)!(4403, 'Rights changed'))).toBe(': come back\n\n');
    expect(await endOf(() => streams.close())).toBe(': restart\n\n');
    const late = await open();
    expect([late.statusCode, late.headers['retry-after']]).toEqual([503, '1']);
    late.resume();
  });
});
