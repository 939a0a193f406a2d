import { compose, type Pantau } from '../app/compose.js';
import { createLogger } from '../platform/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { seedDemo } from './seed-demo.js';

describe('the demo', () => {
  let database: TestDatabase;
  let pantau: Pantau;
  let now = new Date('2026-11-24T09:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await compose({
      databaseUrl: database.url,
      redisUrl: null,
      logger: createLogger('silent'),
      clock: () => now,
      webRoot: null,
    });
  });
  afterAll(async () => {
    await pantau?.close();
    await database?.drop();
  });

  const one = async (statement: string) => (await database.client.query(statement)).rows[0];

  it('fills an empty region, and its stories can be seen in the scores', async () => {
    expect(await seedDemo(pantau, now)).toBeGreaterThan(6_000);
    const { rows } = await database.client.query(
      `select u.name, s.score_total / nullif(s.scored, 0) as value, s.coverage_total / s.headcount as coverage
       from unit_score s join org_unit u on u.id = s.unit_id where s.period_code = '2026-Q4'`,
    );
    const units = new Map(
      rows.map(({ name, value, coverage }) => [name, { value: Number(value), coverage: Number(coverage) }]),
    );
    expect(units.get('Kalisari')!.coverage).toBeLessThan(0.6);
    expect(units.get('Dukuh Sutorejo')!.value).toBeGreaterThan(110);
    expect(units.get('Kejawan Putih Tambak')!.value).toBeLessThan(90);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('adds nothing when it is started again at once', async () => {
    expect(await seedDemo(pantau, now)).toBe(0);
  });

  it('catches up with the calendar over the end of a quarter, and leaves alone what somebody changed', async () => {
    await database.client.query(
      `update employee set position_title = 'Diubah orang' where position_title = 'Camat'`,
    );
    now = new Date('2027-01-20T09:00:00Z');
    expect(await seedDemo(pantau, now)).toBeGreaterThan(2_000);
    expect((await one(`select count(*) from period where code = '2027-Q1'`)).count).toBe('1');
    expect((await one(`select count(*) from employee where position_title = 'Diubah orang'`)).count).toBe(
      '1',
    );
    expect(await scoreDifferences(database.client)).toEqual([]);
  });
});
