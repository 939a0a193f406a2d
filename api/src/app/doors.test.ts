import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { CorrectObservationDocument, LogObservationDocument, WallDocument } from '@pantau/schema';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { bearer, signInChief, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';

describe('the doors', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let client: WireClient;
  let chief: SignedIn;
  let employeeId: string;
  let indicatorId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    chief = await signInChief(pantau, REGION);
    client = wireClientOf(pantau, chief);
    employeeId = (await database.client.query(`select id from employee where nip = '${NIPS.sari}'`)).rows[0]
      .id;
    indicatorId = (await database.client.query(`select id from indicator where code = 'ADM-03'`)).rows[0].id;
  });
  afterAll(async () => {
    await client?.close();
    await pantau?.close();
    await database?.drop();
  });

  const rows = async () =>
    (
      await database.client.query(
        'select (select count(*) from observation) + (select sum(head) from stream_head) as n',
      )
    ).rows[0].n;
  const input = (changed: object = {}) => ({
    region: REGION,
    key: randomUUID(),
    employeeId,
    indicatorId,
    value: '14',
    observedAt: '2026-11-24T04:00:00Z',
    note: null,
    ...changed,
  });
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(chief), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) };
  };
  /** One request with headers that `fetch` does not let a program set. */
  const raw = (
    headers: Record<string, string>,
    path = '/graphql',
    method = 'POST',
    body: Buffer | string = '{"query":"{__typename}"}',
  ) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const asked = request(
        `${pantau.address}${path}`,
        { method, headers: { ...bearer(chief), ...headers } },
        (response) => {
          let text = '';
          response.on('data', (data) => (text += data));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });

  describe('refuse an observation that cannot be, with a code and the way to mend it', () => {
    it.each([
      ['a comma for a point', { value: '12,5' }, 'VALUE_NOT_DECIMAL', 'value'],
      ['what is no number', { value: 'NaN' }, 'VALUE_NOT_DECIMAL', 'value'],
      ['an exponent', { value: '1e309' }, 'VALUE_NOT_DECIMAL', 'value'],
      ['more digits than there are', { value: '1234567890123' }, 'VALUE_TOO_MANY_DIGITS', 'value'],
      ['less than can be', { value: '-0.5' }, 'VALUE_OUT_OF_RANGE', 'value'],
      ['the future', { observedAt: '2026-11-24T05:06:00Z' }, 'OBSERVED_IN_FUTURE', 'observedAt'],
      ['a day outside every period', { observedAt: '2026-09-30T05:00:00Z' }, 'PERIOD_UNKNOWN', 'observedAt'],
      ['nobody', { employeeId: randomUUID() }, 'EMPLOYEE_UNKNOWN', 'employeeId'],
      ['nothing that is measured', { indicatorId: randomUUID() }, 'INDICATOR_UNKNOWN', 'indicatorId'],
      ['a note without end', { note: 'x'.repeat(2001) }, 'NOTE_TOO_LONG', 'note'],
      ['a note that turns around', { note: 'a\u202eb' }, 'NOTE_UNREADABLE', 'note'],
    ])('%s', async (_what, changed, code, field) => {
      const before = await rows();
      const { data, errors } = await client.send(LogObservationDocument, { input: input(changed) });
      expect(errors).toBeUndefined();
      expect(data?.logObservation).toMatchObject({ __typename: 'ObservationRefused', code, field });
      expect(await rows()).toBe(before);
    });

    it.each([
      ['a JSON number', { value: 12.5 }],
      ['a key that is none', { key: 'once' }],
      ['a time that is none', { observedAt: 'yesterday' }],
      ['a region that is none', { region: 'Surabaya' }],
      ['a value of 1 MB less a little', { value: '1'.repeat(50_000) }],
      ['a field that is not there', { evil: true }],
    ])('%s', async (_what, changed) => {
      const before = await rows();
      const { body } = await post({
        query: print(LogObservationDocument),
        variables: { input: input(changed) },
      });
      expect(body.errors[0].extensions.code).toBe('BAD_INPUT');
      expect(body.errors[0].message.length).toBeLessThan(400);
      expect(await rows()).toBe(before);
    });

    it('a region that is not the own one', async () => {
      const { errors } = await client.send(LogObservationDocument, { input: input({ region: '12.71' }) });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });
  });

  it('know every type of the contract by its name, as the variables of a foreign client do', async () => {
    const query = `mutation($region: RegionCode!, $key: UUID!, $employee: UUID!, $indicator: UUID!, $value: Decimal!, $at: DateTime!) {
      logObservation(input: { region: $region, key: $key, employeeId: $employee, indicatorId: $indicator, value: $value, observedAt: $at }) {
        __typename } }`;
    const variables = {
      region: REGION,
      key: randomUUID(),
      employee: employeeId,
      indicator: indicatorId,
      value: '14',
      at: '2026-11-24T04:00:00Z',
    };
    const { body } = await post({ query, variables });
    expect(body).toMatchObject({ data: { logObservation: { __typename: 'ObservationRecorded' } } });
  });

  it('record once what comes twice, refuse the key with another content, and correct once', async () => {
    const one = input();
    const first = await client.send(LogObservationDocument, { input: one });
    const second = await client.send(LogObservationDocument, { input: one });
    const recorded = first.data!.logObservation;
    if (recorded.__typename !== 'ObservationRecorded') throw new Error('not recorded');
    expect(recorded.observation).toMatchObject({ value: '14', periodCode: '2026-Q4' });
    expect(second.data!.logObservation).toEqual({ ...recorded, replayed: true });
    const other = await client.send(LogObservationDocument, { input: { ...one, value: '15' } });
    expect(other.data!.logObservation).toMatchObject({
      __typename: 'IdempotencyConflict',
      code: 'IDEMPOTENCY_CONFLICT',
    });

    const correct = (changed: object = {}) =>
      client.send(CorrectObservationDocument, {
        input: {
          region: REGION,
          key: randomUUID(),
          observationId: recorded.observation.id,
          value: '16',
          observedAt: one.observedAt,
          note: null,
          reason: 'Salah baca angka di mesin antrean',
          ...changed,
        },
      });
    expect((await correct({ reason: 'salah' })).data!.correctObservation).toMatchObject({
      code: 'CORRECTION_REASON_MISSING',
    });
    expect((await correct({ value: '14' })).data!.correctObservation).toMatchObject({
      code: 'CORRECTION_CHANGES_NOTHING',
    });
    // What is not there looks like what is somebody else's.
    expect((await correct({ observationId: randomUUID() })).errors![0]!.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
    const both = await Promise.all([correct({ value: '17' }), correct({ value: '18' })]);
    expect(both.map(({ data }) => data!.correctObservation.__typename).sort()).toEqual([
      'ObservationRecorded',
      'ObservationRefused',
    ]);
    expect((await correct()).data!.correctObservation).toMatchObject({ code: 'ALREADY_CORRECTED' });
  });

  it.each([
    ['what is no GraphQL', { query: '{' }, 'PARSE_FAILED'],
    ['a field that is not there', { query: '{ nothing }' }, 'VALIDATION_FAILED'],
    ['more tokens than a query needs', { query: `{ ${'__typename '.repeat(1_100)} }` }, 'LIMIT_TOKENS'],
    ['more depth than there is', { query: deep(12) }, 'LIMIT_DEPTH'],
    [
      'five hundred fields that are not there',
      { query: `{ ${Array.from({ length: 300 }, (_, n) => `x${n}`).join(' ')} }` },
      'VALIDATION_FAILED',
    ],
    [
      'a page without end',
      { query: `{ employees(region: "35.78", first: 1000) { edges { cursor } } }` },
      'BAD_INPUT',
    ],
    [
      'a subscription over HTTP',
      { query: 'subscription { wall(region: "35.78") { __typename } }' },
      'BAD_REQUEST',
    ],
    [
      'a page of nothing',
      { query: `{ employees(region: "35.78", first: 0) { edges { cursor } } }` },
      'BAD_INPUT',
    ],
    [
      'a cursor of another list',
      { query: `{ employees(region: "35.78", after: "J3x1") { edges { cursor } } }` },
      'BAD_INPUT',
    ],
    [
      'a cursor with SQL in it',
      {
        query: `{ indicators(region: "35.78", after: "${Buffer.from("x' or 1=1 --".repeat(9)).toString('base64url')}") { edges { cursor } } }`,
      },
      'BAD_INPUT',
    ],
  ])('answer %s with a code of the closed list and no hint', async (_what, body, code) => {
    const answer = await post(body);
    const codes = answer.body.errors.map(
      ({ extensions }: { extensions: { code: string } }) => extensions.code,
    );
    expect(codes).toContain(code);
    expect(answer.text).not.toMatch(/Did you mean|node_modules|at \w+ \(|select |insert /);
    expect(answer.text.length).toBeLessThan(8_192);
  });

  it('are closed to large, compressed and other bodies', async () => {
    expect(await post({ query: '{__typename}', x: 'x'.repeat(70_000) })).toMatchObject({
      status: 413,
      body: { errors: [{ extensions: { code: 'LIMIT_SIZE' } }] },
    });
    const json = { 'content-type': 'application/json' };
    const bomb = gzipSync(Buffer.alloc(1_000_000, ' '));
    expect((await raw({ ...json, 'content-encoding': 'gzip' }, '/graphql', 'POST', bomb)).status).toBe(415);
    expect((await raw(json, '/graphql', 'POST', '{"query":')).status).toBe(400);
    expect((await raw({ 'content-type': 'text/plain' })).status).toBe(400);
    expect((await raw({}, '/graphql?query={__typename}', 'GET', '')).status).toBe(405);
  });

  it('are closed to pages of other sites, over HTTP and websocket alike', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await raw({ ...json, origin: 'https://evil.example' })).status).toBe(403);
    expect((await raw({ ...json, host: 'evil.example' })).status).toBe(403);
    expect((await raw({ ...json, origin: 'null' })).status).toBe(403);
    // What a browser says by itself, should it ever leave the Origin out.
    for (const site of ['cross-site', 'same-site']) {
      const fetched = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
      expect((await raw({ ...json, ...fetched })).status).toBe(403);
      expect((await raw({ ...json, ...fetched, 'sec-fetch-mode': 'navigate' })).status).toBe(200);
    }
    expect((await raw({ ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await raw(json)).status).toBe(200);
    const opened = (headers: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(
          `${pantau.address.replace('http', 'ws')}/graphql`,
          'graphql-transport-ws',
          { headers },
        );
        socket.once('open', () => (socket.terminate(), resolve('open')));
        socket.once('error', (error) => resolve(error.message));
      });
    expect(await opened({ origin: 'https://evil.example' })).toMatch(/403/);
    expect(await opened({ host: 'evil.example:80' })).toMatch(/403/);
    expect(await opened({ origin: pantau.address })).toBe('open');
    expect(await opened({})).toBe('open');
  });

  it('hold the same limits on the websocket', async () => {
    const first = async (query: string): Promise<unknown> => {
      const socket = new WebSocket(`${pantau.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      try {
        return await new Promise((resolve) => {
          socket.on('open', () =>
            socket.send(JSON.stringify({ type: 'connection_init', payload: bearer(chief) })),
          );
          socket.on('close', (code) => resolve(code));
          socket.on('message', (data) => {
            const message = JSON.parse((data as Buffer).toString());
            if (message.type === 'connection_ack') {
              socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
            } else if (message.type === 'next' || message.type === 'error') {
              const errors = message.payload?.errors ?? message.payload;
              resolve(
                errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code).join(' '),
              );
            }
          });
        });
      } finally {
        socket.terminate();
      }
    };
    expect(await first('{')).toBe('PARSE_FAILED');
    expect(await first('{ nothing }')).toBe('VALIDATION_FAILED');
    expect(await first(deep(12))).toMatch('LIMIT_DEPTH');
    expect(await first('query($r: RegionCode!) { region(code: $r) { code } }')).toBe('BAD_INPUT');
    expect(await first(`{ ${'__typename '.repeat(1_100)} }`)).toBe('LIMIT_TOKENS');
    expect(await first('subscription { wall(region: "12.71") { __typename } }')).toBe('FORBIDDEN');
    expect(await first('subscription { wall(region: "35.78", after: "1 OR 1=1") { __typename } }')).toBe(
      'BAD_INPUT',
    );
    expect(await first(`{ ${' '.repeat(70_000)} }`)).toBe(1009);
  });

  describe('hold a socket', () => {
    type Step = object | string | { readonly until: string };
    const INIT = { type: 'connection_init' };
    const ACK = { until: 'connection_ack' };
    const query = (id: string, text: string) => ({ type: 'subscribe', id, payload: { query: text } });
    const WALL = `subscription { wall(region: "${REGION}") { __typename } }`;

    /** What a socket that sends these messages hears last: a code of an error, or the code of its end. */
    const hear = async (steps: readonly Step[]): Promise<unknown> => {
      const socket = new WebSocket(`${pantau.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      const heard: { type: string; payload?: { extensions: { code: string } }[] }[] = [];
      let wake = (): void => undefined;
      const told = () => new Promise<void>((resolve) => (wake = resolve));
      let end: number | null = null;
      socket.on('message', (data: Buffer) => (heard.push(JSON.parse(data.toString())), wake()));
      socket.on('close', (code) => ((end = code), wake()));
      await new Promise((resolve) => socket.once('open', resolve));
      try {
        for (const planned of steps) {
          // Who says hello says who it is.
          const step =
            planned === INIT ? { ...INIT, payload: { authorization: `Bearer ${chief.token}` } } : planned;
          if (typeof step === 'object' && 'until' in step) {
            while (end === null && !heard.some(({ type }) => type === step.until)) await told();
          } else if (end === null) socket.send(typeof step === 'string' ? step : JSON.stringify(step));
        }
        return (
          end ??
          heard.find(({ type }) => type === 'error')?.payload?.[0]?.extensions.code ??
          heard.at(-1)?.type
        );
      } finally {
        socket.terminate();
      }
    };
    const END = { until: 'the end' };

    it.each<[string, readonly Step[], unknown]>([
      ['that begins twice', [INIT, ACK, INIT, END], 4429],
      ['that asks before it has begun', [query('1', '{ __typename }'), END], 4401],
      ['that uses an id twice', [INIT, ACK, query('1', WALL), query('1', WALL), END], 4409],
      ['that says what only a server says', [INIT, ACK, { type: 'connection_ack' }, END], 4400],
      ['that says nothing that can be read', ['{', END], 4400],
      [
        'with a reserved key in its beginning',
        ['{"type":"connection_init","payload":{"__proto__":{}}}', END],
        4400,
      ],
      ['with an id without end', [INIT, ACK, query('x'.repeat(129), '{ __typename }'), END], 4400],
      [
        'with an id that every object has',
        [INIT, ACK, query('__proto__', '{ __typename }'), { until: 'complete' }],
        'complete',
      ],
      [
        'with more operations than it may have',
        [INIT, ACK, ...Array.from({ length: 21 }, (_, n) => query(`${n}`, WALL)), { until: 'error' }],
        'LIMIT_SUBSCRIPTIONS',
      ],
      [
        'that talks without end',
        [INIT, ACK, ...Array.from({ length: 200 }, () => ({ type: 'ping' })), END],
        4513,
      ],
    ])('%s', async (_what, steps, heard) => {
      expect(await hear(steps)).toBe(heard);
      expect((await post({ query: '{ __typename }' })).status).toBe(200);
    });
  });

  it("end a body that is too large at once, and read nothing behind two names or in a proxy's form", async () => {
    const answered = (bytes: string) =>
      new Promise<string>((resolve, reject) => {
        const { hostname, port } = new URL(pantau.address);
        const socket = connect(Number(port), hostname, () => socket.write(bytes));
        let text = '';
        socket.on('data', (data) => (text += String(data)));
        socket.on('close', () => resolve(text)).on('error', reject);
      });
    const head = 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
    expect(await answered(`${head}Content-Length: 1000000000\r\n\r\n{`)).toMatch(
      /^HTTP\/1.1 413[^]*LIMIT_SIZE/,
    );
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    expect(await answered(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`)).toMatch(
      /^HTTP\/1.1 413[^]*LIMIT_SIZE/,
    );
    const close = 'Connection: close\r\n\r\n';
    expect(
      await answered(`GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n${close}`),
    ).toMatch(/^HTTP\/1.1 400[^]*BAD_REQUEST/);
    expect(await answered(`GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n${close}`)).toMatch(
      /^HTTP\/1.1 400[^]*BAD_REQUEST/,
    );
    expect(await answered('hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400[^]*BAD_REQUEST/);
  });

  it('give a new picture, and say why, to a cursor that cannot be resumed', async () => {
    const firstOf = async (after: string | null) => {
      for await (const { data } of client.subscribe(WallDocument, { region: REGION, after }))
        return data?.wall;
      return undefined;
    };
    const picture = await firstOf(null);
    expect(picture).toMatchObject({ __typename: 'WallSnapshot', reason: 'FIRST' });
    const [epoch, offset] = (picture as { cursor: string }).cursor.split(':');
    expect(await firstOf(`other:${offset}`)).toMatchObject({ reason: 'OTHER_EPOCH' });
    expect(await firstOf(`${epoch}:999999999999`)).toMatchObject({ reason: 'OTHER_EPOCH' });
    expect(await firstOf(`${epoch}:${offset}`)).toMatchObject({ __typename: 'WallHeartbeat' });
  });

  it('say of themselves whether they are alive and ready, and nothing more', async () => {
    const get = async (path: string) => (await fetch(`${pantau.address}${path}`)).json();
    expect(await get('/livez')).toEqual({ status: 'ok' });
    expect(await get('/readyz')).toEqual({ status: 'ok', degraded: [] });
    const headers = (await fetch(`${pantau.address}/livez`)).headers;
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
  });
});

/** A query that goes down by fragments that spread each other. */
function deep(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, n) =>
    n === levels - 1
      ? `fragment f${n} on Unit { id }`
      : `fragment f${n} on Employee { unit { ...f${n + 1} } }`,
  );
  return `{ employees(region: "35.78") { edges { node { ...f0 } } } } ${fragments.join(' ')}`;
}
