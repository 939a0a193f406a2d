import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { createOrm, type MikroORM } from './orm.js';
import { sqlOf, type Sql } from './sql.js';

/** More than the pool has places. */
const TIMES = 20;

describe('a connection that is lost', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeEach(async () => {
    database = await createTestDatabase();
    orm = createOrm({ url: database.url, entities });
    await orm.connect();
  });
  afterEach(async () => {
    await orm.close(true);
    await database.drop();
  });

  const inTransaction = (what: (sql: Sql) => Promise<unknown>) =>
    orm.em.fork().transactional((em) => what(sqlOf(em)));
  const one = (sql: Sql) => sql.rows('select 1 as one');
  const loseItself = (sql: Sql) => sql.rows('select pg_terminate_backend(pg_backend_pid())');

  it('in the middle of a transaction takes no place of the pool with it', async () => {
    for (let n = 0; n < TIMES; n += 1) await expect(inTransaction(loseItself)).rejects.toThrow(/terminat/);
    expect(await inTransaction(one)).toEqual([{ one: 1 }]);
  });

  it('before the commit takes none either, and the commit is not told as done', async () => {
    for (let n = 0; n < TIMES; n += 1) {
      const lost = inTransaction(async (sql) => {
        const [{ pid }] = (await sql.rows<{ pid: number }>('select pg_backend_pid() as pid')) as [
          { pid: number },
        ];
        await database.client.query('select pg_terminate_backend($1, 5000)', [pid]);
      });
      await expect(lost).rejects.toThrow(/terminat|not queryable/);
    }
    expect(await inTransaction(one)).toEqual([{ one: 1 }]);
  });

  it('before the beginning takes none either', async () => {
    for (let n = 0; n < TIMES; n += 1) {
      await inTransaction(one);
      // The pool does not know yet that what it keeps is gone.
      await database.client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pantau' and datname = current_database()`,
      );
      await inTransaction(one).catch(() => undefined);
    }
    expect(await inTransaction(one)).toEqual([{ one: 1 }]);
  });

  it('leaves what stands on others untouched: a refused statement is rolled back and its connection used again', async () => {
    const pid = async (sql: Sql) =>
      (await sql.rows<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;
    const before = await inTransaction(pid);
    await expect(inTransaction((sql) => sql.rows('select 1 / 0'))).rejects.toThrow('division by zero');
    expect(await inTransaction(pid)).toBe(before);
  });
});
