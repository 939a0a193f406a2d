import { entities } from '../../app/entities.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { createOrm, type MikroORM } from './orm.js';
import { NotCommitted } from './pipelined-client.js';
import { prepared } from './prepared.js';
import { rememberedIn } from './remembered.js';
import { sqlOf, type EagerSql } from './sql.js';

describe('statements of our own', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = createOrm({ url: database.url, entities });
    await orm.connect();
    await database.client.query('create table kept (n int primary key check (n < 100), by text)');
  });
  afterEach(() => database.client.query('truncate kept'));
  afterAll(async () => {
    await orm?.close();
    await database?.drop();
  });

  const inTransaction = <T>(work: (sql: EagerSql) => Promise<T>): Promise<T> =>
    orm.em.fork().transactional((em) => work(sqlOf(em)));
  const kept = async (): Promise<number[]> => {
    const { rows } = await database.client.query<{ n: number }>('select n from kept order by n');
    return rows.map(({ n }) => n);
  };

  it('run in the order in which they are asked, also where nobody waits for those before', async () => {
    const counts = await inTransaction(async (sql) => {
      sql.send('insert into kept (n) values ($1)', [1]);
      const one = sql.rows<{ n: string }>('select count(*) as n from kept');
      sql.send('insert into kept (n) values ($1)', [2]);
      const two = sql.prepared<{ n: string }>('select count(*) as n from kept where n > $1', [0]);
      return (await Promise.all([one, two])).map(([row]) => row?.n);
    });
    expect(counts).toEqual(['1', '2']);
    expect(await kept()).toEqual([1, 2]);
  });

  it('fail with the error of the one that was only sent', async () => {
    const failing = inTransaction(async (sql) => {
      sql.send('insert into kept (n) values ($1)', [1]);
      sql.send('insert into kept (n) values ($1)', [1]);
      return sql.rows('select 1');
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'kept_pkey' });
    expect(await kept()).toEqual([]);
  });

  it('are never taken for committed where one that was only sent has failed', async () => {
    const failing = inTransaction(async (sql) => sql.send('insert into kept (n) values ($1)', [100]));
    await expect(failing).rejects.toThrow(NotCommitted);
    expect(await kept()).toEqual([]);
  });

  it('are committed with the last one, and with its failure not at all', async () => {
    const answer = await inTransaction(async (sql) => {
      sql.send('insert into kept (n) values ($1)', [1]);
      const rows = await sql.last('insert into kept (n) values ($1) returning n', [2]);
      expect(await kept()).toEqual([1, 2]);
      return rows;
    });
    expect(answer).toEqual([{ n: 2 }]);
    const failing = inTransaction(async (sql) => {
      sql.send('insert into kept (n) values ($1)', [3]);
      return sql.last('insert into kept (n) values ($1) returning n', [2]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([1, 2]);
  });

  it('leave a connection that others can use, whichever way the transaction ended', async () => {
    for (let round = 0; round < 40; round += 1) {
      await inTransaction(async () => undefined);
      await inTransaction((sql) => sql.last('select 1', []));
      await inTransaction((sql) => sql.rows('select 1 / 0')).catch(() => undefined);
      await inTransaction((sql) => sql.last('select 1 / 0', [])).catch(() => undefined);
    }
    const { rows } = await database.client.query(
      `select 1 from pg_stat_activity where application_name = 'pantau' and datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(rows).toEqual([]);
    // Outside a transaction nothing is left open that could be lost.
    await sqlOf(orm.em.fork()).rows('insert into kept (n) values (7)');
    expect(await kept()).toEqual([7]);
  });

  it('are prepared for few values and planned anew for many', async () => {
    const names = await inTransaction(async (sql) => {
      const text = 'select count(*) from unnest($1::int[]) as n';
      await sql.prepared(text, [[1, 2, 3]]);
      await sql.prepared(`${text} where n > 0`, [Array.from({ length: 1_000 }, (_, n) => n)]);
      return sql.rows<{ statement: string }>(
        `select statement from pg_prepared_statements where statement like 'select count(*) from unnest%'`,
      );
    });
    expect(names.map(({ statement }) => statement)).toEqual(['select count(*) from unnest($1::int[]) as n']);
  });

  it('have a name of their own, beside those that every connection keeps planned', async () => {
    const always = Array.from({ length: 20 }, (_, n) => prepared(`select ${n} as always`));
    const answers = await inTransaction(async (sql) => {
      for (const text of always) await sql.rows(text);
      return Promise.all(
        always.map((_, n) => sql.prepared<{ here: number }>(`select ${n} as here where $1 > 0`, [1])),
      );
    });
    expect(answers.map(([row]) => row?.here)).toEqual(always.map((_, n) => n));
  });

  it('are not sent without an answer outside a transaction', () => {
    expect(() => sqlOf(orm.em.fork()).send('select 1', [])).toThrow(/only a transaction/);
  });

  it('are not asked again by a transaction that remembers, until it has written', async () => {
    const asked: string[] = [];
    await orm.em.fork().transactional(async (em) => {
      const ask = async () => asked.push('asked');
      await rememberedIn(em).of('kept', '1', ask);
      await rememberedIn(em).of('kept', '1', ask);
      expect(asked).toHaveLength(1);
      rememberedIn(em).forget('kept');
      await rememberedIn(em).of('kept', '1', ask);
      expect(asked).toHaveLength(2);
    });
    await rememberedIn(orm.em.fork()).of('kept', '1', async () => asked.push('asked'));
    await rememberedIn(orm.em.fork()).of('kept', '1', async () => asked.push('asked'));
    expect(asked).toHaveLength(4);
  });
});
