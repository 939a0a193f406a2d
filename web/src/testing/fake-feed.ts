import type { WallFeed_HappeningFragment, WallTile_UnitFragment } from '@pantau/schema';
import { buildSchema, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { WebSocketServer, type WebSocket } from 'ws';
import { readCursor } from '../lib/live/cursor.js';
import { decimalDifference } from '../features/wall/decimal-difference.js';
import type { WallMessage } from '../features/wall/wall-state.js';
import { fakeAnswers } from './fake-answers.js';
import { fakeOffice, stateOf } from './fake-office.js';
import { fakeVisits, type FakeVisitor } from './fake-viewer.js';
import { serveDist } from './serve-dist.js';

type Change = Extract<WallMessage, { __typename: 'WallChange' }>;

/** How a connection ends: with a close frame of this code, valid or not; 'RESET': without one, as when a process is killed. */
export type Ending = number | 'RESET';

/** Settings of a fake feed. */
export interface FakeFeedOptions {
  /** Port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** Folder of the built web application, served as the API serves it; without it only GraphQL is answered. */
  readonly dist?: string;
  /** Moves a unit by itself each so many ms; without it nothing moves by itself. */
  readonly livelyEvery?: number;
}

/** One subscription as the server saw it. */
export interface Asked {
  readonly region: string;
  readonly after: string | null;
}

/** A server that speaks the screens' part of the schema with an invented office, and that can be made to misbehave. */
export interface FakeFeed {
  readonly origin: string;
  /** Who the visitor is; at first somebody who may do everything. */
  readonly visitor: FakeVisitor;
  /** Every subscription since the start, oldest first. */
  readonly asked: readonly Asked[];
  /** The region's stream as it stands. */
  head(): string;
  /** Sets fields of one unit, and says it to every wall. */
  change(unit: Partial<WallTile_UnitFragment> & { readonly id: string }): void;
  /** Ends every connection which shows this region. */
  sever(region: string, ending: Ending): void;
  /** While silent, connections stay open and pings are answered, but no wall hears a word. */
  silence(on: boolean): void;
  /** From now on nothing is read from any present connection and nothing written: a pulled cable. */
  freeze(): void;
  /** While refused, no new connection is accepted. */
  refuse(on: boolean): void;
  /** Begins a new epoch, as after a restored backup. */
  renew(): void;
  close(): Promise<void>;
}

const SDL = readFileSync(createRequire(import.meta.url).resolve('@pantau/schema/schema.graphql'), 'utf8');
const HEARTBEAT_EVERY = 1_000;

/** Starts the fake feed and returns when it listens. For development and tests only. */
export async function startFakeFeed(options: FakeFeedOptions = {}): Promise<FakeFeed> {
  const units = new Map(fakeOffice(Date.now()).map((unit) => [unit.id, unit]));
  const asked: Asked[] = [];
  const connections = new Map<WebSocket, { region: string; request: IncomingMessage }>();
  let epoch = 1;
  let changes: Change[] = [];
  let silent = false;
  let refused = false;
  let closed = false;
  let bell = Promise.withResolvers<void>();

  const cursorAt = (offset: number) => `${epoch}:${offset}`;
  const now = () => new Date().toISOString();
  function ring(): void {
    bell.resolve();
    bell = Promise.withResolvers();
  }

  function change(part: Partial<WallTile_UnitFragment> & { readonly id: string }): void {
    const before = units.get(part.id)!;
    const after = { ...before, ...part, changedAt: now() };
    after.state = part.state ?? stateOf(after.value);
    units.set(after.id, after);
    const delta = before.value && after.value ? decimalDifference(before.value, after.value) : null;
    const id = cursorAt(changes.length + 1);
    changes.push({
      __typename: 'WallChange',
      commitment: null,
      cursor: id,
      previous: cursorAt(changes.length),
      at: now(),
      units: [after],
      happening: happened(id, after, delta),
    });
    ring();
  }

  /** What the server says after this cursor, as the real one does: resume or snapshot, changes, a heartbeat each second. */
  async function* words(after: string | null): AsyncGenerator<WallMessage> {
    const resumed = after === null ? null : readCursor(after);
    const known = resumed?.epoch === String(epoch) && resumed.offset <= changes.length;
    const speaking = epoch;
    let offset = known ? Number(resumed.offset) : changes.length;
    if (!known) {
      yield {
        __typename: 'WallSnapshot',
        cursor: cursorAt(offset),
        at: now(),
        reason: after === null ? 'FIRST' : 'OTHER_EPOCH',
        demo: true,
        region: { code: '35.78', name: 'Kota Surabaya' },
        period: {
          code: '2026-Q4',
          name: 'Triwulan IV 2026',
          startsOn: '2026-10-01',
          endsOn: '2026-12-31',
        },
        units: [...units.values()],
        commitments: [],
        happenings: changes
          .flatMap(({ happening }) => happening ?? [])
          .slice(-10)
          .toReversed(),
      };
    }
    while (epoch === speaking && !closed) {
      while (!silent && offset < changes.length) yield changes[offset++]!;
      if (!silent) {
        const cursor = cursorAt(offset);
        yield { __typename: 'WallHeartbeat', cursor, previous: cursor, at: now() };
      }
      await Promise.race([bell.promise, new Promise((resolve) => setTimeout(resolve, HEARTBEAT_EVERY))]);
    }
  }

  const schema = buildSchema(SDL);
  const servePage = options.dist
    ? serveDist(options.dist)
    : (_request: IncomingMessage, response: ServerResponse) => response.writeHead(404).end();
  const visits = fakeVisits();
  const answers = { ...fakeAnswers(units), ...visits.answers };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { query, variables } = (await json(request)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue: answers });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  const http = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/graphql') void answer(request, response);
    else servePage(request, response);
  });
  const walls = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    if (refused) socket.destroy();
    else walls.handleUpgrade(request, socket, head, (wall) => walls.emit('connection', wall, request));
  });
  const protocol = useServer<undefined, { socket: WebSocket; request: IncomingMessage }>(
    {
      schema,
      roots: {
        subscription: {
          wall: async function* (
            { region = '35.78', after = null }: { region?: string; after?: string | null },
            { socket, request }: { socket: WebSocket; request: IncomingMessage },
          ) {
            asked.push({ region, after });
            if (!connections.has(socket)) socket.once('close', () => connections.delete(socket));
            connections.set(socket, { region, request });
            for await (const wall of words(after)) yield { wall };
          },
        },
      },
      context: (context) => context.extra,
    },
    walls,
  );
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve));

  const lively =
    options.livelyEvery === undefined
      ? undefined
      : setInterval(() => {
          const scored = [...units.values()].filter((unit) => unit.parentId !== null && unit.value !== null);
          const unit = scored[Math.floor(Math.random() * scored.length)]!;
          const value = Math.min(120, Math.max(0, Number(unit.value) + (Math.random() - 0.48) * 2));
          change({ id: unit.id, value: value.toFixed(6), observationCount: unit.observationCount + 1 });
        }, options.livelyEvery);

  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    visitor: visits.visitor,
    asked,
    head: () => cursorAt(changes.length),
    change,
    sever(region, ending) {
      for (const { region: shown, request } of connections.values()) {
        if (shown !== region) continue;
        if (ending === 'RESET') {
          request.socket.resetAndDestroy();
          continue;
        }
        // Past the websocket library, which refuses to send the codes that must never be sent; nor may it answer the
        // client's answer, which would be a protocol error and hide the code.
        request.socket.removeAllListeners('data');
        request.socket.end(Buffer.from([0x88, 2, ending >> 8, ending & 0xff])).resume();
        request.socket.write = () => true;
      }
    },
    silence(on) {
      silent = on;
      ring();
    },
    freeze() {
      for (const { request } of connections.values()) {
        request.socket.pause();
        request.socket.write = () => true;
      }
    },
    refuse(on) {
      refused = on;
    },
    renew() {
      epoch += 1;
      changes = [];
      ring();
    },
    async close() {
      clearInterval(lively);
      closed = true;
      ring();
      for (const wall of walls.clients) wall.terminate();
      await protocol.dispose();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function happened(
  id: string,
  { id: unitId, name, changedAt }: WallTile_UnitFragment,
  delta: string | null,
): WallFeed_HappeningFragment {
  const points = delta === null ? '' : ` ${Number(delta) < 0 ? '' : '+'}${Number(delta).toFixed(2)}`;
  const minutes = 11 + (id.length % 9);
  return {
    id,
    at: changedAt!,
    unitId,
    unitName: name,
    delta,
    sentence: `${name}${points.replace('.', ',')}: waktu tunggu loket (median) tercatat ${minutes} menit, target 15 menit`,
    sentenceEn: `${name}${points}: waiting time at the counter (median) was ${minutes} minutes, target 15 minutes`,
  };
}
