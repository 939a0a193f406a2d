import { randomUUID } from 'node:crypto';
import { correctObservation } from '../features/observations/correct-observation.js';
import { logObservation } from '../features/observations/log-observation.js';
import type { TestDatabase } from '../testing/database.js';
import { composeSmallOffice, NIPS, NOON, PERIOD, REGION, type SmallOffice } from '../testing/small-office.js';
import { COMMAND_LINE, NOBODY, type Actor } from './auth/actor.js';
import { AUDIENCE } from '../domain/access/audience.js';
import { toScope } from '../domain/access/scope.js';

describe('a unit of work', () => {
  let database: TestDatabase;
  let pantau: SmallOffice;
  let employeeId: string;
  let indicatorId: string;

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    ({ database } = pantau);
    employeeId = (await one(`select id from employee where nip = '${NIPS.sari}'`)).id;
    indicatorId = (await one(`select id from indicator where code = 'ADM-03'`)).id;
  });
  afterAll(async () => {
    await pantau?.close();
  });

  const one = async (statement: string) => (await database.client.query(statement)).rows[0];
  const count = async (table: string) => Number((await one(`select count(*) from ${table}`)).count);

  const log = (key: string, value: string, of = pantau) => {
    const input = {
      employeeId,
      indicatorId,
      value,
      observedAt: NOON,
      note: null,
      observerId: null,
      behaviour: null,
    };
    return of.unitOfWork.run(
      { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key, input },
      (tx) => logObservation(tx, COMMAND_LINE, input),
    );
  };

  it('has one effect and one answer for one key, however often it comes', async () => {
    const before = await count('observation');
    const key = randomUUID();
    const first = await log(key, '14');
    const second = await log(key, '14');
    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await count('observation')).toBe(before + 1);
  });

  it('refuses a key that comes back with another input, and writes nothing', async () => {
    const key = randomUUID();
    await log(key, '14');
    const before = await count('observation');
    expect(await log(key, '15')).toMatchObject({
      ok: false,
      refusal: { code: 'IDEMPOTENCY_CONFLICT', field: 'key' },
    });
    expect(await count('observation')).toBe(before);
  });

  it('gives the earlier answer also where the rules would refuse it by now, and keeps nothing more', async () => {
    const key = randomUUID();
    const first = await log(key, '14');
    const tables = ['observation', 'change_log', 'audit_entry'];
    const before = await Promise.all(tables.map(count));
    await database.client.query('update employee set active = false where id = $1', [employeeId]);
    const again = await log(key, '14');
    const another = await log(randomUUID(), '14');
    await database.client.query('update employee set active = true where id = $1', [employeeId]);
    expect(again).toEqual({ ...first, replayed: true });
    expect(another.ok).toBe(false);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('has one effect where the same key comes many times at once', async () => {
    const before = await count('observation');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => log(key, '16')));
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.observationId : answer)));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
    expect(await count('observation')).toBe(before + 1);
  });

  it('answers a key that comes many times at once alike also where it can be done only once', async () => {
    const logged = await log(randomUUID(), '17');
    const observationId = logged.ok ? logged.value.observationId : '';
    const key = randomUUID();
    const input = {
      observationId,
      value: '18',
      observedAt: NOON,
      note: null,
      reason: 'Salah ketik di loket.',
    };
    const correct = () =>
      pantau.unitOfWork.run(
        { verb: 'correctObservation', actor: COMMAND_LINE, regionCode: REGION, key, input },
        (tx) => correctObservation(tx, COMMAND_LINE, input),
      );
    const answers = await Promise.all(Array.from({ length: 10 }, correct));
    const [{ ok: _ok, replayed: _replayed, ...first }] = answers as unknown as [Record<string, unknown>];
    expect(answers).toEqual(answers.map(() => ({ ...first, ok: true, replayed: expect.any(Boolean) })));
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
  });

  it('gives offsets without a hole, in commit order, under concurrent commits', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => log(randomUUID(), String(10 + (n % 20)))));
    const { rows } = await database.client.query(
      `select log_offset - row_number() over (order by log_offset) as shift from change_log where region_code = $1`,
      [REGION],
    );
    expect(new Set(rows.map((row) => row.shift))).toEqual(new Set(['0']));
    const head = await one(`select head from stream_head where region_code = '${REGION}'`);
    expect(Number(head.head)).toBe(rows.length);
  });

  it('counts every one of many concurrent observations once', async () => {
    const measured = async () =>
      one(
        `select observations, total from measurement
         where employee_id = '${employeeId}' and indicator_id = '${indicatorId}' and period_code = '${PERIOD}'`,
      );
    const before = await measured();
    await Promise.all(Array.from({ length: 50 }, () => log(randomUUID(), '0.1')));
    const after = await measured();
    expect(after.observations - before.observations).toBe(50);
    expect(Number(after.total) * 10 - Number(before.total) * 10).toBeCloseTo(50, 6);
  });

  it('leaves nothing half-written where something fails on the way', async () => {
    const tables = ['observation', 'measurement', 'change_log', 'idempotency'];
    const before = await Promise.all(tables.map(count));
    await database.client.query(
      `alter table unit_score add constraint broken check (observations < 0) not valid`,
    );
    await expect(log(randomUUID(), '17')).rejects.toThrow(/broken/);
    await database.client.query('alter table unit_score drop constraint broken');
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  const signedIn = (everywhere: number): Actor => ({
    ...COMMAND_LINE,
    id: randomUUID(),
    kind: 'PERSON',
    regionCode: REGION,
    scope: toScope(everywhere, []),
  });

  it.each<[string, Actor, 'logObservation' | 'importUnits', string]>([
    ['who has not signed in', NOBODY, 'logObservation', 'UNAUTHENTICATED'],
    ['who is nothing to the row', signedIn(AUDIENCE.SIGNED_IN), 'logObservation', 'FORBIDDEN'],
    [
      'of another region',
      { ...signedIn(AUDIENCE.OBSERVER), regionCode: '12.71' },
      'logObservation',
      'FORBIDDEN',
    ],
    ['who is no command on the server', signedIn(~AUDIENCE.COMMAND), 'importUnits', 'FORBIDDEN'],
  ])('refuses an actor %s, before anything is asked', async (_who, actor, verb, code) => {
    const before = await count('idempotency');
    const command = { verb, actor, regionCode: REGION, key: randomUUID(), input: { employeeId } };
    await expect(
      pantau.unitOfWork.run(command, () => Promise.reject(new Error('was run'))),
    ).rejects.toMatchObject({ code });
    expect(await count('idempotency')).toBe(before);
  });

  it('lets an actor whom the table names have it done', async () => {
    const actor = signedIn(AUDIENCE.SIGNED_IN | AUDIENCE.OBSERVER);
    const input = {
      employeeId,
      indicatorId,
      value: '14',
      observedAt: NOON,
      note: null,
      observerId: null,
      behaviour: null,
    };
    const command = { verb: 'logObservation' as const, actor, regionCode: REGION, key: randomUUID(), input };
    expect(await pantau.unitOfWork.run(command, (tx) => logObservation(tx, actor, input))).toMatchObject({
      ok: true,
    });
  });

  it('never lets the record be rewritten', async () => {
    for (const statement of [
      'update observation set value = 1',
      'delete from observation',
      'truncate observation cascade',
      'update change_log set kind = kind',
      'delete from change_log',
    ]) {
      await expect(database.client.query(statement)).rejects.toThrow(/append-only/);
    }
  });
});
