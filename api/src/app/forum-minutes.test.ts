import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signIn } from '../testing/sign-in.js';
import { NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';

let database: TestDatabase;
let pantau: RunningPantau;
const session = randomUUID();
let kalijudan: string;
let kalisari: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select code, id from org_unit');
  const unit = (code: string) => rows.find((row) => row.code === code).id as string;
  [kalijudan, kalisari] = [unit('35.78.26.1006'), unit('35.78.26.1004')];
  const series = randomUUID();
  await database.client.query(
    `insert into forum_series (region_code, id, unit_id, kind, name, place, quorum, created_at, created_by)
     values ($1, $2, $3, 'FORUM_WARGA', 'Forum Warga RW 3', 'Balai RW 3', 10, now(), 'test')`,
    [REGION, series, kalijudan],
  );
  await database.client.query(
    `insert into forum_session (region_code, id, series_id, unit_id, title, place, held_on, starts_at, quorum, concerned,
       agenda, attendance, phase, planned_at, planned_by)
     values ($1, $2, $3, $4, 'Pertemuan November', 'Balai RW 3', '2026-11-24', '19:00', 10, '{}', '[]', '{}', 'PLANNED',
       now(), 'test')`,
    [REGION, session, series, kalijudan],
  );
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

const get = async (id: string, role?: 'FACILITATOR' | 'LEADERSHIP' | 'AUDITOR', unitId = kalijudan) => {
  const headers: Record<string, string> = {};
  if (role !== undefined) {
    const { token } = await signIn(pantau, REGION, { roles: [{ role, unitId }] });
    headers['authorization'] = `Bearer ${token}`;
  }
  return fetch(`${pantau.address}/forum/minutes/${id}.pdf`, { headers });
};
const codeOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return [answer.status, ((await answer.json()) as { code: string }).code];
};

it.each(['FACILITATOR', 'LEADERSHIP', 'AUDITOR'] as const)(
  'a paper is given to %s of the unit',
  async (role) => {
    const answer = await get(session, role);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="berita-acara-2026-11-24.pdf"');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { rows } = await database.client.query(`select 1 from audit_entry where action = 'printMinutes'`);
    expect(rows.length).toBeGreaterThan(0);
  },
);

it('nobody else is given one', async () => {
  expect(await codeOf(await get(session))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await codeOf(await get(session, 'FACILITATOR', kalisari))).toEqual([403, 'FORBIDDEN']);
});

it('a session that is not there has none', async () => {
  expect(await codeOf(await get(randomUUID(), 'FACILITATOR'))).toEqual([404, 'SESSION_UNKNOWN']);
  expect(await codeOf(await get('x', 'FACILITATOR'))).toEqual([404, 'NOT_FOUND']);
});

it('a page of another site is given none', async () => {
  const answer = await fetch(`${pantau.address}/forum/minutes/${session}.pdf`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.status).toBe(403);
});
