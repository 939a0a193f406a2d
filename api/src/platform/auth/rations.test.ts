import { createSecretKey, randomBytes } from 'node:crypto';
import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { createOrm, type MikroORM } from '../database/orm.js';
import { createRations, type Rationed, type Rations } from './rations.js';

const REGION = '35.78';
const START = new Date('2026-11-25T02:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const HOURLY: Rationed = { what: 'COMPLAINT', network: '10.0.0.1', most: 3, windowSeconds: 3_600 };

let database: TestDatabase;
let orm: MikroORM;
let rations: Rations;

beforeAll(async () => {
  database = await createTestDatabase();
  orm = createOrm({ url: database.url, entities });
  await orm.connect();
  rations = createRations(orm, createSecretKey(randomBytes(32)));
});
beforeEach(() => database.client.query('delete from sign_in_failure'));
afterAll(async () => {
  await orm?.close();
  await database?.drop();
});

const wait = async (now: Date, rationed = HOURLY) => {
  const taken = await rations.take(REGION, rationed, now);
  return taken.given ? 0 : taken.waitSeconds;
};

it('a network is given its ration in an hour, and then waits for the end of that hour', async () => {
  expect([await wait(START), await wait(after(10)), await wait(after(20))]).toEqual([0, 0, 0]);
  expect(await wait(after(30))).toBe(3_570);
  expect(await wait(after(3_599))).toBe(1);
  expect(await wait(after(3_600))).toBe(0);
});

it('what was given back may be had again, and another network has a ration of its own', async () => {
  for (let n = 0; n < 5; n += 1) {
    const taken = await rations.take(REGION, HOURLY, START);
    if (!taken.given) throw new Error('none left');
    await taken.giveBack();
  }
  expect([await wait(START), await wait(START), await wait(START), await wait(START)]).toEqual([
    0, 0, 0, 3_600,
  ]);
  expect(await wait(START, { ...HOURLY, network: '10.0.0.2' })).toBe(0);
});

it('each thing has a ration of its own, and so have all networks together', async () => {
  const ofCounter = { ...HOURLY, what: 'FEEDBACK', most: 1 } as const;
  expect(await wait(START, { ...ofCounter, about: 'one' })).toBe(0);
  expect(await wait(START, { ...ofCounter, about: 'one' })).toBe(3_600);
  expect(await wait(START, { ...ofCounter, about: 'another' })).toBe(0);
  expect(await wait(START, ofCounter)).toBe(0);
  expect(await wait(START, { ...ofCounter, about: 'one', network: null })).toBe(0);
  expect(await wait(START, { ...ofCounter, about: 'one', network: null })).toBe(3_600);
});

it('of a hundred that come together as many are given as there are', async () => {
  const waits = await Promise.all(Array.from({ length: 100 }, () => wait(START)));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(HOURLY.most);
});

it('keeps no network in clear', async () => {
  await wait(START);
  const { rows } = await database.client.query('select to_jsonb(t)::text as line from sign_in_failure t');
  expect(rows).toHaveLength(1);
  expect(rows[0].line).not.toContain(HOURLY.network);
});
