import { Client } from 'pg';
import { compose } from '../../dist/app/compose.js';

/**
 * The parts of all scores as a table: Pantau computes them while it answers; the others find them ready, which is to
 * their advantage.
 */
export async function writeParts(databaseUrl, region, period) {
  const { AS_SYSTEM } = await import('../../dist/platform/database/orm.js');
  const { openStores } = await import('../../dist/app/stores.js');
  const { computeScores } = await import('../../dist/features/scores/compute-scores.js');
  const { createLogger } = await import('../../dist/platform/logger.js');
  const { formatAmount } = await import('../../dist/domain/amount.js');
  const { createSecretKey, randomBytes } = await import('node:crypto');
  const database = new Client({ connectionString: databaseUrl, options: AS_SYSTEM });
  await database.connect();
  const pantau = await compose({
    ...{ databaseUrl, redisUrl: null, webRoot: null, logger: createLogger('silent') },
    secret: createSecretKey(randomBytes(32)),
  });
  try {
    await database.query(`drop schema if exists bench cascade`);
    await database.query(`create schema bench`);
    await database.query(`
      create table bench.score_part (
        region_code text not null, employee_id uuid not null, period_code text not null, indicator_id uuid not null,
        realised numeric, target numeric not null, attainment numeric, contribution numeric,
        primary key (region_code, employee_id, period_code, indicator_id),
        foreign key (region_code, employee_id, period_code)
          references employee_score (region_code, employee_id, period_code),
        foreign key (region_code, indicator_id) references indicator (region_code, id)
      )`);
    await database.query('grant usage on schema bench to pantau_reader').catch(() => undefined);
    const stores = openStores(pantau.orm.em.fork(), region, new Date());
    const { rows: people } = await database.query(
      `select employee_id from employee_score where region_code = $1 and period_code = $2 order by 1`,
      [region, period],
    );
    const text = (value) => (value === null ? null : formatAmount(value));
    for (let at = 0; at < people.length; at += 1_000) {
      const pairs = people
        .slice(at, at + 1_000)
        .map((row) => ({ employeeId: row.employee_id, periodCode: period }));
      const computed = await computeScores(stores, pairs, { asOf: null, knownAt: null });
      const rows = [...computed].flatMap(([key, { score, by }]) => {
        const planned = new Map(by.plan.indicators.map((one) => [one.indicatorId, one]));
        return score.workResult.parts.map((part) => [
          ...[key.split(' ')[0], part.indicatorId, text(part.realised)],
          text(planned.get(part.indicatorId).target),
          ...[text(part.attainment), text(part.contribution)],
        ]);
      });
      const column = (place) => rows.map((row) => row[place]);
      await database.query(
        `insert into bench.score_part (region_code, period_code, employee_id, indicator_id, realised, target,
           attainment, contribution)
         select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::numeric[], $6::numeric[], $7::numeric[], $8::numeric[])`,
        [region, period, ...[0, 1, 2, 3, 4, 5].map(column)],
      );
    }
    await database.query('analyze');
  } finally {
    await database.end();
    await pantau.close();
  }
}
