import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { correctObservation } from '../features/observations/correct-observation.js';
import { logObservation } from '../features/observations/log-observation.js';
import { withdrawObservation } from '../features/observations/withdraw-observation.js';
import { addDays } from '../domain/working-days.js';
import { did } from '../platform/unit-of-work.js';
import type { Verb } from './policies/verbs.js';
import { repositoryRoot } from './repository-root.js';
import type { Stores } from './stores.js';
import { IMPORTER, COMMAND_LINE } from '../platform/auth/actor.js';
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

/** Beside the means of the small office: a count, a state, and a range. */
const INDICATORS = `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
LAP-01,Kunjungan pembinaan,Field visits,kunjungan,HIGHER,SUM,0,,register,Banyaknya kunjungan
SKM-01,Indeks kepuasan,Satisfaction index,indeks,HIGHER,LATEST,0,100,survei,Indeks survei terakhir
KMP-01,Jam pelatihan,Training hours,JP,HIGHER,SUM,0,,register,Jam pelatihan dalam rentang
`;

const TARGETS = `nip,indicator,period,weight,floor,target,stretch,ceiling,role
${Object.values(NIPS)
  .flatMap((nip) => [
    `${nip},LAP-01,${PERIOD},15,0,120,200,,LOKET`,
    `${nip},SKM-01,${PERIOD},15,20,88.31,100,,LOKET`,
    `${nip},KMP-01,${PERIOD},10,0,100,240,900,LOKET`,
  ])
  .join('\n')}
`;

describe('the stored scores', () => {
  let database: TestDatabase;
  let pantau: SmallOffice;
  const ids: Record<'employees' | 'indicators' | 'behaviours' | 'units', string[]> = {
    employees: [],
    indicators: [],
    behaviours: [],
    units: [],
  };

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    ({ database } = pantau);
    await importTexts(pantau, { indicators: INDICATORS, targets: TARGETS });
    const column = async (statement: string) =>
      (await database.client.query(statement)).rows.map(({ id }) => id);
    ids.employees = await column('select id from employee order by nip');
    ids.indicators = await column("select id from indicator where kind = 'RESULT' order by code");
    ids.behaviours = await column("select id from indicator where kind = 'BEHAVIOUR' order by code");
    ids.units = await column('select id from org_unit order by code');
    // Somebody begins with every result measured and just enough seen of four core values, so that a predicate is
    // proposed and histories reach the last rules too.
    for (const what of [0, 1, 2, 3, 4]) await take({ kind: 'LOG', who: 0, what, tenths: 900, minutes: 9 });
    for (const which of [0, 1, 2, 3]) {
      for (const by of [1, 2, 3]) await take({ kind: 'BEHAVE', who: 0, which, value: 1, minutes: by, by });
    }
  });
  afterAll(async () => {
    await pantau?.close();
  });

  type Step =
    | { kind: 'BEHAVE'; who: number; which: number; value: -1 | 0 | 1; minutes: number; by: number }
    | { kind: 'WITHDRAW'; which: number }
    | { kind: 'LEAVE'; who: number; from: number; days: number; off: boolean }
    | { kind: 'ACT'; who: number; from: number; days: number }
    | { kind: 'LOG'; who: number; what: number; tenths: number; minutes: number }
    | { kind: 'CORRECT'; which: number; tenths: number; minutes: number }
    | { kind: 'MOVE'; who: number; kalisari: boolean; since: number }
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
        what: fc.nat({ max: 4 }),
        tenths,
        minutes,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('CORRECT' as const), which: fc.nat(), tenths, minutes }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('BEHAVE' as const),
        who: fc.constant(0),
        which: fc.nat({ max: 4 }),
        value: fc.constantFrom(-1 as const, 0 as const, 1 as const),
        minutes,
        by: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('WITHDRAW' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('LEAVE' as const),
        who,
        from: fc.nat({ max: 91 }),
        days: fc.nat({ max: 120 }),
        off: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('ACT' as const),
        who,
        from: fc.nat({ max: 91 }),
        days: fc.nat({ max: 30 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('MOVE' as const),
        who,
        kalisari: fc.boolean(),
        since: fc.nat({ max: 54 }),
      }),
    },
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
  const dayIn = (day: number) => addDays('2026-10-01', day);
  const at = (before: number) => new Date(NOON.getTime() - before * 60_000);

  async function take(step: Step): Promise<void> {
    const run = (verb: Verb, input: object) => ({
      ...{ verb, actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
    });
    /** Records something about where somebody serves, as its own command. */
    const serve = (who: number, record: (tx: Stores, employeeId: string) => Promise<void>) => {
      const employeeId = ids.employees[who]!;
      return pantau.unitOfWork.run({ ...run('importEmployees', {}), actor: IMPORTER }, async (tx) => {
        await record(tx, employeeId);
        return did({}, [{ kind: 'ServiceChanged', employeeId }]);
      });
    };
    const recorded = { by: 'test', at: NOON };
    switch (step.kind) {
      case 'BEHAVE': {
        const input = {
          employeeId: ids.employees[step.who]!,
          indicatorId: ids.behaviours[step.which]!,
          value: String(step.value),
          observedAt: at(step.minutes),
          note: null,
          observerId: ids.employees[step.by]!,
          behaviour: null,
        };
        await pantau.unitOfWork.run(run('logObservation', input), (tx) =>
          logObservation(tx, COMMAND_LINE, input),
        );
        return;
      }
      case 'WITHDRAW': {
        const { rows } = await database.client.query('select id from observation order by id');
        if (rows.length === 0) return;
        const input = {
          observationId: rows[step.which % rows.length].id,
          reason: 'Tercatat pada orang yang keliru',
        };
        await pantau.unitOfWork.run(run('withdrawObservation', input), (tx) =>
          withdrawObservation(tx, COMMAND_LINE, input),
        );
        return;
      }
      case 'LEAVE': {
        const startsOn = dayIn(step.from);
        const endsOn = step.off ? null : addDays(startsOn, step.days);
        await serve(step.who, (tx, employeeId) =>
          tx.service.recordLeaves([{ employeeId, startsOn, endsOn }], recorded),
        );
        return;
      }
      case 'ACT': {
        const startsOn = dayIn(step.from);
        await serve(step.who, (tx, employeeId) =>
          tx.service.assign(
            [
              {
                employeeId,
                unitId: ids.units[0]!,
                positionTitle: 'Plt.',
                kind: 'ACTING',
                startsOn,
                endsOn: addDays(startsOn, step.days),
              },
            ],
            recorded,
          ),
        );
        return;
      }
      case 'LOG': {
        const input = {
          employeeId: ids.employees[step.who]!,
          indicatorId: ids.indicators[step.what]!,
          value: String(step.tenths / 10),
          observedAt: at(step.minutes),
          note: null,
          observerId: null,
          behaviour: null,
        };
        await pantau.unitOfWork.run(run('logObservation', input), (tx) =>
          logObservation(tx, COMMAND_LINE, input),
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
          correctObservation(tx, COMMAND_LINE, input),
        );
        return;
      }
      case 'MOVE':
        await importTexts(pantau, {
          employees: `nip,name,status,unit,position,since\n${nips[step.who]},Nama Rekaan,PNS,${step.kalisari ? '35.78.26.1004' : '35.78.26.1006'},Petugas,${dayIn(step.since)}\n`,
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
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        for (const one of steps) await take(one);
        expect(await scoreDifferences(database.client)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    const { rows } = await database.client.query(
      'select count(*) from observation where supersedes_id is not null',
    );
    expect(Number(rows[0].count)).toBeGreaterThan(0);
    // The histories came as far as the last rule: somebody has a predicate proposed, and somebody serves in two units.
    const reached = await database.client.query(
      `select (select count(*)::int from change_log where kind = 'EmployeeScoreChanged'
           and payload -> 'after' ->> 'predicate' is not null) as predicates,
         (select count(*)::int from placement group by employee_id having count(*) > 1 limit 1) as places,
         (select count(*)::int from observation where withdrawn) as withdrawn`,
    );
    expect(reached.rows[0]).toMatchObject({ predicates: expect.any(Number), places: expect.any(Number) });
    expect(reached.rows[0].predicates).toBeGreaterThan(0);
    expect(reached.rows[0].withdrawn).toBeGreaterThan(0);
  }, 120_000);

  it('equal it also where everything happens at once', async () => {
    const steps = fc.sample(step, { numRuns: 200, seed: 7 });
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
    // The command looks at everybody's scores too, whoever its login is.
    const program = join(repositoryRoot, 'api', 'dist', 'app', 'verify.js');
    const command = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
      stdio: 'ignore',
    });
    expect(await once(command, 'exit')).toEqual([1, null]);
  }, 30_000);
});
