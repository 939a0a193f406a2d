import { randomUUID } from 'node:crypto';
import { openStores } from '../../app/stores.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
  type People,
} from '../../testing/finished-quarter.js';
import { contest, log, rule, type Answer } from '../../testing/objections.js';
import { composeSmallOffice, NOON, PERIOD, REGION, type SmallOffice } from '../../testing/small-office.js';
import { scoreDifferences } from '../../testing/verify-scores.js';
import { correctObservation } from '../observations/correct-observation.js';

let pantau: SmallOffice;
let people: People;
let onTime: string;
let waiting: string;

beforeEach(async () => {
  pantau = await composeSmallOffice();
  // Budi appraises Sari, Joko appraises Budi: Joko rules on Sari's objections.
  people = await planFinishedQuarter(pantau);
  const indicators = await sql('select id from indicator where kind = $1 order by code', ['RESULT']);
  [onTime, waiting] = indicators.map(({ id }) => id) as [string, string];
});
afterEach(async () => {
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
const stores = () => openStores(pantau.orm.em.fork(), REGION, NOON);
const observe = (value = '34', indicatorId = waiting, more: Partial<Parameters<typeof log>[1]> = {}) =>
  log(pantau, { employeeId: people.sari, indicatorId, value, ...more });
const object = async (observationId: string) =>
  (await contest(pantau, { observationId, employeeId: people.sari })).id!;
const decide = (contestId: string, said: Partial<Parameters<typeof rule>[1]> = {}) =>
  rule(pantau, { contestId, ruledBy: people.joko, ...said });
const correct = async (observationId: string): Promise<Answer> => {
  const input = { observationId, value: '18', observedAt: NOON, note: null, reason: 'Salah baca layar.' };
  const done = await pantau.unitOfWork.run(
    { verb: 'correctObservation', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
    (tx) => correctObservation(tx, COMMAND_LINE, input),
  );
  return done.ok ? { id: done.value.observationId } : { code: done.refusal.code };
};
const scoreOf = async (periodCode = PERIOD) => (await stores().scores.get(people.sari, periodCode))!;
const changesSince = (offset: string) =>
  sql('select kind, payload from change_log where log_offset > $1 order by log_offset', [offset]);
const head = async () => (await sql('select head from stream_head'))[0].head as string;

describe('an objection that is upheld', () => {
  it('takes the observation out, moves score and unit at once, and both versions stay', async () => {
    await observe('95', onTime);
    await observe('16');
    const contested = await observe('34', waiting, { note: 'Antrean panjang', observerId: people.dewi });
    expect((await scoreOf()).value).toBe('86.666667'); // (60 × 100 + 40 × 66.666667) / 100
    const contestId = await object(contested);
    const before = await head();
    expect(await decide(contestId, { note: ' Surat tugasnya\r\ncocok. ' })).toEqual({ id: contestId });

    expect((await scoreOf()).value).toBe('98.666667'); // (60 × 100 + 40 × 96.666667) / 100
    const [unit] = await sql(
      `select score_total / scored_days as value from unit_score s join org_unit u on u.id = s.unit_id
       where u.code = '35.78.26.1006' and period_code = $1`,
      [PERIOD],
    );
    expect(Number(unit.value)).toBeCloseTo(98.666667, 6);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
    const changes = await changesSince(before);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'ContestRuled',
      'ObservationCorrected',
      'EmployeeScoreChanged',
      'UnitScoresChanged',
    ]);
    expect(changes[0].payload).toEqual({
      contestId,
      decision: 'WITHDRAWN',
      employeeId: people.sari,
      periodCode: PERIOD,
    });

    const { ruling } = (await stores().contests.get(contestId))!;
    const [old, replacement] = await stores()
      .observations.byIds([contested, ruling!.observationId!])
      .then((rows) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(ruling).toEqual({
      decision: 'WITHDRAWN',
      value: null,
      note: 'Surat tugasnya\ncocok.',
      ruledBy: people.joko,
      observationId: replacement!.id,
      recordedAt: NOON,
    });
    expect(old).toMatchObject({ id: contested, value: '34.000000', withdrawn: false, supersedesId: null });
    expect(replacement).toMatchObject({
      supersedesId: contested,
      withdrawn: true,
      correctionReason: 'Surat tugasnya\ncocok.',
      note: 'Antrean panjang',
      observerId: people.dewi,
    });
  });

  it('counts with the value that the ruling gives, at the moment observed', async () => {
    await observe('95', onTime);
    const observedAt = new Date('2026-11-03T02:00:00Z');
    const contestId = await object(await observe('34', waiting, { observedAt }));
    await decide(contestId, { decision: 'AMENDED', value: '15.0' });
    expect((await scoreOf()).value).toBe('100.000000');
    const { ruling } = (await stores().contests.get(contestId))!;
    expect(ruling).toMatchObject({ decision: 'AMENDED', value: '15' });
    expect(await stores().observations.get(ruling!.observationId!)).toMatchObject({
      value: '15.000000',
      observedAt,
      withdrawn: false,
    });
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('moves the score also in a period that is closed, and makes what was confirmed stale', async () => {
    await measureAsExpected(pantau, 'sari');
    const [{ id }] = await sql('select id from observation where indicator_id = $1', [onTime]);
    await step(pantau, 'CLOSE');
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
    const contestId = await object(id);
    expect((await scoreOf(FINISHED)).value).toBe('100.000000');
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(2);
    expect(await decide(contestId, { decision: 'AMENDED', value: '99' })).toEqual({ id: contestId });
    expect((await scoreOf(FINISHED)).value).toBe('108.400000'); // 70 % of (60 × 120 + 40 × 100) / 100, 30 % of 100
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(3);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });
});

it('an objection that is rejected moves nothing', async () => {
  await observe('95', onTime);
  const contestId = await object(await observe());
  const rows = () =>
    sql(
      `select to_jsonb(s) as row from employee_score s union all select to_jsonb(u) from unit_score u
       union all select to_jsonb(o) from observation o union all select to_jsonb(m) from measurement m order by 1`,
    );
  const [before, beginning] = [await rows(), await head()];
  expect(await decide(contestId, { decision: 'REJECTED' })).toEqual({ id: contestId });
  expect(await rows()).toEqual(before);
  expect((await changesSince(beginning)).map(({ kind }) => kind)).toEqual(['ContestRuled']);
  expect((await stores().contests.get(contestId))!.ruling).toMatchObject({
    decision: 'REJECTED',
    observationId: null,
  });
});

describe('a ruling is refused', () => {
  it('with a code for each reason, and nothing is written', async () => {
    const contestId = await object(await observe());
    const amend = (value: string) => decide(contestId, { decision: 'AMENDED', value });
    const answers: Record<string, Answer> = {
      CONTEST_UNKNOWN: await decide(randomUUID()),
      RULER_UNKNOWN: await decide(contestId, { ruledBy: randomUUID() }),
      RULING_OWN: await decide(contestId, { ruledBy: people.sari }),
      RULING_BY_APPRAISER: await decide(contestId, { ruledBy: people.budi }),
      RULING_NOT_AUTHORITY: await decide(contestId, { ruledBy: people.dewi }),
      VALUE_NEEDED: await decide(contestId, { decision: 'AMENDED' }),
      VALUE_NOT_ALLOWED: await decide(contestId, { decision: 'REJECTED', value: '17' }),
      VALUE_NOT_DECIMAL: await amend('17,5'),
      VALUE_TOO_MANY_DIGITS: await amend('0.1234567'),
      VALUE_OUT_OF_RANGE: await amend('-1'),
      VALUE_UNCHANGED: await amend('34.0'),
      NOTE_TOO_LONG: await decide(contestId, { note: 'x'.repeat(2001) }),
      NOTE_UNREADABLE: await decide(contestId, { note: 'Suratnya \u202e cocok.' }),
      RULING_NOTE_MISSING: await decide(contestId, { note: 'cocok' }),
    };
    await sql(`update period set state = 'CONFIRMED' where code = $1`, [PERIOD]);
    answers['PERIOD_CONFIRMED'] = await decide(contestId);
    for (const [code, answer] of Object.entries(answers)) expect(answer).toEqual({ code });
    expect(await sql('select 1 from ruling')).toEqual([]);
    expect(await sql('select 1 from observation')).toHaveLength(1);
  });

  it('as VALUE_NOT_ON_SCALE, for behaviour', async () => {
    const [{ id }] = await sql(`select id from indicator where code = 'AKH-1'`);
    const contestId = await object(await observe('-1', id));
    expect(await decide(contestId, { decision: 'AMENDED', value: '0.5' })).toEqual({
      code: 'VALUE_NOT_ON_SCALE',
    });
    expect(await decide(contestId, { decision: 'AMENDED', value: '2' })).toEqual({
      code: 'VALUE_OUT_OF_RANGE',
    });
  });

  it('as RULER_UNKNOWN, by somebody who has left', async () => {
    await sql('update employee set active = false where id = $1', [people.joko]);
    expect(await decide(await object(await observe()))).toEqual({ code: 'RULER_UNKNOWN' });
  });

  it('as ALREADY_RULED, and of many at once all but one', async () => {
    await observe('95', onTime);
    const contestId = await object(await observe());
    const decisions = ['REJECTED', 'WITHDRAWN', 'AMENDED'] as const;
    const answers = await Promise.all(
      [...decisions, ...decisions].map((decision) =>
        decide(contestId, { decision, value: decision === 'AMENDED' ? '17' : null }),
      ),
    );
    expect(answers.filter(({ id }) => id !== undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'ALREADY_RULED')).toHaveLength(5);
    const { ruling } = (await stores().contests.get(contestId))!;
    const successors = await sql('select id from observation where supersedes_id is not null');
    expect(successors.map(({ id }) => id)).toEqual(
      ruling!.observationId === null ? [] : [ruling!.observationId],
    );
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });
});

describe('who rules', () => {
  it("is the superior of the appraiser on record today, whatever the observation's day", async () => {
    const observedAt = new Date('2026-11-02T02:00:00Z');
    const contestId = await object(await observe('34', waiting, { observedAt }));
    // From today on Dewi appraises Budi; a line of tomorrow is not yet one.
    await stores().service.report(
      [
        { employeeId: people.budi, appraiserId: people.dewi, startsOn: '2026-11-24' },
        { employeeId: people.budi, appraiserId: people.joko, startsOn: '2026-11-25' },
      ],
      { by: 'test', at: NOON },
    );
    expect(await decide(contestId)).toEqual({ code: 'RULING_NOT_AUTHORITY' });
    expect(await decide(contestId, { ruledBy: people.dewi })).toEqual({ id: contestId });
  });

  it('is anybody who has no part in it where none is on record', async () => {
    await stores().service.report([{ employeeId: people.budi, appraiserId: null, startsOn: '2026-11-01' }], {
      by: 'test',
      at: NOON,
    });
    const contestId = await object(await observe('34', waiting, { observerId: people.joko }));
    expect(await decide(contestId)).toEqual({ code: 'RULING_NOT_AUTHORITY' });
    expect(await decide(contestId, { ruledBy: people.budi })).toEqual({ code: 'RULING_BY_APPRAISER' });
    expect(await decide(contestId, { ruledBy: people.dewi })).toEqual({ id: contestId });
  });
});

describe('a correction meanwhile', () => {
  it('leaves nothing to uphold: the objection can only be rejected, and the new observation be contested', async () => {
    await observe('95', onTime);
    const contested = await observe();
    const contestId = await object(contested);
    const { id: corrected } = await correct(contested);
    expect(await decide(contestId)).toEqual({ code: 'ALREADY_CORRECTED' });
    expect(await decide(contestId, { decision: 'AMENDED', value: '17' })).toEqual({
      code: 'ALREADY_CORRECTED',
    });
    expect(await decide(contestId, { decision: 'REJECTED' })).toEqual({ id: contestId });
    const second = await object(corrected!);
    expect(await decide(second)).toEqual({ id: second });
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('at the same time as the objection comes before it or after it, never beside it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const contested = await observe(String(20 + round));
      const [objection, correction] = await Promise.all([
        contest(pantau, { observationId: contested, employeeId: people.sari }),
        correct(contested),
      ]);
      expect(correction).toEqual({ id: expect.any(String) });
      if (objection.id === undefined) expect(objection).toEqual({ code: 'ALREADY_CORRECTED' });
      else expect(await decide(objection.id)).toEqual({ code: 'ALREADY_CORRECTED' });
    }
  });

  it('at the same time as the ruling is refused, or refuses it: one observation takes the place of one', async () => {
    await observe('95', onTime);
    for (let round = 0; round < 8; round += 1) {
      const contested = await observe(String(20 + round));
      const contestId = await object(contested);
      const answers = await Promise.all([decide(contestId), correct(contested)]);
      expect(answers.filter(({ id }) => id !== undefined)).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'ALREADY_CORRECTED')).toHaveLength(1);
      expect(await sql('select 1 from observation where supersedes_id = $1', [contested])).toHaveLength(1);
    }
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });
});

it('no period is confirmed over an objection that comes at the same time', async () => {
  await step(pantau, 'CLOSE');
  await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
  for (const employeeId of [people.budi, people.dewi])
    await confirm(pantau, { employeeId, appraiserId: people.joko });
  await step(pantau, 'REOPEN', 'Ada catatan yang keliru.');
  const observationId = await observe('15', waiting, { observedAt: new Date('2026-09-10T02:00:00Z') });
  await step(pantau, 'CLOSE');
  await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
  const [confirmed, objection] = await Promise.all([
    step(pantau, 'CONFIRM'),
    contest(pantau, { observationId, employeeId: people.sari }),
  ]);
  const open = await stores().contests.openIn(FINISHED);
  expect([
    ['CONFIRM', 'PERIOD_CONFIRMED', 0],
    ['CONTESTS_OPEN', undefined, 1],
  ]).toContainEqual([confirmed, objection.code, open]);
});
