import { setTimeout as wait } from 'node:timers/promises';
import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { createOrm, type MikroORM } from './orm.js';
import { sqlOf } from './sql.js';

/** More than there are connections, so that some wait for those of others. */
const ASKERS = 40;

describe('connections that are closed while somebody waits for one', () => {
  let database: TestDatabase;

  beforeAll(async () => void (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const ask = (orm: MikroORM) => sqlOf(orm.em.fork()).rows('select 1 as one from pg_sleep(0.05)');

  it.each([1, 5, 60])('end, and whoever waited has an answer: %d ms after they asked', async (ms) => {
    const orm = createOrm({ url: database.url, entities });
    await orm.connect();
    // There is no connection yet: the first ones wait for theirs to be made, the others for those.
    const answers = Promise.all(Array.from({ length: ASKERS }, () => ask(orm)));
    await wait(ms);
    await orm.close();
    expect(await answers).toEqual(Array.from({ length: ASKERS }, () => [{ one: 1 }]));
  });

  it('end where they have not begun', async () => {
    const orm = createOrm({ url: database.url, entities });
    await orm.connect();
    const answer = ask(orm).catch(() => 'refused');
    await orm.close();
    expect(await answer).toBe('refused');
  });

  it('hand out nothing any more', async () => {
    const orm = createOrm({ url: database.url, entities });
    await orm.connect();
    await ask(orm);
    const closed = orm.close();
    await expect(ask(orm)).rejects.toThrow('are closed');
    await closed;
    await expect(ask(orm)).rejects.toThrow('are closed');
  });
});
