import { createSecretKey, randomBytes } from 'node:crypto';
import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { createOrm, type MikroORM } from '../database/orm.js';
import { createAttempts, networkOf, type Attempting, type Attempts } from './attempts.js';

const REGION = '35.78';
const SITI: Attempting = { step: 'PASSWORD', account: 'siti', network: '10.0.0.1', browser: null };
const START = new Date('2026-11-25T02:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

describe('failures to sign in', () => {
  const key = createSecretKey(randomBytes(32));
  let database: TestDatabase;
  let orms: MikroORM[];
  let attempts: Attempts;

  beforeAll(async () => {
    database = await createTestDatabase();
    orms = [createOrm({ url: database.url, entities }), createOrm({ url: database.url, entities })];
    await Promise.all(orms.map((orm) => orm.connect()));
    attempts = createAttempts(orms[0]!, key);
  });
  beforeEach(() => database.client.query('delete from sign_in_failure'));
  afterAll(async () => {
    await Promise.all(orms.map((orm) => orm.close()));
    await database.drop();
  });

  const rows = async () => {
    const { rows } = await database.client.query(
      `select region_code, encode(key_hash, 'hex') as hash, failures, window_ends from sign_in_failure order by 1, 2`,
    );
    return rows as { failures: number; window_ends: Date }[];
  };
  const begin = async (who: Attempting, now: Date, from = attempts) => {
    const begun = await from.begin(REGION, who, now);
    return begun.looked ? 0 : begun.waitSeconds;
  };
  const look = async (who: Attempting, now: Date) => {
    const begun = await attempts.begin(REGION, who, now);
    if (!begun.looked) throw new Error(`has to wait for ${begun.waitSeconds} s`);
    return begun.attempt;
  };
  const fail = async (who: Attempting, times: number, now: Date) => {
    for (let time = 0; time < times; time += 1) expect(await begin(who, now)).toBe(0);
  };

  it('make the next one wait, in every process, and after a restart', async () => {
    await fail(SITI, 5, START);
    expect(await begin(SITI, START)).toBe(5);
    expect(await begin(SITI, after(2), createAttempts(orms[1]!, key))).toBe(3);
    expect(await begin(SITI, after(5))).toBe(0);
    expect(await begin(SITI, after(5))).toBe(10);
  });

  it('are counted by account and network, by account, and by network', async () => {
    await fail(SITI, 5, START);
    expect((await rows()).map(({ failures }) => failures)).toEqual([5, 5, 5]);
    expect(await begin({ ...SITI, account: 'budi' }, START)).toBe(0);
    expect(await begin({ ...SITI, network: '10.0.0.2' }, START)).toBe(0);
    expect((await rows()).map(({ failures }) => failures).sort((one, other) => one - other)).toEqual([
      1, 1, 1, 1, 5, 6, 6,
    ]);
    expect(await begin(SITI, START)).toBeGreaterThan(0);
    expect(await begin({ ...SITI, step: 'SECOND_FACTOR' }, START)).toBe(0);
    expect((await attempts.begin('35.79', SITI, START)).looked).toBe(true);
  });

  it('of strangers never make the owner wait on a known browser', async () => {
    for (let network = 0; network < 30; network += 1)
      await begin({ ...SITI, network: `10.1.0.${network}` }, START);
    expect(await begin({ ...SITI, network: '10.2.0.1' }, START)).toBeGreaterThan(0);
    expect(await begin({ ...SITI, browser: 'tablet' }, START)).toBe(0);
  });

  it('do not count while one waits, and leave no row for those that were not looked at', async () => {
    await fail(SITI, 5, START);
    const before = await rows();
    for (let time = 0; time < 10; time += 1) expect(await begin(SITI, START)).toBe(5);
    expect(await rows()).toEqual(before);
    for (let name = 0; name < 45; name += 1) await fail({ ...SITI, account: `name ${name}` }, 1, START);
    const full = await rows();
    expect(await begin({ ...SITI, account: 'one more name' }, START)).toBeGreaterThan(0);
    expect(await rows()).toEqual(full);
  });

  it('come one after the other however many come at once: no more are looked at than may be', async () => {
    const both = orms.map((orm) => createAttempts(orm, key));
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_, place) => begin(SITI, START, both[place % 2])),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect((await rows()).map(({ failures }) => failures)).toEqual([5, 5, 5]);
  });

  it('of many accounts and networks at once hold nobody up for ever', async () => {
    const both = orms.map((orm) => createAttempts(orm, key));
    const all = Array.from({ length: 200 }, (_, place) => ({
      ...SITI,
      account: `name ${place % 7}`,
      network: `10.0.0.${place % 5}`,
    }));
    // Some succeed and some are taken back while others begin: none waits for another that waits for it.
    const ended = await Promise.all(
      all.map(async (who, place) => {
        const one = both[place % 2]!;
        const begun = await one.begin(REGION, who, START);
        if (begun.looked && place % 3 === 1) await one.succeed(begun.attempt);
        if (begun.looked && place % 3 === 2) await one.takeBack(begun.attempt);
        return begun.looked;
      }),
    );
    expect(ended).toContain(true);
    expect(ended).toHaveLength(200);
  });

  it('are forgotten here after a success; of strangers they stay as they were', async () => {
    await fail({ ...SITI, network: '10.9.9.9' }, 4, START);
    const before = await rows();
    await attempts.succeed(await look(SITI, after(60)));
    expect(await rows()).toEqual(before);

    await fail(SITI, 3, after(61));
    await attempts.succeed(await look(SITI, after(62)));
    expect((await rows()).map(({ failures }) => failures).sort((one, other) => one - other)).toEqual([
      3, 4, 4, 7,
    ]);
  });

  it('on a known browser are forgotten there after a success', async () => {
    await fail({ ...SITI, browser: 'tablet' }, 4, START);
    expect(await rows()).toHaveLength(1);
    await attempts.succeed(await look({ ...SITI, browser: 'tablet' }, START));
    expect(await rows()).toEqual([]);
  });

  it('that were none are taken back', async () => {
    await attempts.takeBack(await look(SITI, START));
    expect(await rows()).toEqual([]);
    await fail(SITI, 2, START);
    const before = await rows();
    await attempts.takeBack(await look(SITI, after(9)));
    expect(await rows()).toEqual(before);
  });

  it('are taken back from what others have added meanwhile, and from what was swept', async () => {
    const attempt = await look(SITI, START);
    await fail(SITI, 1, after(1));
    await attempts.takeBack(attempt);
    expect((await rows()).map(({ failures }) => failures)).toEqual([1, 1, 1]);
    expect((await rows())[0]!.window_ends).toEqual(after(1 + 3600));
    await database.client.query('delete from sign_in_failure');
    await attempts.takeBack(attempt);
    await attempts.succeed(attempt);
    expect(await rows()).toEqual([]);
  });

  it('are forgotten after an hour, and swept', async () => {
    await fail(SITI, 5, START);
    await fail({ ...SITI, account: 'budi', network: '10.0.0.2' }, 1, after(1800));
    expect(await begin(SITI, after(3599))).toBe(0);
    await database.client.query('delete from sign_in_failure where window_ends > $1', [after(3600 + 1800)]);
    expect(await attempts.sweep(REGION, after(3600 + 1799))).toBe(0);
    expect(await attempts.sweep('35.79', after(9999))).toBe(0);
    expect(await attempts.sweep(REGION, after(3600 + 1800))).toBe(3);
    expect(await rows()).toEqual([]);
  });

  it('begin anew where the hour has passed and nothing was swept yet', async () => {
    await fail(SITI, 5, START);
    await fail(SITI, 4, after(3600));
    expect((await rows()).map(({ failures }) => failures)).toEqual([4, 4, 4]);
  });

  it('say nothing of names and addresses, and nothing without the key', async () => {
    await fail({ ...SITI, browser: 'tablet' }, 1, START);
    await fail(SITI, 1, START);
    const mine = JSON.stringify(await rows());
    for (const text of ['siti', '10.0.0.1', 'tablet']) {
      expect(mine).not.toContain(text);
      expect(mine).not.toContain(Buffer.from(text).toString('hex'));
    }
    await database.client.query('delete from sign_in_failure');
    const others = createAttempts(orms[0]!, createSecretKey(randomBytes(32)));
    await others.begin(REGION, SITI, START);
    for (const row of await rows()) expect(mine).not.toContain((row as unknown as { hash: string }).hash);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::2:3:4:5:6', '0:0:0:2::/64'],
  [undefined, 'unknown'],
  ['', 'unknown'],
  ['999.0.0.1', 'unknown'],
  ['not an address', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
