import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { administer, createTestDatabase, type TestDatabase } from '../testing/database.js';
import { startPantau } from '../testing/start-pantau.js';

describe('whether a process lives, and whether it takes work', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('says that it takes none from the first moment of its end on, while it still answers', async () => {
    const pantau = await startPantau({ databaseUrl: database.url });
    const statusOf = async (path: string) => (await fetch(`${pantau.address}${path}`)).status;
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 200]);

    // A client that does not say farewell: the end takes as long as it is waited for.
    const socket = new WebSocket(`${pantau.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    socket.pause();
    const ended = pantau.close();
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
    const stream = await fetch(`${pantau.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect([stream.status, stream.headers.get('retry-after')]).toEqual([503, '1']);
    socket.terminate();
    await ended;
    await expect(statusOf('/livez')).rejects.toThrow('fetch failed');
  });

  it('lives where the database is gone, and takes no work until it is back', async () => {
    const pantau = await startPantau({ databaseUrl: database.url });
    try {
      const statusOf = async (path: string) => (await fetch(`${pantau.address}${path}`)).status;
      expect(await statusOf('/readyz')).toBe(200);
      const name = new URL(database.url).pathname.slice(1);
      const allow = (may: boolean) => administer(`alter database ${name} with allow_connections ${may}`);
      await allow(false);
      await database.client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
        [name],
      );
      expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
      await allow(true);
      for (let n = 0; n < 100 && (await statusOf('/readyz')) !== 200; n += 1) await wait(50);
      expect(await statusOf('/readyz')).toBe(200);
    } finally {
      await pantau.close();
    }
  });
});
