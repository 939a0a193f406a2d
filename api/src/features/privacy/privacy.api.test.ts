import { randomUUID } from 'node:crypto';
import { print, type DocumentNode } from 'graphql';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { documentsOf } from '../../testing/documents.js';
import { signIn, signInChief, type SignedIn } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient } from '../../testing/wire-client.js';

const documents = documentsOf('privacy');
const HOUR = 3_600_000;

let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let employees: Record<keyof typeof NIPS, string>;
let sari: SignedIn;
let budi: SignedIn;
let chief: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select id, nip from employee');
  employees = Object.fromEntries(
    Object.entries(NIPS).map(([name, nip]) => [name, rows.find((row) => row.nip === nip).id]),
  ) as typeof employees;
  sari = await signIn(pantau, REGION, { employeeId: employees.sari });
  budi = await signIn(pantau, REGION, { employeeId: employees.budi, roles: [{ role: 'LEADERSHIP' }] });
  chief = await signInChief(pantau, REGION);
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});
beforeEach(() => {
  now = NOON;
});

async function ask(who: SignedIn, query: string | DocumentNode, variables: object = {}): Promise<any> {
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` },
    body: JSON.stringify({
      query: typeof query === 'string' ? query : print(query),
      variables: { region: REGION, ...variables },
    }),
  });
  return response.json();
}

const looks = async (who: SignedIn, variables: object = {}) =>
  (await ask(who, documents['LooksAtMe']!, variables)).data.looksAtMe.edges.map(({ node }: any) => node);
const entries = async () =>
  (await database.client.query(`select count(*)::int as n from audit_entry where action = 'read'`)).rows[0].n;
const SCORE = `query Lihat($region: RegionCode!, $id: UUID!) {
  employeeScore(region: $region, period: "${PERIOD}", employee: $id) { value employee { name } } }`;

it('each answer with data of others leaves one entry that says whose and which, before it leaves', async () => {
  const before = await entries();
  const { data } = await ask(budi, SCORE, { id: employees.sari });
  expect(data.employeeScore.employee.name).toBe('Sari Wulandari');
  expect(await entries()).toBe(before + 1);
  const { rows } = await database.client.query(
    `select e.actor_id, e.outcome, d.detail from audit_entry e join audit_detail d using (region_code, seq)
     where e.action = 'read' order by seq desc limit 1`,
  );
  expect(rows[0]).toEqual({
    actor_id: budi.accountId,
    outcome: 'DONE',
    detail: {
      operation: 'Lihat',
      purposes: ['SUPERVISION'],
      seenAs: { LEADERSHIP: [employees.sari] },
      subjects: [{ employeeId: employees.sari, fields: ['IDENTITY', 'SCORE'] }],
    },
  });
});

it('own data and figures of units leave none', async () => {
  const before = await entries();
  expect((await ask(sari, SCORE, { id: employees.sari })).errors).toBeUndefined();
  await ask(
    sari,
    `query($region: RegionCode!) { unitScores(region: $region, period: "${PERIOD}") { value } }`,
  );
  expect(await entries()).toBe(before);
});

it('over a websocket the same is told', async () => {
  const before = await entries();
  const client = createWireClient(pantau.address, budi.token);
  try {
    const query = `query Soket($region: RegionCode!) { employees(region: $region) { edges { node { name } } } }`;
    const { parse } = await import('graphql');
    for await (const { data } of client.subscribe(parse(query), { region: REGION }) as any) {
      expect(data.employees.edges).toHaveLength(4);
    }
  } finally {
    await client.close();
  }
  expect(await entries()).toBe(before + 1);
});

it('what cannot be told is not given, over HTTP and websocket alike', async () => {
  await database.client.query(
    `alter table audit_entry add constraint full_disk check (action <> 'read') not valid`,
  );
  const client = createWireClient(pantau.address, budi.token);
  try {
    const over = await ask(budi, SCORE, { id: employees.sari });
    expect(over.data ?? null).toBeNull();
    expect(over.errors.map(({ extensions }: any) => extensions.code)).toEqual(['UNAVAILABLE']);
    expect(JSON.stringify(over)).not.toContain('Sari');
    const { parse } = await import('graphql');
    for await (const result of client.subscribe(parse(SCORE), {
      region: REGION,
      id: employees.sari,
    })) {
      expect(JSON.stringify(result)).not.toContain('Sari');
      expect((result.errors as any)[0].extensions.code).toBe('UNAVAILABLE');
    }
    expect((await ask(sari, SCORE, { id: employees.sari })).errors).toBeUndefined();
  } finally {
    await client.close();
    await database.client.query(`alter table audit_entry drop constraint full_disk`);
  }
});

it('everybody sees who looked at them, one line for a day and a looker, and nobody sees more', async () => {
  now = new Date(NOON.getTime() + 24 * HOUR);
  for (let look = 0; look < 3; look += 1) await ask(budi, SCORE, { id: employees.sari });
  const { rows } = await database.client.query('select id from org_unit where code = $1', ['35.78.26.1006']);
  await ask(
    chief,
    `query($region: RegionCode!) { employees(region: $region, unit: "${rows[0].id}") { edges { node { nip } } } }`,
  );
  const mine = await looks(sari);
  const today = mine.filter(({ day }: any) => day === '2026-11-25');
  expect(today).toHaveLength(2);
  expect(today.find(({ count }: any) => count === 3)).toMatchObject({
    by: 'PERSON',
    fields: ['IDENTITY', 'SCORE'],
    // A colleague's name is not known to her; that it was the leadership is.
    name: null,
    sentence:
      'Pimpinan unit melihat nama dan jabatan dan nilai Anda sebanyak 3 kali, untuk pemantauan kinerja.',
    sentenceEn:
      'The leadership of the unit looked at your name and post and scores 3 times, for supervision of performance.',
  });
  expect(today.find(({ fields }: any) => fields.includes('NIP')).sentence).toMatch(/NIP Anda/);
  // He was in the same list, and is told of that alone.
  expect((await looks(budi)).map(({ fields }: any) => fields)).toEqual([['NIP']]);
  const first = (await ask(sari, documents['LooksAtMe']!, { first: 1 })).data.looksAtMe;
  const rest = await looks(sari, { after: first.pageInfo.endCursor });
  expect([...first.edges.map(({ node }: any) => node), ...rest]).toEqual(mine);
  expect((await ask(chief, documents['LooksAtMe']!)).errors[0].extensions.code).toBe('FORBIDDEN');
});

it('a superior is told by name', async () => {
  await database.client.query(
    `insert into reporting_line (region_code, id, employee_id, appraiser_id, starts_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2026-01-01', now(), 'test')`,
    [REGION, randomUUID(), employees.dewi, employees.joko],
  );
  const joko = await signIn(pantau, REGION, { employeeId: employees.joko });
  const dewi = await signIn(pantau, REGION, { employeeId: employees.dewi });
  await ask(joko, SCORE, { id: employees.dewi });
  expect((await looks(dewi)).find(({ name }: any) => name === 'Suparman')).toMatchObject({
    sentence:
      'Suparman (pejabat penilai Anda) melihat nama dan jabatan dan nilai Anda, untuk pemantauan kinerja.',
  });
});

describe('a request to correct data', () => {
  const request = (who: SignedIn, changed: object = {}) =>
    ask(who, documents['RequestCorrection']!, {
      input: {
        region: REGION,
        key: randomUUID(),
        about: 'POSITION',
        text: 'Jabatan saya sudah berganti sejak Oktober.',
        wanted: 'Penyuluh',
        ...changed,
      },
    });
  const answer = (who: SignedIn, id: string, changed: object = {}) =>
    ask(who, documents['AnswerCorrection']!, {
      input: {
        region: REGION,
        key: randomUUID(),
        id,
        decision: 'CORRECTED',
        note: 'Sudah dibetulkan.',
        ...changed,
      },
    });

  it('runs for 72 hours, is answered once by an administrator, and its text stands in its row alone', async () => {
    const asked = (await request(sari)).data.requestCorrection;
    expect(asked.correction).toMatchObject({
      about: 'POSITION',
      overdue: false,
      dueAt: new Date(NOON.getTime() + 72 * HOUR).toISOString(),
      decision: null,
    });
    const { id } = asked.correction;
    expect((await answer(sari, id)).errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await answer(budi, id)).errors[0].extensions.code).toBe('FORBIDDEN');
    const open = async () =>
      (await ask(chief, documents['Corrections']!)).data.corrections.edges.map(({ node }: any) => node);
    now = new Date(NOON.getTime() + 72 * HOUR);
    expect(await open()).toMatchObject([{ id, overdue: false, employee: { name: 'Sari Wulandari' } }]);
    now = new Date(NOON.getTime() + 72 * HOUR + 1);
    expect(await open()).toMatchObject([{ id, overdue: true }]);
    expect((await answer(chief, id, { note: 'sudah' })).data.answerCorrection.code).toBe(
      'DATA_ANSWER_NOTE_MISSING',
    );
    expect((await answer(chief, id)).data.answerCorrection.correction).toMatchObject({
      decision: 'CORRECTED',
      overdue: false,
    });
    expect((await answer(chief, id)).data.answerCorrection.code).toBe('DATA_CORRECTION_ANSWERED');
    expect((await answer(chief, randomUUID())).data.answerCorrection.code).toBe('DATA_CORRECTION_UNKNOWN');
    expect(await open()).toEqual([]);
    for (const table of ['change_log', 'idempotency', 'audit_detail']) {
      const { rows } = await database.client.query(`select to_jsonb(t)::text as line from ${table} t`);
      expect(rows.filter(({ line }) => /berganti|Penyuluh|dibetulkan/.test(line))).toEqual([]);
    }
  });

  it('is seen by its owner and the administrator, and by nobody else', async () => {
    const own = async (who: SignedIn) =>
      (await ask(who, documents['OwnCorrections']!)).data.corrections.edges.map(
        ({ node }: any) => node.about,
      );
    await request(sari, { about: 'NAME' });
    expect(await own(sari)).toContain('NAME');
    expect(await own(budi)).toEqual([]);
    expect((await ask(budi, documents['Corrections']!)).data.corrections.edges).toEqual([]);
  });

  it.each([
    ['too few words', { text: 'salah' }, 'DATA_CORRECTION_TEXT_MISSING', 'text'],
    ['a text that turns around', { text: `Nama saya tertulis \u202e keliru` }, 'NOTE_UNREADABLE', 'text'],
    [
      'a page for what should stand there',
      { wanted: 'x'.repeat(501) },
      'DATA_CORRECTION_WANTED_TOO_LONG',
      'wanted',
    ],
  ])('is refused with %s', async (_what, changed, code, field) => {
    expect((await request(sari, changed)).data.requestCorrection).toMatchObject({ code, field });
  });

  it('is refused where ten wait already', async () => {
    for (let count = 0; count < 10; count += 1) await request(budi);
    expect((await request(budi)).data.requestCorrection.code).toBe('DATA_CORRECTION_TOO_MANY');
  });
});

it('a command that is denied leaves one entry in a minute; a stranger leaves none', async () => {
  const denials = async () =>
    (
      await database.client.query(
        `select actor_id, action, detail_commitment from audit_entry where outcome = 'DENIED' and action = 'setCalendarDay'`,
      )
    ).rows;
  const set = (who: SignedIn | null) =>
    ask(
      who ?? { token: '', accountId: '' },
      `mutation($region: RegionCode!) { setCalendarDay(input: { region: $region, key: "${randomUUID()}", day: "2026-12-24",
        working: false, name: "Cuti bersama" }) { __typename } }`,
    );
  for (let times = 0; times < 3; times += 1) {
    expect((await set(sari)).errors[0].extensions.code).toBe('FORBIDDEN');
  }
  await set(null);
  expect(await denials()).toEqual([
    { actor_id: sari.accountId, action: 'setCalendarDay', detail_commitment: null },
  ]);
  now = new Date(NOON.getTime() + 60_000);
  await set(sari);
  expect(await denials()).toHaveLength(2);
  // Only the row shows that it is not hers: the unit of work denies it.
  await ask(
    budi,
    `mutation($region: RegionCode!) { logObservation(input: { region: $region, key: "${randomUUID()}",
      employeeId: "${employees.sari}", indicatorId: "${randomUUID()}", value: "1", observedAt: "2026-11-24T04:00:00Z" }) { __typename } }`,
  );
  const { rows } = await database.client.query(
    `select count(*)::int as n from audit_entry where outcome = 'DENIED' and action = 'logObservation'`,
  );
  expect(rows[0].n).toBe(1);
});

it('an auditor reads the trail with names, by filters and page by page; others do not', async () => {
  const page = async (variables: object) =>
    (await ask(chief, documents['AuditEntries']!, variables)).data.auditEntries;
  const reads = await page({ action: 'read', actor: budi.accountId });
  expect(reads.edges[0].node).toMatchObject({
    actor: { kind: 'PERSON', name: 'Penguji' },
    outcome: 'DONE',
    erased: false,
  });
  expect(reads.edges[0].node.people[0].fields).toContain('IDENTITY');
  const done = await page({ action: 'answerCorrection' });
  expect(done.edges[0].node).toMatchObject({ told: null, people: [], recordCount: 1 });
  expect(done.edges[0].node.firstOffset).toMatch(/^\d+$/);
  const all = await page({ first: 100 });
  const first = await page({ first: 2 });
  const second = await page({ first: 2, after: first.pageInfo.endCursor });
  expect([...first.edges, ...second.edges].map(({ node }: any) => node.seq)).toEqual(
    all.edges.slice(0, 4).map(({ node }: any) => node.seq),
  );
  for (const who of [sari, budi]) {
    expect((await ask(who, documents['AuditEntries']!)).errors[0].extensions.code).toBe('FORBIDDEN');
  }
});

it('everybody who has signed in reads what is kept, why and for how long', async () => {
  const { data } = await ask(sari, documents['Purposes']!);
  expect(data.purposes.find(({ kind }: any) => kind === 'session')).toMatchObject({
    days: 30,
    of: 'ACCOUNT',
  });
});
