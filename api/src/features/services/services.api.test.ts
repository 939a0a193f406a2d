import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateServiceDocument,
  LogObservationDocument,
  RevokeServiceDocument,
  RotateServiceDocument,
  ServicesDocument,
  type CreateServiceInput,
  type ServiceScope,
} from '@pantau/schema';
import { WebSocket } from 'ws';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { signIn, signInChief } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Everything about people and units that a service may ask for, each by itself. */
const EVERYTHING = {
  figures: `unitScores(region: "${REGION}", period: "${PERIOD}") { unit { code } value }`,
  names: `employees(region: "${REGION}", first: 10) { edges { node { name maskedNip position unit { code } } } }`,
  nips: `employees(region: "${REGION}", first: 10) { edges { node { id nip } } }`,
  scores: `employeeScores(region: "${REGION}", period: "${PERIOD}", first: 10) { edges { node { value } } }`,
  predicates: `confirmedPredicates(region: "${REGION}", period: "${PERIOD}", first: 10) { edges { node { predicate } } }`,
  observations: `observations(region: "${REGION}", first: 10) { edges { node { value note } } }`,
  accounts: `services(region: "${REGION}", first: 10) { edges { node { id } } }`,
} as const;

describe('services', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let other: RunningPantau;
  let chief: WireClient;
  let now = NOON;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    // Two processes: what one has counted, the other has.
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    other = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    chief = createWireClient(pantau.address, (await signInChief(pantau, REGION)).token);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from org_unit',
    );
    for (const { name, id } of rows) ids[name] = id;
    const { rows: indicators } = await database.client.query(
      `select id from indicator where code = 'ADM-01'`,
    );
    for (const nip of [NIPS.sari, NIPS.dewi]) {
      await chief.send(LogObservationDocument, {
        input: {
          region: REGION,
          key: randomUUID(),
          employeeId: ids[nip]!,
          indicatorId: indicators[0].id,
          value: '95',
          observedAt: '2026-11-24T03:00:00Z',
        },
      });
      await database.client.query(
        `insert into confirmation (region_code, id, employee_id, period_code, work_rating, behaviour_rating, predicate,
           note, appraiser_id, policy_version, recorded_at, recorded_by)
         values ('${REGION}', gen_random_uuid(), $1, '${PERIOD}', 'MEETS', 'MEETS', 'BAIK', '', $2,
           (select version from scoring_policy limit 1), now(), 'test')`,
        [ids[nip], ids[NIPS.joko]],
      );
    }
  });
  afterEach(() => {
    now = NOON;
  });
  afterAll(async () => {
    await chief?.close();
    await other?.close();
    await pantau?.close();
    await database?.drop();
  });

  const inputOf = (changed: Partial<CreateServiceInput> = {}): CreateServiceInput => ({
    region: REGION,
    key: randomUUID(),
    name: 'Tarikan malam BKPSDM',
    scopes: ['UNITS'],
    expiresAt: new Date(NOON.getTime() + 90 * DAY).toISOString(),
    quotaPerHour: 1_000,
    ...changed,
  });
  const create = async (changed: Partial<CreateServiceInput> = {}, client = chief) => {
    const { data, errors } = await client.send(CreateServiceDocument, { input: inputOf(changed) });
    return data?.createService ?? { __typename: 'None' as const, errors };
  };
  const made = async (changed: Partial<CreateServiceInput> = {}) => {
    const created = await create(changed);
    if (created.__typename !== 'ServiceRecorded') throw new Error(JSON.stringify(created));
    return { id: created.service.id, token: created.token! };
  };
  const rotate = async (id: string, overlapHours?: number, key = randomUUID()) => {
    const input = { region: REGION, key, id, ...(overlapHours === undefined ? {} : { overlapHours }) };
    return (await chief.send(RotateServiceDocument, { input })).data!.rotateService;
  };
  const revoke = async (id: string) =>
    (await chief.send(RevokeServiceDocument, { input: { region: REGION, key: randomUUID(), id } })).data!
      .revokeService;
  const listed = async (id: string) => {
    const { data } = await chief.send(ServicesDocument, { region: REGION });
    return data!.services.edges.map(({ node }) => node).find((node) => node.id === id)!;
  };
  const ask = async (
    token: string,
    query = '{ __typename }',
    { headers = {}, at = pantau }: { headers?: Record<string, string>; at?: RunningPantau } = {},
  ) => {
    const response = await fetch(`${at.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify({ query }),
    });
    const body = JSON.parse(await response.text());
    return {
      status: response.status,
      headers: response.headers,
      body,
      code: body.errors?.[0]?.extensions.code,
    };
  };
  /** A socket: what it answers to one query at a time, and the code and reason by which it is closed. */
  const open = (token: string, headers: Record<string, string> = {}, at = pantau) => {
    const socket = new WebSocket(`${at.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    const closed = new Promise<string>((resolve) =>
      socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`)),
    );
    const acknowledged = new Promise<void>((resolve) =>
      socket.on('message', (data) => {
        if (JSON.parse((data as Buffer).toString()).type === 'connection_ack') resolve();
      }),
    );
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    );
    return {
      closed,
      acknowledged,
      ask: (query = '{ __typename }') =>
        new Promise<string>((resolve) => {
          const id = randomUUID();
          socket.on('message', (data) => {
            const message = JSON.parse((data as Buffer).toString());
            if (message.id !== id) return;
            if (message.type === 'error') resolve(message.payload[0].extensions.code);
            if (message.type === 'next') resolve(message.payload.errors?.[0]?.extensions.code ?? 'ok');
          });
          socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query } }));
        }),
      end: () => socket.terminate(),
    };
  };
  const seenWith = async (scopes: ServiceScope[], changed: Partial<CreateServiceInput> = {}) => {
    const { token } = await made({ scopes, ...changed });
    const seen: Record<string, string> = {};
    for (const [what, query] of Object.entries(EVERYTHING)) {
      const { body } = await ask(token, `{ ${query} }`);
      const rows = Object.values(body.data ?? {}).flatMap((rows) =>
        Array.isArray(rows) ? rows : ((rows as { edges?: unknown[] })?.edges ?? []),
      );
      const refused = (body.errors ?? []).map(
        (error: { extensions: { code: string } }) => error.extensions.code,
      );
      seen[what] = [
        ...new Set(refused),
        ...(body.data === null || body.data === undefined ? [] : [rows.length]),
      ].join(' ');
    }
    return seen;
  };

  it('are given a token once, and again by no retry', async () => {
    const key = randomUUID();
    const first = await create({
      key,
      scopes: ['UNITS', 'PEOPLE', 'UNITS'],
      unitIds: [ids['35.78.26.1006']!],
    });
    expect(first).toMatchObject({
      __typename: 'ServiceRecorded',
      token: expect.stringMatching(/^ptk_3578_[\w-]{43}$/),
      replayed: false,
      service: {
        name: 'Tarikan malam BKPSDM',
        scopes: ['UNITS', 'PEOPLE'],
        units: [{ code: '35.78.26.1006' }],
        state: 'ACTIVE',
        quotaPerHour: 1_000,
        requestsThisHour: 0,
        createdAt: NOON.toISOString(),
        expiresAt: new Date(NOON.getTime() + 90 * DAY).toISOString(),
        lastUsedAt: null,
        oldTokenUntil: null,
        revokedAt: null,
      },
    });
    const { token } = first as { token: string };
    const again = await create({
      key,
      scopes: ['UNITS', 'PEOPLE', 'UNITS'],
      unitIds: [ids['35.78.26.1006']!],
    });
    expect(again).toMatchObject({ replayed: true, token: null });
    expect((await ask(token)).status).toBe(200);
    const { rows } = await database.client.query(
      `select (select string_agg(s::text, ' ') from service_token s) || (select string_agg(i::text, ' ') from idempotency i)
        || (select string_agg(c::text, ' ') from change_log c) || (select string_agg(a::text, ' ') from audit_entry a)
        as everything`,
    );
    expect(rows[0].everything).toContain((first as { service: { id: string } }).service.id);
    for (const secret of [token, token.slice(9), Buffer.from(token).toString('hex')]) {
      expect(rows[0].everything).not.toContain(secret);
    }
  });

  it.each<[string, Partial<CreateServiceInput>, string]>([
    ['no name', { name: ' \n ' }, 'NAME_MISSING'],
    ['a name without end', { name: 'x'.repeat(121) }, 'NAME_TOO_LONG'],
    ['no scope', { scopes: [] }, 'SCOPES_MISSING'],
    ['an end that has passed', { expiresAt: NOON.toISOString() }, 'EXPIRY_PAST'],
    [
      'an end far away',
      { expiresAt: new Date(NOON.getTime() + 400 * DAY + 1).toISOString() },
      'EXPIRY_TOO_FAR',
    ],
    ['a quota of nothing', { quotaPerHour: 0 }, 'QUOTA_RANGE'],
    ['a quota of everything', { quotaPerHour: 1_000_001 }, 'QUOTA_RANGE'],
    ['no unit', { unitIds: [] }, 'UNITS_MISSING'],
    ['a unit of elsewhere', { unitIds: [randomUUID()] }, 'UNIT_UNKNOWN'],
  ])('are not let in with %s', async (_what, changed, code) => {
    expect(await create(changed)).toMatchObject({ __typename: 'ServiceRefused', code });
  });

  it('are let in by administrators alone, and cannot let others in', async () => {
    const leader = await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    const { token } = await made({ scopes: ['UNITS', 'PEOPLE', 'NIP', 'SCORES', 'PREDICATES'] });
    for (const one of [leader.token, token]) {
      const client = createWireClient(pantau.address, one);
      expect(await create({}, client)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      await client.close();
    }
  });

  describe('see by each scope what it says, and no more', () => {
    const none = { accounts: 'FORBIDDEN' };

    it('UNITS: figures of units', async () => {
      expect(await seenWith(['UNITS'])).toEqual({
        ...none,
        figures: '3',
        names: '0',
        nips: '0',
        scores: 'FORBIDDEN',
        predicates: 'FORBIDDEN',
        observations: 'FORBIDDEN',
      });
    });

    it('PEOPLE: names and posts, and of NIPs the part that tells nothing', async () => {
      expect(await seenWith(['PEOPLE'])).toEqual({
        ...none,
        figures: 'FORBIDDEN',
        names: '4',
        nips: 'FORBIDDEN 4',
        scores: 'FORBIDDEN',
        predicates: 'FORBIDDEN',
        observations: 'FORBIDDEN',
      });
      const { token } = await made({ scopes: ['PEOPLE'] });
      const { body } = await ask(token, `{ ${EVERYTHING.nips} }`);
      expect(body.data.employees.edges.map(({ node }: { node: { nip: null } }) => node.nip)).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(body.errors[0]).toMatchObject({
        path: ['employees', 'edges', 0, 'node', 'nip'],
        extensions: { code: 'FORBIDDEN' },
      });
      expect(JSON.stringify(body)).not.toMatch(/\d{18}/);
    });

    it('NIP: whole NIPs, of people whom another scope lets it see', async () => {
      expect((await seenWith(['NIP'])).nips).toBe('FORBIDDEN');
      expect(await seenWith(['PEOPLE', 'NIP'])).toMatchObject({ names: '4', nips: '4' });
      const { token } = await made({ scopes: ['PEOPLE', 'NIP'], unitIds: [ids['35.78.26.1004']!] });
      const { body } = await ask(token, `{ ${EVERYTHING.nips} }`);
      expect(body.errors).toBeUndefined();
      expect(body.data.employees.edges.map(({ node }: { node: { nip: string } }) => node.nip)).toEqual([
        NIPS.dewi,
      ]);
    });

    it('SCORES: scores and what they are made of', async () => {
      expect(await seenWith(['SCORES'])).toEqual({
        ...none,
        figures: 'FORBIDDEN',
        names: '4',
        nips: 'FORBIDDEN 4',
        scores: '4',
        predicates: '2',
        observations: '2',
      });
    });

    it('PREDICATES: confirmed predicates and whose they are', async () => {
      expect(await seenWith(['PREDICATES'])).toEqual({
        ...none,
        figures: 'FORBIDDEN',
        names: '4',
        nips: 'FORBIDDEN 4',
        scores: 'FORBIDDEN',
        predicates: '2',
        observations: 'FORBIDDEN',
      });
    });

    it('and of their own units alone', async () => {
      const scopes: ServiceScope[] = ['UNITS', 'PEOPLE', 'NIP', 'SCORES', 'PREDICATES'];
      const seen = await seenWith(scopes, { unitIds: [ids['35.78.26.1006']!] });
      expect(seen).toMatchObject({
        figures: '1',
        names: '2',
        nips: '2',
        scores: '2',
        predicates: '1',
        observations: '1',
      });
      const { token } = await made({ scopes, unitIds: [ids['35.78.26.1006']!] });
      const predicates = await ask(
        token,
        `{ confirmedPredicates(region: "${REGION}", period: "${PERIOD}", first: 10) { edges { node {
          predicate stale employee { name } appraiser { name } } } } }`,
      );
      // Who appraised is of another unit: the row stays, without the name.
      expect(predicates.body).toMatchObject({
        data: {
          confirmedPredicates: {
            edges: [
              {
                node: {
                  predicate: 'BAIK',
                  stale: true,
                  employee: { name: 'Sari Wulandari' },
                  appraiser: null,
                },
              },
            ],
          },
        },
      });
      expect(predicates.body.errors).toBeUndefined();
      const single = await ask(token, `{ employee(region: "${REGION}", id: "${ids[NIPS.dewi]}") { name } }`);
      expect(single.body.data.employee).toBeNull();
      expect((await ask(token, `{ unitScores(region: "12.71", period: "${PERIOD}") { value } }`)).code).toBe(
        'FORBIDDEN',
      );
    });
  });

  it('are refused out of a page in a browser, over HTTP and websocket alike, and in a cookie', async () => {
    const { id, token } = await made();
    const reason = 'The token of a service is for a program, never for a page in a browser.';
    const page = { origin: pantau.address };
    const answer = await ask(token, '{ __typename }', { headers: page });
    expect(answer).toMatchObject({
      status: 403,
      body: { errors: [{ message: reason, extensions: { code: 'FORBIDDEN' } }] },
    });
    expect(await open(token, page).closed).toBe(`4403 ${reason}`);
    const cookie = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `pantau_session=${token}` },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(cookie.status).toBe(403);
    expect((await listed(id)).requestsThisHour).toBe(0);
  });

  it('have a quota for each clock hour, which all processes count together', async () => {
    const { id, token } = await made({ quotaPerHour: 5 });
    const both = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        ask(token, '{ __typename }', { at: n % 2 === 0 ? pantau : other }),
      ),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(5);
    now = new Date(NOON.getTime() + 20 * 60_000);
    const refused = await ask(token);
    expect(refused).toMatchObject({
      status: 429,
      body: {
        errors: [
          {
            message: 'The quota of this hour is used up. Come back in 2400 s.',
            extensions: { code: 'LIMIT_RATE' },
          },
        ],
      },
    });
    expect(refused.headers.get('retry-after')).toBe('2400');
    expect(await open(token).closed).toBe('4513 The quota of this hour is used up. Come back in 2400 s.');
    expect(await listed(id)).toMatchObject({ requestsThisHour: 5, quotaPerHour: 5 });
    now = new Date(NOON.getTime() + HOUR);
    expect((await ask(token, '{ __typename }', { at: other })).status).toBe(200);
    expect(await listed(id)).toMatchObject({ requestsThisHour: 1 });
  });

  it('have the same quota for each operation on a socket that is open', async () => {
    const { id, token } = await made({ quotaPerHour: 3 });
    const socket = open(token);
    await socket.acknowledged;
    expect(await socket.ask()).toBe('ok');
    expect(await socket.ask()).toBe('ok');
    expect(await socket.ask()).toBe('LIMIT_RATE');
    expect((await listed(id)).requestsThisHour).toBe(3);
    socket.end();
  });

  it('end when their time has come, also on a socket that is open', async () => {
    const { id, token } = await made({ expiresAt: new Date(NOON.getTime() + DAY).toISOString() });
    const socket = open(token);
    await socket.acknowledged;
    now = new Date(NOON.getTime() + DAY - 1);
    expect((await ask(token)).status).toBe(200);
    now = new Date(NOON.getTime() + DAY);
    expect(await socket.closed).toBe('4403 Expired');
    expect(await ask(token)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect((await listed(id)).state).toBe('EXPIRED');
    expect(await rotate(id)).toMatchObject({ code: 'SERVICE_EXPIRED' });
  });

  it('end when they are revoked: the socket with 4403, HTTP with 401', async () => {
    const { id, token } = await made();
    await rotate(id, 24);
    const socket = open(token, {}, other);
    await socket.acknowledged;
    expect(await revoke(id)).toMatchObject({ service: { state: 'REVOKED' }, token: null });
    expect(await socket.closed).toBe('4403 Forbidden');
    expect((await ask(token)).status).toBe(401);
    expect(await revoke(id)).toMatchObject({ code: 'SERVICE_REVOKED' });
    expect(await rotate(id)).toMatchObject({ code: 'SERVICE_REVOKED' });
    expect(await revoke(randomUUID())).toMatchObject({ code: 'SERVICE_UNKNOWN' });
  });

  it('take a new token beside the old one, which ends with the overlap', async () => {
    const { id, token: old } = await made();
    const before = open(old);
    await before.acknowledged;
    const key = randomUUID();
    const rotated = await rotate(id, 48, key);
    const until = new Date(NOON.getTime() + 48 * HOUR);
    expect(rotated).toMatchObject({ service: { oldTokenUntil: until.toISOString() }, replayed: false });
    const { token } = rotated as { token: string };
    expect(token).not.toBe(old);
    expect(await rotate(id, 48, key)).toMatchObject({ token: null, replayed: true });
    const after = open(token);
    await after.acknowledged;
    // The guard has looked at both once more; neither has lost anything.
    await wait(1_500);
    for (const one of [old, token]) expect((await ask(one)).status).toBe(200);
    expect(await before.ask()).toBe('ok');
    now = until;
    expect(await before.closed).toBe('4403 Expired');
    expect(await after.ask()).toBe('ok');
    expect((await ask(old)).status).toBe(401);
    expect((await ask(token)).status).toBe(200);
    expect((await listed(id)).oldTokenUntil).toBeNull();
    after.end();
  });

  it('without an overlap have one token at every moment, and of three tokens the oldest ends at once', async () => {
    const { id, token: first } = await made();
    const { token: second } = (await rotate(id, 24)) as { token: string };
    const { token: third } = (await rotate(id, 24)) as { token: string };
    expect((await ask(first)).status).toBe(401);
    expect((await ask(second)).status).toBe(200);
    const socket = open(third);
    await socket.acknowledged;
    const { token: fourth } = (await rotate(id, 0)) as { token: string };
    expect(await socket.closed).toBe('4403 Forbidden');
    for (const one of [second, third]) expect((await ask(one)).status).toBe(401);
    expect((await ask(fourth)).status).toBe(200);
    for (const hours of [-1, 169]) expect(await rotate(id, hours)).toMatchObject({ code: 'OVERLAP_RANGE' });
  });

  it('show when they were last used', async () => {
    const { id, token } = await made();
    expect((await listed(id)).lastUsedAt).toBeNull();
    await ask(token);
    expect((await listed(id)).lastUsedAt).toBe(NOON.toISOString());
    now = new Date(NOON.getTime() + HOUR);
    await ask(token);
    expect((await listed(id)).lastUsedAt).toBe(now.toISOString());
  });
});
