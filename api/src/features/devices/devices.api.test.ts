import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ApprovePairingDocument,
  ChangeDeviceDocument,
  ClaimPairingDocument,
  EmployeesDocument,
  LogObservationDocument,
  RequestPairingDocument,
  RevokeDeviceDocument,
  UnitScoresDocument,
  WallDevicesDocument,
  WallDocument,
  type ApprovePairingInput,
  type ClaimPairingInput,
  type WallSubscription,
} from '@pantau/schema';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { OPEN_PER_NETWORK } from '../../domain/access/pairing.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { signIn, signInChief } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

const MINUTE = 60_000;

describe('walls', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let chief: WireClient;
  let nobody: WireClient;
  let now = NOON;
  const ids: Record<string, string> = {};
  const clients: WireClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    chief = as((await signInChief(pantau, REGION)).token);
    nobody = as();
    const { rows } = await database.client.query(
      `select nip as name, id from employee union all select code, id from indicator
       union all select code, id from org_unit`,
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterEach(async () => {
    now = NOON;
    await database.client.query('delete from pairing');
    await database.client.query('delete from sign_in_failure');
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    await pantau?.close();
    await database?.drop();
  });

  const as = (token?: string): WireClient => {
    const client = createWireClient(pantau.address, token);
    clients.push(client);
    return client;
  };
  /** What a wall is given when it asks to be paired. */
  const ask = async () => {
    const { data, errors } = await nobody.send(RequestPairingDocument, { region: REGION });
    if (data?.requestPairing.__typename !== 'PairingCode') throw new Error(JSON.stringify(errors ?? data));
    return data.requestPairing;
  };
  const approve = async (code: string, changed: Partial<ApprovePairingInput> = {}, client = chief) => {
    const input = { region: REGION, key: randomUUID(), code, name: 'Ruang Camat', level: 'OFFICE' as const };
    const { data, errors } = await client.send(ApprovePairingDocument, { input: { ...input, ...changed } });
    return data?.approvePairing ?? { __typename: 'None' as const, errors };
  };
  const claim = async (pollToken: string, changed: Partial<ClaimPairingInput> = {}) => {
    const input = { region: REGION, pollToken, keep: 'TOKEN' as const, ...changed };
    const { data, errors } = await nobody.send(ClaimPairingDocument, { input });
    return data?.claimPairing ?? { __typename: 'None' as const, errors };
  };
  /** A wall that is paired, as a program would keep it. */
  const pair = async (changed: Partial<ApprovePairingInput> = {}) => {
    const { code, pollToken } = await ask();
    const approved = await approve(code, changed);
    const claimed = await claim(pollToken);
    if (claimed.__typename !== 'DevicePaired') throw new Error(JSON.stringify({ approved, claimed }));
    return { id: claimed.deviceId, token: claimed.token!, client: as(claimed.token!) };
  };
  const post = (token: string | null, query: string, headers: Record<string, string> = {}, variables = {}) =>
    fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
  const log = async (nip: string, value: string) => {
    const appraiser = as((await signIn(pantau, REGION, { roles: [{ role: 'OBSERVER' }] })).token);
    const { data, errors } = await appraiser.send(LogObservationDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        employeeId: ids[nip]!,
        indicatorId: ids['ADM-01']!,
        value,
        observedAt: '2026-11-24T03:00:00Z',
        note: null,
      },
    });
    if (data?.logObservation.__typename !== 'ObservationRecorded')
      throw new Error(JSON.stringify(errors ?? data));
  };
  /** Opens a wall's socket, and gives its messages and the code by which it is closed. */
  const open = (token: string) => {
    const messages: WallSubscription['wall'][] = [];
    const errors: unknown[] = [];
    const socket = new WebSocket(`${pantau.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    );
    socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString());
      if (message.type === 'connection_ack') {
        const payload = { query: print(WallDocument), variables: { region: REGION } };
        socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
      } else if (message.type === 'next') {
        if (message.payload.data?.wall) messages.push(message.payload.data.wall);
        if (message.payload.errors) errors.push(message.payload.errors);
      } else if (message.type === 'error') errors.push(message.payload);
    });
    const first = async <T extends string>(type: T) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const found = messages.find((message) => message.__typename === type);
        if (found !== undefined) return found as Extract<WallSubscription['wall'], { __typename: T }>;
        await wait(25);
      }
      throw new Error(`no ${type}; ${JSON.stringify(errors)}`);
    };
    return { first, closed, errors, end: () => socket.terminate() };
  };

  it('are paired by the code that they show, from nobody to a live picture of their units alone', async () => {
    const asked = await ask();
    expect(asked.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(asked.expiresAt).toBe(new Date(NOON.getTime() + 10 * MINUTE).toISOString());
    expect(await claim(asked.pollToken)).toEqual({
      __typename: 'PairingPending',
      expiresAt: asked.expiresAt,
      pollEverySeconds: asked.pollEverySeconds,
    });

    const kalijudan = ids['35.78.26.1006']!;
    const approved = await approve(` ${asked.code.toLowerCase().replace('-', ' ')}`, {
      name: '  Loket   Kalijudan ',
      unitIds: [kalijudan],
      level: 'VISITORS',
    });
    expect(approved).toMatchObject({
      __typename: 'DeviceRecorded',
      replayed: false,
      device: { name: 'Loket Kalijudan', level: 'VISITORS', state: 'WAITING', lastSeenAt: null },
    });
    const claimed = await claim(asked.pollToken);
    if (claimed.__typename !== 'DevicePaired') throw new Error(JSON.stringify(claimed));
    expect(claimed.token).toMatch(/^ptd_3578_/);

    const wall = open(claimed.token!);
    const picture = await wall.first('WallSnapshot');
    expect(picture.units.map(({ code }) => code)).toEqual(['35.78.26.1006']);
    expect(picture.happenings).toEqual([]);
    await log(NIPS.dewi, '91');
    await log(NIPS.sari, '95');
    const change = await wall.first('WallChange');
    for (const { code } of change.units) expect(code).toBe('35.78.26.1006');
    expect(change.happening).toBeNull();
    await wait(300);
    expect(wall.errors).toEqual([]);
    wall.end();

    // Beside its picture a wall is let at nothing of a person, and may change nothing.
    const client = as(claimed.token!);
    const figures = await client.send(UnitScoresDocument, { region: REGION, period: PERIOD });
    expect(figures.data!.unitScores.map(({ unit }) => unit.code)).toEqual(['35.78.26.1006']);
    const people = await client.send(EmployeesDocument, { region: REGION, first: 10 });
    expect(people.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await approve('BCDF-GHJK', {}, client)).__typename).toBe('None');

    const { data } = await chief.send(WallDevicesDocument, { region: REGION });
    const listed = data!.wallDevices.edges.map(({ node }) => node).find(({ id }) => id === claimed.deviceId);
    expect(listed).toMatchObject({
      name: 'Loket Kalijudan',
      state: 'PAIRED',
      units: [{ code: '35.78.26.1006' }],
      lastSeenAt: NOON.toISOString(),
      revokedAt: null,
    });
  });

  it('of an office show what just happened, and of which unit', async () => {
    const { token } = await pair();
    const wall = open(token);
    expect((await wall.first('WallSnapshot')).units).toHaveLength(3);
    await log(NIPS.budi, '88');
    expect((await wall.first('WallChange')).happening).toMatchObject({ unitName: 'Kelurahan Kalijudan' });
    wall.end();
  });

  it('go on from where they were, also where the last that happened is not theirs to see', async () => {
    const { client } = await pair({ unitIds: [ids['35.78.26.1004']!] });
    await log(NIPS.budi, '89');
    const { rows } = await database.client.query(`select epoch || ':' || head as cursor from stream_head`);
    for await (const { data } of client.subscribe(WallDocument, { region: REGION, after: rows[0].cursor })) {
      expect(data?.wall.__typename).toBe('WallHeartbeat');
      break;
    }
  });

  it('end when they are revoked: the socket with 4403, HTTP with 401, and a new one is not opened', async () => {
    const { id, token } = await pair();
    const wall = open(token);
    await wall.first('WallSnapshot');
    expect((await post(token, '{ __typename }')).status).toBe(200);
    const input = { region: REGION, key: randomUUID(), id };
    const { data } = await chief.send(RevokeDeviceDocument, { input });
    expect(data!.revokeDevice).toMatchObject({ device: { state: 'REVOKED', revokedAt: NOON.toISOString() } });
    expect(await wall.closed).toBe(4403);
    const refused = await post(token, '{ __typename }');
    expect(refused.status).toBe(401);
    expect(JSON.parse(await refused.text()).errors[0]).toEqual({
      message: 'The token lets nobody in (any more).',
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(await open(token).closed).toBe(4403);
    const again = await chief.send(RevokeDeviceDocument, { input: { ...input, key: randomUUID() } });
    expect(again.data!.revokeDevice).toMatchObject({ code: 'DEVICE_REVOKED' });
  });

  it('that show other units now are closed, come back by the same token, and see those', async () => {
    const { id, token } = await pair();
    const wall = open(token);
    expect((await wall.first('WallSnapshot')).units).toHaveLength(3);
    const change = async (changed: object) => {
      const input = { region: REGION, key: randomUUID(), id, ...changed };
      return (await chief.send(ChangeDeviceDocument, { input })).data!.changeDevice;
    };
    expect(await change({ unitIds: [ids['35.78.26.1004']] })).toMatchObject({
      device: { name: 'Ruang Camat', level: 'OFFICE', units: [{ code: '35.78.26.1004' }] },
    });
    expect(await wall.closed).toBe(4403);
    const after = open(token);
    expect((await after.first('WallSnapshot')).units.map(({ code }) => code)).toEqual(['35.78.26.1004']);
    after.end();
    expect(await change({ name: 'Aula' })).toMatchObject({
      device: { name: 'Aula', units: [{ code: '35.78.26.1004' }] },
    });
    expect(await change({ unitIds: null, level: 'VISITORS' })).toMatchObject({
      device: { name: 'Aula', unitIds: null, level: 'VISITORS' },
    });
    expect(await change({ name: ' ' })).toMatchObject({ code: 'NAME_MISSING', field: 'name' });
    expect(await change({ unitIds: [] })).toMatchObject({ code: 'UNITS_MISSING' });
    expect(await change({ unitIds: [randomUUID()] })).toMatchObject({ code: 'UNIT_UNKNOWN' });
    expect(await change({ id: randomUUID() })).toMatchObject({ code: 'DEVICE_UNKNOWN' });
  });

  it('are given one token for one code, also where two ask at the same moment', async () => {
    const { code, pollToken } = await ask();
    await approve(code);
    const both = await Promise.all([claim(pollToken), claim(pollToken), claim(pollToken)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual([
      'DevicePaired',
      'PairingRefused',
      'PairingRefused',
    ]);
    expect(await claim(pollToken)).toMatchObject({ code: 'PAIRING_CLAIMED' });
    expect(await approve(code)).toMatchObject({ code: 'PAIRING_CODE_UNKNOWN' });
  });

  it('are answered the same by the same key, also where it comes many times at the same moment', async () => {
    const { code } = await ask();
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => approve(code, { key })));
    expect(all.map(({ __typename }) => __typename)).toEqual(all.map(() => 'DeviceRecorded'));
    expect(new Set(all.map((one: any) => one.device.id)).size).toBe(1);
  });

  it('leave a wrong code in the audit trail, without the code', async () => {
    expect(await approve('BBBB-BBBB')).toMatchObject({ code: 'PAIRING_CODE_UNKNOWN' });
    const { rows } = await database.client.query(
      `select e.outcome, d.detail from audit_entry e join audit_detail d using (region_code, seq)
       where e.action = 'approvePairing' and e.outcome = 'REFUSED' order by e.seq desc limit 1`,
    );
    expect(rows).toEqual([
      { outcome: 'REFUSED', detail: { code: 'PAIRING_CODE_UNKNOWN', network: '127.0.0.1', subjects: [] } },
    ]);
  });

  it('are paired once for one key, and leave the claim in the audit chain', async () => {
    const { code, pollToken } = await ask();
    const key = randomUUID();
    expect(await approve(code, { key })).toMatchObject({ replayed: false });
    expect(await approve(code, { key })).toMatchObject({ replayed: true });
    expect(await approve(code, { key, name: 'Lain' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    const claimed = await claim(pollToken);
    const { rows } = await database.client.query(
      'select actor_kind, actor_id, action from audit_entry order by seq desc limit 2',
    );
    expect(rows).toEqual([
      {
        actor_kind: 'DEVICE',
        actor_id: (claimed as { deviceId: string }).deviceId,
        action: 'claimPairing',
      },
      { actor_kind: 'PERSON', actor_id: expect.any(String), action: 'approvePairing' },
    ]);
  });

  it('AC18 a wall is paired by a code that lives for ten minutes', async () => {
    // It waits ten minutes for somebody to type the code, and has ten more to come for the token.
    const late = await ask();
    const { code, pollToken } = await ask();
    now = new Date(NOON.getTime() + 10 * MINUTE - 1);
    expect(await approve(code)).toMatchObject({ __typename: 'DeviceRecorded' });
    now = new Date(NOON.getTime() + 10 * MINUTE);
    expect(await approve(late.code)).toMatchObject({ code: 'PAIRING_CODE_UNKNOWN' });
    expect(await claim(late.pollToken)).toMatchObject({ code: 'PAIRING_EXPIRED' });
    expect(await claim(pollToken)).toMatchObject({ __typename: 'DevicePaired' });
  });

  it('AC19 a paired wall stays paired until it is revoked', async () => {
    const { id, token } = await pair();
    now = new Date(NOON.getTime() + 10 * 366 * 24 * 60 * MINUTE);
    expect((await post(token, '{ __typename }')).status).toBe(200);
    await chief.send(RevokeDeviceDocument, { input: { region: REGION, key: randomUUID(), id } });
    expect((await post(token, '{ __typename }')).status).toBe(401);
    const input = { region: REGION, key: randomUUID(), id, name: 'Lagi' };
    const { data } = await chief.send(ChangeDeviceDocument, { input });
    expect(data!.changeDevice).toMatchObject({ code: 'DEVICE_REVOKED' });
  });

  it('that are revoked before they come for their token get none', async () => {
    const { code, pollToken } = await ask();
    const approved = await approve(code);
    const { id } = (approved as { device: { id: string } }).device;
    await chief.send(RevokeDeviceDocument, { input: { region: REGION, key: randomUUID(), id } });
    expect(await claim(pollToken)).toMatchObject({ code: 'PAIRING_EXPIRED' });
  });

  it('are paired in their own region by its own administrators alone', async () => {
    const { code } = await ask();
    const elsewhere = await approve(code, { region: '12.71' });
    expect(elsewhere).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    const leader = as((await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] })).token);
    expect(await approve(code, {}, leader)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await approve(code, {}, nobody)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const { errors } = await nobody.send(RequestPairingDocument, { region: '12.71' });
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect((await nobody.send(WallDevicesDocument, { region: REGION })).errors).toHaveLength(1);
  });

  it('cannot be found by guessing codes: whoever guesses waits, and a right code is not looked at either', async () => {
    const { code } = await ask();
    const guesses = ['BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD', 'FFFF-FFFF', 'GGGG-GGGG'];
    for (const guess of guesses) {
      expect(await approve(guess)).toMatchObject({ code: 'PAIRING_CODE_UNKNOWN', field: 'code' });
    }
    expect(await approve(code)).toMatchObject({
      code: 'PAIRING_CODE_TOO_OFTEN',
      messageEn: 'Too many codes were wrong. Try again in 5 s.',
    });
    now = new Date(NOON.getTime() + 6_000);
    expect(await approve(code)).toMatchObject({ __typename: 'DeviceRecorded' });
  });

  it('do not count what was wrong with a name as a wrong code', async () => {
    const { code } = await ask();
    for (let tries = 0; tries < 8; tries += 1) {
      expect(await approve(code, { name: '' })).toMatchObject({ code: 'NAME_MISSING' });
    }
    expect(await approve(code)).toMatchObject({ __typename: 'DeviceRecorded' });
  });

  it('of one network have so many codes open and no more, also where all ask at once', async () => {
    const many = await Promise.all(
      Array.from({ length: OPEN_PER_NETWORK + 5 }, () =>
        nobody.send(RequestPairingDocument, { region: REGION }),
      ),
    );
    const types = many.map(({ data }) => data!.requestPairing.__typename);
    expect(types.filter((type) => type === 'PairingCode')).toHaveLength(OPEN_PER_NETWORK);
    const { data } = await nobody.send(RequestPairingDocument, { region: REGION });
    expect(data!.requestPairing).toMatchObject({
      code: 'PAIRING_TOO_MANY',
      messageEn: 'Too many screens are waiting to be paired. Try again in 10 min.',
    });
    now = new Date(NOON.getTime() + 10 * MINUTE);
    await ask();
    now = new Date(NOON.getTime() + 90 * MINUTE);
    await ask();
    const { rows } = await database.client.query('select count(*)::int as n from pairing');
    expect(rows[0].n).toBe(1);
  });

  it('in a browser keep the token in a cookie that no script reads and a restart does not lose', async () => {
    const { code, pollToken } = await ask();
    await approve(code);
    const answer = await post(
      null,
      print(ClaimPairingDocument),
      {},
      {
        input: { region: REGION, pollToken, keep: 'COOKIE' },
      },
    );
    expect(JSON.parse(await answer.text()).data.claimPairing).toMatchObject({
      __typename: 'DevicePaired',
      token: null,
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^pantau_session=ptd_3578_\S+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const again = await post(null, '{ __typename }', {
      cookie: cookie!.split(';')[0]!,
      origin: pantau.address,
    });
    expect(again.headers.getSetCookie()).toEqual([cookie]);
  });

  it('do not lose a token to a socket that can leave no cookie', async () => {
    const { code, pollToken } = await ask();
    await approve(code);
    const input = { region: REGION, pollToken, keep: 'COOKIE' as const };
    for await (const { errors } of nobody.subscribe(ClaimPairingDocument, { input })) {
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
    }
    expect(await claim(pollToken)).toMatchObject({ __typename: 'DevicePaired' });
  });

  it('leave nothing in the database by which one could be paired or let in', async () => {
    const { code, pollToken } = await ask();
    const { token } = await pair();
    const { rows } = await database.client.query(
      `select (select string_agg(p::text, ' ') from pairing p) || (select string_agg(d::text, ' ') from wall_device d)
        || (select string_agg(i::text, ' ') from idempotency i) || (select string_agg(c::text, ' ') from change_log c)
        as everything`,
    );
    const bytes = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of [code, code.replace('-', ''), pollToken, token]) {
      expect(rows[0].everything).not.toContain(secret);
      expect(rows[0].everything).not.toContain(bytes(secret));
    }
  });
});
