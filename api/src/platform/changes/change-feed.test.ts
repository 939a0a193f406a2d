import { jest } from '@jest/globals';
import { TEST_SECRET } from '../../testing/test-secret.js';
import { randomUUID } from 'node:crypto';
import { compose, type Pantau } from '../../app/compose.js';
import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { openRegion } from '../../features/policies/open-region.js';
import { openStores } from '../../app/stores.js';
import { NOON, REGION } from '../../testing/small-office.js';
import { createOrm, type MikroORM } from '../database/orm.js';
import { sqlOf, type Sql } from '../database/sql.js';
import { createLogger } from '../logger.js';
import { appendChanges, readHead, writeChange } from './change-log.js';
import { createChangeFeed, type ChangeFeed, type FeedItem } from './change-feed.js';
import type { Position } from './cursor.js';
import { joinDoorbells, type Doorbell } from './doorbell.js';

describe('the change feed', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let doorbell: Doorbell;
  let feed: ChangeFeed;
  /** What the feed asks the database by. */
  let own: Sql;

  beforeEach(async () => {
    database = await createTestDatabase();
    orm = createOrm({ url: database.url, entities });
    await orm.connect();
    await openRegion(openStores(orm.em.fork(), REGION, NOON), REGION, false);
    doorbell = joinDoorbells([]);
    own = sqlOf(orm.em.fork());
    feed = createChangeFeed({
      sql: own,
      doorbell,
      now: () => new Date(),
      logger: createLogger('silent'),
    });
  });
  afterEach(async () => {
    feed?.close();
    await orm?.close();
    await database?.drop();
  });

  const write = async (changes: number, options: { ring: boolean; subjectId?: string } = { ring: true }) => {
    await orm.em.fork().transactional(async (em) => {
      const news = Array.from({ length: changes }, () => ({
        kind: 'Test',
        subjectId: options.subjectId ?? null,
        payload: { id: randomUUID() },
      }));
      await appendChanges(sqlOf(em), REGION, news.map(writeChange), 'test', new Date());
    });
    if (options.ring) doorbell.ring(REGION);
  };
  const head = async (): Promise<Position> => (await readHead(sqlOf(orm.em.fork()), REGION))!;

  /** Follows until the offset is reached, or until a resync. */
  const followTo = async (
    from: Position,
    last: bigint,
  ): Promise<{ offsets: bigint[]; items: FeedItem[] }> => {
    const end = new AbortController();
    const offsets: bigint[] = [];
    const items: FeedItem[] = [];
    for await (const item of feed.follow(REGION, from, end.signal)) {
      items.push(item);
      if (item.kind === 'CHANGES') offsets.push(...item.changes.map(({ offset }) => offset));
      if (item.kind === 'RESYNC' || (offsets.at(-1) ?? from.offset) >= last) break;
    }
    end.abort();
    return { offsets, items };
  };
  const range = (from: bigint, to: bigint) =>
    Array.from({ length: Number(to - from) }, (_, n) => from + BigInt(n) + 1n);

  it('gives every change once and in order to followers that come at any time, while writers commit at once', async () => {
    const start = await head();
    const writers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 25; n += 1) await write(1 + (n % 3));
      }),
    );
    const early = followTo(start, 392n);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const late = followTo(await head(), 392n);
    await writers;
    const end = await head();
    expect(end.offset).toBe(392n);
    expect((await early).offsets).toEqual(range(0n, 392n));
    const { offsets } = await late;
    expect(offsets).toEqual(range(offsets[0]! - 1n, 392n));
  });

  it('gives whoever follows a row the changes of that row alone, also those from before memory', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const start = await head();
    for (let n = 0; n < 3; n += 1) {
      await write(2, { ring: true, subjectId: other });
      await write(1, { ring: true, subjectId: mine });
    }
    const end = new AbortController();
    const offsets: bigint[] = [];
    let woken = 0;
    for await (const item of feed.follow(REGION, start, end.signal, mine)) {
      if (item.kind === 'BEAT') {
        // Whoever waits for a row has seen everything up to the beat all the same.
        if (offsets.length === 3) expect(item.upTo.offset).toBeGreaterThanOrEqual(offsets.at(-1)!);
      } else if (item.kind === 'CHANGES') {
        woken += 1;
        offsets.push(...item.changes.map(({ offset }) => offset));
        if (offsets.length === 3) {
          await write(50, { ring: true, subjectId: other });
          await write(1, { ring: true, subjectId: mine });
        }
        if (offsets.length === 4) break;
      }
    }
    end.abort();
    const at = (n: number) => start.offset + BigInt(n);
    expect(offsets).toEqual([at(3), at(6), at(9), at(60)]);
    expect(woken).toBeLessThanOrEqual(4);
  });

  it('has whoever follows a row look through nothing of the others, however much that is', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const from = await head();
    const end = new AbortController();
    const watched = jest.spyOn(own, 'rows');
    const reads = () => watched.mock.calls.filter(([text]) => text.includes('from change_log')).length;
    const items = feed.follow(REGION, from, end.signal, mine)[Symbol.asyncIterator]();
    expect((await items.next()).value).toMatchObject({ kind: 'BEAT', upTo: from });
    const next = items.next();
    for (let n = 0; n < 6; n += 1) await write(1_000, { ring: false, subjectId: other });
    const before = reads();
    doorbell.ring(REGION);
    // What is kept in memory reaches back no further than 2,000: the feed itself has read all, and nobody else anything.
    expect((await next).value).toMatchObject({ kind: 'BEAT', upTo: { offset: from.offset + 6_000n } });
    expect(reads() - before).toBe(12);
    await write(1, { ring: true, subjectId: mine });
    let { value } = await items.next();
    while (value.kind === 'BEAT') ({ value } = await items.next());
    expect(value.changes.map(({ offset }: { offset: bigint }) => offset)).toEqual([from.offset + 6_001n]);
    end.abort();
  });

  it('asks whoever follows a row for a new picture too, where the replay is longer than it', async () => {
    const from = await head();
    const end = new AbortController();
    const items = feed.follow(REGION, from, end.signal, randomUUID())[Symbol.asyncIterator]();
    await items.next();
    const next = items.next();
    await write(10_001, { ring: false, subjectId: randomUUID() });
    doorbell.ring(REGION);
    expect((await next).value).toEqual({ kind: 'RESYNC', reason: 'TOO_FAR_BEHIND' });
    end.abort();
  });

  it('finds a change by itself within its beat when every doorbell is silent', async () => {
    const start = await head();
    const followed = followTo(start, 1n);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await write(1, { ring: false });
    expect((await followed).offsets).toEqual([1n]);
  });

  it('goes on from any position, also one that it no longer holds in memory', async () => {
    const start = await head();
    for (let n = 0; n < 6; n += 1) await write(500);
    const all = await followTo(start, 3_000n);
    expect(all.offsets).toEqual(range(0n, 3_000n));
    const rest = await followTo({ ...start, offset: 2_990n }, 3_000n);
    expect(rest.offsets).toEqual(range(2_990n, 3_000n));
  });

  it('asks for a new picture instead of a replay that is longer than it', async () => {
    const start = await head();
    await write(10_500);
    const { items } = await followTo(start, 10_500n);
    expect(items.at(-1)).toEqual({ kind: 'RESYNC', reason: 'TOO_FAR_BEHIND' });
  });

  it('asks for a new picture when the stream begins another life', async () => {
    const start = await head();
    await write(3);
    const followed = followTo({ ...start, offset: 3n }, 99n);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await database.client.query(`update stream_head set epoch = 'restored', head = 1`);
    expect((await followed).items.at(-1)).toEqual({ kind: 'RESYNC', reason: 'OTHER_EPOCH' });
  });

  it('asks for a new picture when a position lies ahead of everything', async () => {
    const start = await head();
    const { items } = await followTo({ ...start, offset: 50n }, 99n);
    expect(items.at(-1)).toEqual({ kind: 'RESYNC', reason: 'OTHER_EPOCH' });
  });

  it('lets a follower that does not ask hold up nobody', async () => {
    const start = await head();
    const end = new AbortController();
    const sleeper = feed.follow(REGION, start, end.signal)[Symbol.asyncIterator]();
    await sleeper.next();
    await write(50);
    const { offsets } = await followTo(start, 50n);
    expect(offsets).toHaveLength(50);
    end.abort();
    await sleeper.return?.();
  });

  it('says nothing while the database cannot be asked, and goes on afterwards without a gap', async () => {
    const start = await head();
    const followed = followTo(start, 2n);
    await write(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await database.client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await write(1, { ring: false });
    expect((await followed).offsets).toEqual([1n, 2n]);
  });
});

describe('doorbells', () => {
  let database: TestDatabase;
  let pantau: Pantau;
  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await compose({
      secret: TEST_SECRET,
      databaseUrl: database.url,
      redisUrl: null,
      logger: createLogger('silent'),
      webRoot: null,
    });
  });
  afterAll(async () => {
    await pantau?.close();
    await database?.drop();
  });

  it('carry nothing but a region, whatever somebody sends on their channel', async () => {
    const { createNotifyDoorbell } = await import('./doorbell.js');
    const bell = createNotifyDoorbell(database.url, createLogger('silent'));
    const heard: string[] = [];
    bell.listen((region) => heard.push(region));
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const text of ['35.78', 'x', '{"region":"35.78"}', '35.78; drop table region', '12.01']) {
      await database.client.query('select pg_notify($1, $2)', ['pantau_changes', text]);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    await bell.close();
    expect(heard).toEqual(['35.78', '12.01']);
  });
});
