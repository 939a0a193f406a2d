import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { createLogger } from '../../platform/logger.js';
import { composeSmallOffice, NOON, REGION, type SmallOffice } from '../../testing/small-office.js';
import { endRecordsOnce } from './end-records-once.js';
import { startRetention, type Retention } from './start-retention.js';

let office: SmallOffice;
const running: Retention[] = [];
const LATER = new Date(NOON.getTime() + 40 * 86_400_000);
const options = () => ({ orm: office.orm, clock: () => LATER, logger: createLogger('silent') });

beforeAll(async () => {
  office = await composeSmallOffice();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
afterAll(() => office?.close());

const pairings = async () =>
  (await office.database.client.query('select count(*)::int as n from pairing')).rows[0].n as number;
const told = async () =>
  (
    await office.database.client.query(
      `select d.detail from audit_entry e join audit_detail d using (region_code, seq)
       where e.action = 'endRecords' and e.actor_kind = 'SYSTEM' order by e.seq`,
    )
  ).rows.map(({ detail }) => detail as object);
const addPairing = () =>
  office.database.client.query(
    `insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at) values ($1, $2, $3, $3, $4)`,
    [REGION, randomBytes(32), randomBytes(32), NOON],
  );
const untilGone = async () => {
  while ((await pairings()) > 0) await wait(10);
};

it('takes away what is over soon after the start, though nobody waits for the day to pass', async () => {
  await addPairing();
  running.push(startRetention({ ...options(), firstMs: 1 }));
  await untilGone();
  await running[0]!.stop();
  expect(await told()).toEqual([{ pairing: 1, subjects: [] }]);
});

it('does nothing at the start itself', async () => {
  await addPairing();
  const retention = startRetention(options());
  await wait(50);
  await retention.stop();
  expect(await pairings()).toBe(1);
});

it('is done by one process at a time, and tells of it once', async () => {
  const before = (await told()).length;
  const { client } = office.database;
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtextextended('retention', 0))`);
  expect(await endRecordsOnce(office.orm, () => LATER)).toBeNull();
  await client.query('rollback');
  expect(await pairings()).toBe(1);
  await Promise.all([1, 2, 3].map(() => endRecordsOnce(office.orm, () => LATER)));
  expect(await pairings()).toBe(0);
  expect((await told()).length).toBe(before + 1);
});

it('leaves no entry where nothing was over, and a chain that verifies', async () => {
  const before = await told();
  const ended = await endRecordsOnce(office.orm, () => LATER);
  expect(Object.values(ended!).every((rows) => rows === 0)).toBe(true);
  expect(await told()).toEqual(before);
  const { client } = office.database;
  const { findings } = await inOneMoment(client, () => verifyChain(databaseSource(client, REGION)));
  expect(findings).toEqual([]);
});
