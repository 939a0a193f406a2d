import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { correctObservation } from '../features/observations/correct-observation.js';
import { logObservation } from '../features/observations/log-observation.js';
import { LOCAL_OPERATOR } from '../platform/auth/actor.js';
import type { TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../testing/small-office.js';

describe('the stored scores', () => {
  let database: TestDatabase;
  let pantau: SmallOffice;
  const ids: { employees: string[]; indicators: string[] } = { employees: [], indicators: [] };

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    ({ database } = pantau);
    const column = async (statement: string) =>
      (await database.client.query(statement)).rows.map(({ id }) => id);
    ids.employees = await column('select id from employee order by nip');
    ids.indicators = await column('select id from indicator order by code');
  });
  afterAll(async () => {
    await pantau?.close();
  });

  type Step =
    | { kind: 'LOG'; who: number; what: number; tenths: number; minutes: number }
    | { kind: 'CORRECT'; which: number; tenths: number; minutes: number }
    | { kind: 'MOVE'; who: number; kalisari: boolean }
    | { kind: 'PLAN'; who: number; weight: number; target: number }
    | { kind: 'IMPORT'; rows: { who: number; tenths: number }[] };

  const minutes = fc.integer({ min: 1, max: 50 * 24 * 60 });
  const tenths = fc.integer({ min: 0, max: 1000 });
  const who = fc.nat({ max: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('LOG' as const),
        who,
        what: fc.nat({ max: 1 }),
        tenths,
        minutes,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('CORRECT' as const), which: fc.nat(), tenths, minutes }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('MOVE' as const), who, kalisari: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('PLAN' as const),
        who,
        weight: fc.integer({ min: 1, max: 99 }),
        target: fc.integer({ min: 71, max: 98 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('IMPORT' as const),
        rows: fc.array(fc.record({ who, tenths }), { maxLength: 20 }),
      }),
    },
  );

  const nips = Object.values(NIPS).sort();
  const at = (before: number) => new Date(NOON.getTime() - before * 60_000);

  async function take(step: Step): Promise<void> {
    const run = (verb: 'logObservation' | 'correctObservation', input: object) => ({
      ...{ verb, actor: LOCAL_OPERATOR, regionCode: REGION, key: randomUUID(), input },
    });
    switch (step.kind) {
      case 'LOG': {
        const input = {
          employeeId: ids.employees[step.who]!,
          indicatorId: ids.indicators[step.what]!,
          value: String(step.tenths / 10),
          observedAt: at(step.minutes),
          note: null,
        };
        await pantau.unitOfWork.run(run('logObservation', input), (tx) =>
          logObservation(tx, LOCAL_OPERATOR, input),
        );
        return;
      }
      case 'CORRECT': {
        const { rows } = await database.client.query('select id from observation order by id');
        if (rows.length === 0) return;
        const input = {
          observationId: rows[step.which % rows.length].id,
          value: String(step.tenths / 10),
          observedAt: at(step.minutes),
          note: null,
          reason: 'Salah ketik pada lembar asal',
        };
        await pantau.unitOfWork.run(run('correctObservation', input), (tx) =>
          correctObservation(tx, LOCAL_OPERATOR, input),
        );
        return;
      }
      case 'MOVE':
        await importTexts(pantau, {
          employees: `nip,name,status,unit,position\n${nips[step.who]},Nama Rekaan,PNS,${step.kalisari ? '35.78.26.1004' : '35.78.26.1006'},Petugas\n`,
        });
        return;
      case 'PLAN':
        await importTexts(pantau, {
          targets: `nip,indicator,period,weight,floor,target,stretch\n${nips[step.who]},ADM-01,${PERIOD},${step.weight},70,${step.target},99\n`,
        });
        return;
      case 'IMPORT':
        await importTexts(pantau, {
          observations: `nip,indicator,value,observed_at\n${step.rows
            .map((row, n) => `${nips[row.who]},ADM-01,${row.tenths / 10},${at(n + 1).toISOString()}`)
            .join('\n')}\n`,
        });
    }
  }

  it('equal a recomputation from the raw observations after anything that can happen to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps) await take(one);
        expect(await scoreDifferences(database.client)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    const { rows } = await database.client.query(
      'select count(*) from observation where supersedes_id is not null',
    );
    expect(Number(rows[0].count)).toBeGreaterThan(0);
  }, 120_000);

  it('equal it also where everything happens at once', async () => {
    const steps = fc.sample(step, { numRuns: 120, seed: 7 });
    const queues = Array.from({ length: 6 }, (_, n) => steps.filter((_step, place) => place % 6 === n));
    await Promise.all(
      queues.map(async (queue) => {
        for (const one of queue) await take(one);
      }),
    );
    expect(await scoreDifferences(database.client)).toEqual([]);
  }, 60_000);

  it('are told apart by the comparison itself when one is wrong', async () => {
    await database.client.query(
      'update employee_score set coverage = coverage + 0.000001 where observations > 0',
    );
    expect(await scoreDifferences(database.client)).not.toEqual([]);
  });
});
