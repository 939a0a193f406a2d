import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { signIn, type SignedIn } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { logObservation } from '../features/observations/log-observation.js';
import { MY_DATA_PARTS } from '../features/privacy/my-data-parts.js';
import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;
let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let sari: SignedIn;
let other: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  const idOf = async (nip: string) =>
    (await database.client.query('select id from employee where nip = $1', [nip])).rows[0].id;
  sari = await signIn(pantau, REGION, { employeeId: await idOf(NIPS.sari), roles: [{ role: 'OBSERVER' }] });
  other = await signIn(pantau, REGION, { employeeId: await idOf(NIPS.dewi) });
  const indicatorId = (await database.client.query(`select id from indicator where code = 'ADM-03'`)).rows[0]
    .id;
  for (const [nip, note] of [
    [NIPS.sari, 'Catatan tentang Sari'],
    [NIPS.dewi, 'Catatan tentang Dewi'],
  ] as const) {
    const input = {
      employeeId: await idOf(nip),
      indicatorId,
      value: '14.25',
      observedAt: new Date('2026-11-24T04:00:00Z'),
      note,
      observerId: null,
      behaviour: null,
    };
    const done = await pantau.unitOfWork.run(
      { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
      (tx) => logObservation(tx, COMMAND_LINE, input),
    );
    expect(done.ok).toBe(true);
  }
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

const get = (headers: Record<string, string> = {}) =>
  fetch(`${pantau.address}/export/my-data.json`, { headers });
const as = ({ token }: SignedIn) => ({ authorization: `Bearer ${token}` });

it('gives everything about whoever asks, with a description in both languages, and nothing about others', async () => {
  const response = await get(as(sari));
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="pantau-data-saya.json"');
  const text = await response.text();
  const file = JSON.parse(text);
  expect(file.parts.map(({ name }: any) => name)).toEqual(Object.keys(MY_DATA_PARTS));
  const rowsOf = (name: string) => file.parts.find((part: any) => part.name === name).rows;
  for (const { about, complete } of file.parts) {
    expect(about.id).not.toBe(about.en);
    expect(complete).toBe(true);
  }
  expect(rowsOf('employee')).toMatchObject([{ nip: NIPS.sari, name: 'Sari Wulandari' }]);
  expect(rowsOf('observation')).toMatchObject([{ note: 'Catatan tentang Sari' }]);
  expect(text).toContain('"value": 14.250000');
  expect(rowsOf('role_grant')).toMatchObject([{ role: 'OBSERVER' }]);
  expect(rowsOf('target')).toHaveLength(9);
  expect(rowsOf('measurement')).toHaveLength(1);
  expect(rowsOf('employee_score')).toHaveLength(1);
  expect(rowsOf('scoring_policy')).toHaveLength(1);
  expect(text).not.toMatch(/Dewi|Budi|Suparman/);
  for (const nip of [NIPS.dewi, NIPS.budi, NIPS.joko]) expect(text).not.toContain(nip);
  expect(text).not.toContain(sari.token);
  expect(Object.keys(rowsOf('account')[0]).sort()).toEqual([
    'created_at',
    'demo',
    'has_password',
    'id',
    'login',
    'name',
    'oidc_issuer',
    'oidc_subject',
    'second_factor_on',
    'state',
  ]);
  expect(Object.keys(rowsOf('session')[0]).sort()).toEqual([
    'created_at',
    'ended_at',
    'expires_at',
    'id',
    'last_seen_at',
    'second_factor',
  ]);
  const { rows } = await database.client.query(`select actor_id from audit_entry where action = 'export'`);
  expect(rows).toEqual([{ actor_id: sari.accountId }]);
});

it('gives what was handed on and what files said about whoever asks, and of nobody else', async () => {
  now = new Date(NOON.getTime() + HOUR);
  const people = await database.client.query('select id, nip from employee');
  const idOf = (nip: string) => people.rows.find((one) => one.nip === nip).id;
  const { rows: taken } = await database.client.query(
    `insert into delivery (region_code, id, period_code, taken_by, taken_by_kind, taken_at, total, new_rows,
       changed_rows, withdrawn_rows, remembered)
     values ($1, gen_random_uuid(), $2, 'elsewhere', 'COMMAND', now(), 2, 2, 0, 0, true) returning id`,
    [REGION, PERIOD],
  );
  for (const nip of [NIPS.sari, NIPS.dewi]) {
    await database.client.query(
      `insert into delivery_stand (region_code, delivery_id, employee_id, change) values ($1, $2, $3, 'WITHDRAWN')`,
      [REGION, taken[0].id, idOf(nip)],
    );
  }
  const { rows: drafts } = await database.client.query(
    `insert into import_draft (region_code, id, kind, format, state, added, changed, unchanged, refused,
       made_at, made_by, by_service, planned_at, kept_from, put_back, left_alone)
     values ($1, gen_random_uuid(), 'REPORTING_LINES', 'CSV', 'DRAFT', 2, 0, 0, 2, now(),
       'test', false, now(), now(), 0, 0) returning id`,
    [REGION],
  );
  const rows = [
    [2, 'ADDED', idOf(NIPS.sari), { nip: NIPS.sari, appraiser: NIPS.budi, starts_on: '2026-12-01' }],
    [3, 'ADDED', idOf(NIPS.dewi), { nip: NIPS.dewi, appraiser: NIPS.budi, starts_on: '2026-12-01' }],
    [4, 'REFUSED', null, { nip: NIPS.sari, appraiser: NIPS.sari, starts_on: 'besok' }],
    [5, 'REFUSED', null, { nip: NIPS.dewi, appraiser: NIPS.dewi, starts_on: 'besok' }],
  ] as const;
  for (const [line, outcome, subject, cells] of rows) {
    await database.client.query(
      `insert into import_row (region_code, draft_id, line, outcome, subject_id, cells, kept_from)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [REGION, drafts[0].id, line, outcome, subject, cells],
    );
  }
  const text = await (await get(as(sari))).text();
  const rowsOf = (name: string) => JSON.parse(text).parts.find((part: any) => part.name === name).rows;
  expect(rowsOf('delivery_stand')).toMatchObject([
    { period_code: PERIOD, taken_by_kind: 'COMMAND', service: null, change: 'WITHDRAWN' },
  ]);
  expect(rowsOf('import_row')).toMatchObject([
    { line: 2, outcome: 'ADDED', cells: { nip: NIPS.sari, starts_on: '2026-12-01' } },
    { line: 4, outcome: 'REFUSED', cells: { nip: NIPS.sari, starts_on: 'besok' } },
  ]);
  for (const nip of [NIPS.dewi, NIPS.budi]) expect(text).not.toContain(nip);
});

it('gives three files in an hour', async () => {
  now = new Date(NOON.getTime() + 2 * HOUR);
  for (let count = 0; count < 3; count += 1) expect((await get(as(other))).status).toBe(200);
  const fourth = await get(as(other));
  expect(fourth.status).toBe(429);
  expect(fourth.headers.get('retry-after')).toBe('3600');
  now = new Date(NOON.getTime() + 3 * HOUR + 1);
  expect((await get(as(other))).status).toBe(200);
});

it('gives nothing to strangers, to spent tokens, to other sites and where it cannot be told', async () => {
  now = new Date(NOON.getTime() + 6 * HOUR);
  expect((await get()).status).toBe(401);
  expect((await get({ authorization: 'Bearer nothing' })).status).toBe(401);
  expect((await get({ ...as(sari), origin: 'https://evil.example' })).status).toBe(403);
  expect((await get({ ...as(sari), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  await database.client.query(
    `alter table audit_entry add constraint full_disk check (action <> 'export') not valid`,
  );
  const untold = await get(as(sari));
  expect(untold.status).toBe(503);
  expect(await untold.text()).not.toContain('Sari');
  await database.client.query(`alter table audit_entry drop constraint full_disk`);
});
