import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LogObservationDocument } from '@pantau/schema';
import { createClient, type Client } from 'graphql-sse';
import { SOCKETS } from '../platform/graphql/limits.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { freePort } from '../testing/free-port.js';
import { letServiceIn, signInChief } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { until } from '../testing/until.js';
import { createWireClient, type WireClient } from '../testing/wire-client.js';
import { repositoryRoot } from './repository-root.js';

interface Told {
  readonly wall: { readonly __typename: string; readonly cursor: string; readonly previous?: string };
}

const WALL = `subscription ($after: Cursor) { wall(region: "${REGION}", after: $after) {
  __typename ... on WallSnapshot { cursor } ... on WallChange { cursor previous } ... on WallHeartbeat { cursor previous } } }`;

describe('GraphQL over Server-Sent Events', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let chief: WireClient;
  let token: string;
  const clients: Client[] = [];
  const ids: Record<string, string> = {};

  const clientOf = (own: string | null) => {
    const client = createClient({
      url: `${pantau.address}/graphql/stream`,
      retryAttempts: 0,
      ...(own !== null && { headers: { authorization: `Bearer ${own}` } }),
    });
    clients.push(client);
    return client;
  };
  /** Follows until `enough`, or until the server ends it. */
  const follow = (own: string | null, after: string | null = null) => {
    const told: Told['wall'][] = [];
    const errors: unknown[] = [];
    let leave = () => {};
    const ended = new Promise<unknown>((resolve) => {
      leave = clientOf(own).subscribe<Told>(
        { query: WALL, variables: { after } },
        {
          next({ data, errors: why = [] }) {
            errors.push(...why.map(({ extensions }) => extensions?.['code']));
            if (data) told.push(data.wall);
          },
          error: resolve,
          complete: () => resolve(null),
        },
      );
    });
    return { told, errors, ended, leave: () => leave() };
  };
  const log = async () => {
    await chief.send(LogObservationDocument, {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: ids[NIPS.sari]!, indicatorId: ids['ADM-01']! },
        ...{ value: String(Math.round(Math.random() * 1000) / 10), observedAt: NOON.toISOString() },
      },
    });
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    token = (await signInChief(pantau, REGION)).token;
    chief = createWireClient(pantau.address, token);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from indicator',
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterAll(async () => {
    for (const client of clients) client.dispose();
    await pantau.close();
    await database.drop();
  });

  it('tells what a websocket would, and after a cut goes on from the cursor with nothing missing', async () => {
    const first = follow(token);
    await until("the wall's picture", () => first.told.length > 0);
    expect(first.told[0]!.__typename).toBe('WallSnapshot');
    await log();
    await until('a change', () => first.told.some(({ __typename }) => __typename === 'WallChange'));
    first.leave();
    const { cursor } = first.told.at(-1)!;

    for (let n = 0; n < 5; n += 1) await log();
    const second = follow(token, cursor);
    await log();
    // Each message says which one it follows: an unbroken row from the cursor on.
    await until(
      'what was missed, and one more',
      () => second.told.filter(({ __typename }) => __typename === 'WallChange').length >= 6,
    );
    let at = cursor;
    for (const { previous, cursor: next } of second.told) {
      expect(previous).toBe(at);
      at = next;
    }
    second.leave();
  });

  it('is followed by the example of the contract over a restart, with nothing told twice or left out', async () => {
    const port = await freePort();
    const start = () => startPantau({ databaseUrl: database.url, clock: () => NOON, port });
    let other = await start();
    const example = spawn(process.execPath, [join(repositoryRoot, 'schema', 'examples', 'follow.mjs')], {
      env: { PANTAU_URL: other.address, PANTAU_TOKEN: token, PANTAU_REGION: REGION },
    });
    let said = '';
    example.stdout.on('data', (piece) => (said += String(piece)));
    example.stderr.on('data', (piece) => (said += String(piece)));
    const changes = () => said.match(/^WallChange/gm)?.length ?? 0;
    try {
      await until('the picture of the example', () => said.startsWith('WallSnapshot '));
      await log();
      await until('the change of the example', () => changes() === 1);
      await other.close();
      await log();
      other = await start();
      await log();
      await until('the changes of the example after the restart', () => changes() >= 3);
      expect(changes()).toBe(3);
      expect(said.match(/WallSnapshot|rror/g)).toEqual(['WallSnapshot']);
    } finally {
      example.kill();
      await other.close();
    }
  });

  it('answers a question too, with what it cost, and ends', async () => {
    const results: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      clientOf(token).subscribe(
        { query: `{ region(code: "${REGION}") { code } }` },
        { next: (result) => results.push(result), error: reject, complete: resolve },
      );
    });
    expect(results).toEqual([
      { data: { region: { code: REGION } }, extensions: { cost: { asked: 1, limit: 5_000 } } },
    ]);
  });

  it('lets in whom a websocket lets in: nobody without a right to it, nobody with a token that is none', async () => {
    const stranger = follow(null);
    await stranger.ended;
    expect(stranger.told).toEqual([]);
    const forged = await follow(`pts_${'a'.repeat(60)}`).ended;
    expect(forged).toMatchObject({ response: { status: 401 } });
    const { token: units } = await letServiceIn(pantau, REGION, ['UNITS']);
    const answer = await fetch(`${pantau.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${units}` },
      body: JSON.stringify({ query: WALL }),
    });
    expect(await answer.text()).toMatch(
      /^event: next\ndata: \{.*FORBIDDEN.*\n\nevent: complete\ndata: \n\n$/,
    );
  });

  it('refuses what breaks a limit with a code and a status', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${pantau.address}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body,
      });
    const codeOf = async (response: Response) =>
      ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;
    expect(await codeOf(await post('{"query": "{ nothing }"}'))).toBe('VALIDATION_FAILED');
    expect(await codeOf(await post('{"query": 1}'))).toBe('BAD_REQUEST');
    expect(await codeOf(await post(`{"query": "${'x'.repeat(70_000)}"}`))).toBe('LIMIT_SIZE');
    expect(await codeOf(await post('{', {}))).toBe('BAD_REQUEST');
    const get = await fetch(`${pantau.address}/graphql/stream?query={x}`);
    expect(get.status).toBe(405);
  });

  it('is limited in number for each person, as sockets are', async () => {
    const post = () =>
      fetch(`${pantau.address}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: WALL }),
      });
    const open: Response[] = [];
    for (let n = 0; n < SOCKETS.perPrincipal; n += 1) open.push(await post());
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]));
    expect(open[0]!.headers.get('cache-control')).toBe('no-store');
    expect(open[0]!.headers.get('x-accel-buffering')).toBe('no');
    const tooMany = await post();
    expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, '30']);
    const numbers = await pantau.metrics.text();
    expect(numbers).toMatch(`pantau_connections{transport="sse"} ${SOCKETS.perPrincipal}`);
    for (const { body } of open) await body!.cancel();
    // As soon as one is gone there is a place again.
    let status = 429;
    for (let n = 0; n < 200 && status === 429; n += 1) {
      await wait(20);
      const again = await post();
      ({ status } = again);
      await again.body!.cancel();
    }
    expect(status).toBe(200);
  });

  it('ends when the right to it is taken away', async () => {
    const other = await signInChief(pantau, REGION);
    const followed = follow(other.token);
    await until("the wall's picture", () => followed.told.length > 0);
    await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${other.token}` },
      body: JSON.stringify({ query: 'mutation { signOut { __typename } }' }),
    });
    // It is told so in a last answer, after which the client does not come back by itself.
    expect(await followed.ended).toBeNull();
    expect(followed.errors).toEqual(['UNAUTHENTICATED']);
    const last = followed.told.length;
    await wait(300);
    expect(followed.told).toHaveLength(last);
  });
});
