import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRegion } from '../policies/open-region.js';
import { repositoryRoot } from '../../app/repository-root.js';
import { openStores } from '../../app/stores.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { NOON, REGION } from '../../testing/small-office.js';
import { bearer, signInChief, type SignedIn } from '../../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';

/** The documents that clients have. */
const DOCUMENTS = readFileSync(join(repositoryRoot, 'schema/documents/contests.graphql'), 'utf8');

let database: TestDatabase;
let pantau: RunningPantau;
let chief: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
  await openRegion(openStores(pantau.orm.em.fork(), REGION, NOON), REGION, false);
  chief = await signInChief(pantau, REGION);
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

async function send(operationName: string, variables: object): Promise<any> {
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(chief) },
    body: JSON.stringify({ query: DOCUMENTS, variables, operationName }),
  });
  return response.json();
}
const set = async (said: object) => {
  const input = { region: REGION, key: randomUUID(), working: false, name: 'Cuti bersama Natal', ...said };
  return (await send('SetCalendarDay', { input })).data.setCalendarDay;
};
const daysOf = (year: number) => send('CalendarDays', { region: REGION, year });

it('keeps the last word on each day, year by year', async () => {
  const day = '2026-12-24';
  expect(await set({ day, name: '  Cuti bersama\n Natal ' })).toMatchObject({
    __typename: 'CalendarDayRecorded',
    calendarDay: { day, working: false, name: 'Cuti bersama Natal' },
    replayed: false,
  });
  await set({ day: '2027-01-01' });
  await set({ day: '2025-12-31' });
  await set({ day: '2026-12-31' });
  await set({ day: '2026-12-31', working: true, name: 'Tetap bekerja' });
  await set({ day: '2026-01-01', working: true, name: 'Tetap bekerja' });
  expect((await daysOf(2026)).data.calendarDays).toEqual([
    { day: '2026-01-01', working: true, name: 'Tetap bekerja' },
    { day, working: false, name: 'Cuti bersama Natal' },
    { day: '2026-12-31', working: true, name: 'Tetap bekerja' },
  ]);
});

it('stands before the national calendar, whichever way', async () => {
  await set({ day: '2026-05-15' });
  await set({ day: '2026-05-14', working: true });
  const isHoliday = await openStores(pantau.orm.em.fork(), REGION, NOON).workingCalendar.holidays();
  expect(['2026-05-13', '2026-05-14', '2026-05-15', '2026-05-27'].map(isHoliday)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const elsewhere = await openStores(pantau.orm.em.fork(), '12.71', NOON).workingCalendar.holidays();
  expect(['2026-05-14', '2026-05-15'].map(elsewhere)).toEqual([true, false]);
});

it('has one effect for one key', async () => {
  const one = { key: randomUUID(), day: '2026-06-02' };
  const first = await set(one);
  expect(await set(one)).toEqual({ ...first, replayed: true });
  expect(await set({ ...one, working: true })).toMatchObject({ __typename: 'IdempotencyConflict' });
});

it.each([
  ['DAY_OUT_OF_RANGE', 'day', { day: '1989-12-29' }],
  ['DAY_OUT_OF_RANGE', 'day', { day: '2101-01-03' }],
  ['DAY_ON_WEEKEND', 'day', { day: '2026-12-26' }],
  ['DAY_ON_WEEKEND', 'day', { day: '2026-12-27' }],
  ['DAY_NAME_MISSING', 'name', { name: ' \n ' }],
  ['DAY_NAME_TOO_LONG', 'name', { name: 'x'.repeat(121) }],
  ['DAY_NAME_UNREADABLE', 'name', { name: 'Cuti \u202e bersama' }],
])('refuses with %s', async (code, field, changed) => {
  const days = async () => (await database.client.query('select count(*) from calendar_day')).rows;
  const before = await days();
  expect(await set({ day: '2026-12-28', ...changed })).toMatchObject({
    __typename: 'CalendarDayRefused',
    code,
    field,
  });
  expect(await days()).toEqual(before);
});

it('is for nobody of another region', async () => {
  const input = { region: '12.71', key: randomUUID(), day: '2026-12-28', working: false, name: 'Libur' };
  const { data, errors } = await send('SetCalendarDay', { input });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

it.each(['1990-01-01', '2100-12-31'])('takes the first and the last year: %s', async (day) => {
  expect(await set({ day, name: 'x'.repeat(120) })).toMatchObject({ calendarDay: { day } });
  expect((await daysOf(Number(day.slice(0, 4)))).data.calendarDays).toHaveLength(1);
});

it.each([1989, 2101])('tells of no year that nobody knows: %i', async (year) => {
  expect((await daysOf(year)).errors[0].extensions.code).toBe('BAD_INPUT');
});
