import { randomUUID } from 'node:crypto';
import {
  AttendForumDocument,
  FollowForumSessionDocument,
  ForumHallCodeDocument,
  ForumHallDocument,
  ForumSessionDocument,
  LogForumEntriesDocument,
  type AttendanceGroup,
  type ForumEntryInput,
} from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { planForumSession } from '../../testing/forum-session.js';
import { signIn } from '../../testing/sign-in.js';
import { NOON, openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

const HELD_ON = '2026-11-24';

let database: TestDatabase;
let pantau: RunningPantau;
let second: RunningPantau;
let now = NOON;
let unit: string;
let series: string | undefined;
let facilitator: WireClient;
let elsewhere: WireClient;
let citizen: WireClient;
const clients: WireClient[] = [];

const as = (token?: string, { address } = pantau): WireClient => {
  const client = createWireClient(address, token);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  second = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select code, id from org_unit');
  const unitOf = (code: string) => rows.find((row) => row.code === code).id as string;
  unit = unitOf('35.78.26.1006');
  const of = async (unitId: string) =>
    as((await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR', unitId }] })).token);
  facilitator = await of(unit);
  elsewhere = await of(unitOf('35.78.26.1004'));
  citizen = as();
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await second?.close();
  await pantau?.close();
  await database?.drop();
});
beforeEach(() => {
  now = NOON;
});

let counted = 0;
const log = async (session: string, part: Omit<ForumEntryInput, 'id' | 'seq' | 'takenAt'>) => {
  const entry = { id: randomUUID(), seq: (counted += 1), takenAt: now.toISOString(), ...part };
  const { data, errors } = await facilitator.send(LogForumEntriesDocument, {
    input: {
      ...{ region: REGION, session, device: randomUUID(), deviceNow: now.toISOString() },
      entries: [entry],
    },
  });
  if (data?.logForumEntries.results[0]?.state !== 'TAKEN') throw new Error(JSON.stringify(data ?? errors));
};
const planned = async (): Promise<string> => {
  const made = await planForumSession(facilitator, {
    ...{ region: REGION, unit, heldOn: HELD_ON, ...(series !== undefined && { series }) },
  });
  series = made.series;
  return made.session;
};
const opened = async (): Promise<string> => {
  const session = await planned();
  await log(session, { open: true });
  return session;
};
const codeOf = async (session: string, who = facilitator) =>
  (await who.send(ForumHallCodeDocument, { region: REGION, session })).data!.forumSession!.hallCode!.code;
const tap = async (
  session: string,
  code: string,
  groups: AttendanceGroup[] = ['WOMEN'],
  { key = randomUUID(), by = citizen }: { readonly key?: string; readonly by?: WireClient } = {},
) => {
  const { data, errors } = await by.send(AttendForumDocument, {
    input: { region: REGION, key, session, code, groups },
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const answer = data!.attendForum;
  return answer.__typename === 'ForumAttended' ? `counted${answer.replayed ? ' before' : ''}` : answer.code;
};
const read = async (id: string) => {
  const { data, errors } = await facilitator.send(ForumSessionDocument, { region: REGION, id });
  if (data?.forumSession == null) throw new Error(JSON.stringify(errors ?? data));
  return data.forumSession;
};

describe('the code in the hall', () => {
  it('is given to those who hold the session and to nobody else', async () => {
    const session = await planned();
    expect(await codeOf(session)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}(-[BCDFGHJKLMNPQRSTVWXZ]{4}){2}$/);
    const asked = (who: WireClient) => who.send(ForumHallCodeDocument, { region: REGION, session });
    expect((await asked(elsewhere)).data).toEqual({ forumSession: { hallCode: null } });
    expect((await asked(citizen)).errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('is the same whichever process is asked, another for each session, and stands in no table', async () => {
    const [session, other] = [await planned(), await planned()];
    const there = as(
      (await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR', unitId: unit }] })).token,
      second,
    );
    const code = await codeOf(session);
    expect(await codeOf(session, there)).toBe(code);
    expect(await codeOf(other)).not.toBe(code);
    const { rows: tables } = await database.client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await database.client.query(
        `select 1 from "${name}" as t where t::text like any (array['%${code}%', '%${code.replaceAll('-', '')}%'])`,
      );
      expect([name, rows]).toEqual([name, []]);
    }
  });

  it('shows what it is the hall of, and nothing for a wrong one', async () => {
    const session = await opened();
    const code = await codeOf(session);
    const hall = async (typed: string, id = session) =>
      (await citizen.send(ForumHallDocument, { region: REGION, session: id, code: typed })).data!.forumHall;
    expect(await hall(` ${code.toLowerCase()} `)).toMatchObject({
      ...{ title: 'Forum warga November', place: 'Balai RW 3', heldOn: HELD_ON, state: 'RUNNING' },
    });
    expect(await hall('BCDF-GHJK-LMNP')).toBeNull();
    expect(await hall('')).toBeNull();
    expect(await hall(code, await opened())).toBeNull();
    expect(await hall(code, randomUUID())).toBeNull();
  });
});

describe('whoever is in the hall', () => {
  it('is counted beside what facilitators count, and never in it', async () => {
    const session = await opened();
    const code = await codeOf(session);
    await log(session, { attend: { group: 'WOMEN', change: 42 } });
    expect(await tap(session, code, ['WOMEN', 'ELDERLY'])).toBe('counted');
    expect(await tap(session, code, ['MEN'], { by: facilitator })).toBe('counted');
    expect(await read(session)).toMatchObject({ attended: 42, scanned: 2, scannedGroups: [] });
    await log(session, { close: true });
    const { attended, scanned, scannedGroups } = await read(session);
    expect({ attended, scanned }).toEqual({ attended: 42, scanned: 2 });
    expect(scannedGroups.filter(({ count }) => count > 0)).toEqual([
      ...[
        { group: 'MEN', count: 1 },
        { group: 'WOMEN', count: 1 },
        { group: 'ELDERLY', count: 1 },
      ].map((one) => expect.objectContaining(one)),
    ]);
  });

  it('is counted once for one key, also many times at once and through both processes', async () => {
    const session = await opened();
    const code = await codeOf(session);
    const key = randomUUID();
    const there = as(undefined, second);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => tap(session, code, ['MEN'], { key, by: n % 2 ? there : citizen })),
    );
    expect(answers.toSorted()).toEqual(['counted', ...Array<string>(7).fill('counted before')]);
    expect(await tap(session, code, ['WOMEN'], { key })).toBe('IDEMPOTENCY_CONFLICT');
    expect((await read(session)).scanned).toBe(1);
  });

  it('is one of sixty who come at once, and each of them counts', async () => {
    const session = await opened();
    const code = await codeOf(session);
    const there = as(undefined, second);
    for (let wave = 0; wave < 6; wave += 1) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => tap(session, code, ['MEN'], { by: n % 2 ? there : citizen })),
      );
      expect(new Set(answers)).toEqual(new Set(['counted']));
    }
    expect((await read(session)).scanned).toBe(60);
  });

  it('is not counted before, after, on another day, by a wrong code, in no group', async () => {
    const session = await planned();
    const code = await codeOf(session);
    expect(await tap(session, code)).toBe('HALL_NOT_BEGUN');
    await log(session, { open: true });
    expect(await tap(session, 'BCDF-GHJK-LMNP')).toBe('HALL_UNKNOWN');
    expect(await tap(randomUUID(), code)).toBe('HALL_UNKNOWN');
    expect(await tap(session, code, [])).toBe('HALL_GROUP_MISSING');
    expect(await tap(session, code, ['MEN', 'MEN'])).toBe('HALL_GROUP_MISSING');
    now = new Date(NOON.getTime() + 24 * 3_600_000);
    expect(await tap(session, code)).toBe('HALL_CLOSED');
    now = NOON;
    await log(session, { close: true });
    expect(await tap(session, code)).toBe('HALL_CLOSED');
    expect((await read(session)).scanned).toBe(0);
  });

  it('a flood from one network is refused with a way out, and what did not count takes no room', async () => {
    const session = await opened();
    const code = await codeOf(session);
    const key = randomUUID();
    expect(await tap(session, code, ['MEN'], { key })).toBe('counted');
    // As if 599 had come: the number stands under a keyed hash.
    const room = async () =>
      (
        await database.client.query<{ failures: number; key_hash: Buffer }>(
          `select failures, key_hash from sign_in_failure where region_code = $1 order by window_ends desc, failures desc`,
          [REGION],
        )
      ).rows;
    const before = await room();
    await tap(session, code, ['MEN'], { key });
    await tap(session, code, []);
    expect(await room()).toEqual(before);
    await database.client.query(`update sign_in_failure set failures = 599 where region_code = $1`, [REGION]);
    expect(await tap(session, code)).toBe('counted');
    expect(await tap(session, code)).toBe('HALL_TOO_MANY');
    expect(await tap(session, code, ['MEN'], { key })).toBe('counted before');
    now = new Date(NOON.getTime() + 3_600_001);
    expect(await tap(session, code)).toBe('counted');
    expect((await read(session)).scanned).toBe(3);
  });
});

it('those who follow are told each number at once by a small message that names no group', async () => {
  const session = await opened();
  const code = await codeOf(session);
  const messages = facilitator.subscribe(FollowForumSessionDocument, { region: REGION, id: session });
  const next = async () => {
    for (;;) {
      const message = (await messages.next()).value?.data?.forumSession;
      if (message === undefined) throw new Error('the stream ended');
      if (message.__typename !== 'Heartbeat') return message;
    }
  };
  const whole = await next();
  expect(whole).toMatchObject({ __typename: 'ForumSessionUpdate', session: { scanned: 0 } });
  await tap(session, code, ['DISABLED'], { by: as(undefined, second) });
  const told = await next();
  expect(told).toMatchObject({ __typename: 'ForumScanUpdate', scanned: 1, previous: whole.cursor });
  await log(session, { attend: { group: 'MEN', change: 1 } });
  expect(await next()).toMatchObject({ session: { attended: 1, scanned: 1, scannedGroups: [] } });
  await messages.return?.();

  const { rows } = await database.client.query<{ payload: object }>(
    `select payload from change_log where kind = 'ForumScanned' and subject_id = $1`,
    [session],
  );
  expect(rows).toEqual([{ payload: { sessionId: session, scanned: 1 } }]);
});

it('nothing that is kept says which groups a scan named, nor from where it came', async () => {
  const session = await opened();
  const key = randomUUID();
  await tap(session, await codeOf(session), ['ELDERLY', 'DISABLED'], { key });
  const { rows } = await database.client.query<{ row: string }>(
    `select i::text as row from idempotency i where key = $1
     union all select a::text from audit_entry a where action = 'attendForum'
     union all select c::text from change_log c where kind = 'ForumScanned'`,
    [key],
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const { row } of rows) expect(row).not.toMatch(/ELDERLY|DISABLED|127\.0\.0\.1/);
});
