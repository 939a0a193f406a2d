import { randomUUID } from 'node:crypto';
import { openStores } from '../../app/stores.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import { contest, log, rule, type Answer } from '../../testing/objections.js';
import {
  composeSmallOffice,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { correctObservation } from '../observations/correct-observation.js';
import { setCalendarDay } from '../employees/set-calendar-day.js';
import { withdrawObservation } from '../observations/withdraw-observation.js';

/** Tuesday 24 November 2026, until a test moves it on. */
let now = NOON;
let pantau: SmallOffice;
let ids: Record<string, string>;

beforeEach(async () => {
  now = NOON;
  pantau = await composeSmallOffice(() => now);
  const rows = await sql('select nip as name, id from employee union all select code, id from indicator');
  ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
});
afterEach(async () => {
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
const stores = () => openStores(pantau.orm.em.fork(), REGION, now);
const observe = (value = '34') =>
  log(pantau, { employeeId: ids[NIPS.sari]!, indicatorId: ids['ADM-03']!, value });
const object = (observationId: string, said: Partial<Parameters<typeof contest>[1]> = {}) =>
  contest(pantau, { observationId, employeeId: ids[NIPS.sari]!, ...said });
const command = (verb: 'correctObservation' | 'withdrawObservation' | 'setCalendarDay') => ({
  ...{ verb, actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input: {} },
});
const setDay = (day: string, working: boolean) =>
  pantau.unitOfWork.run(command('setCalendarDay'), (tx) =>
    setCalendarDay(tx, COMMAND_LINE, { day, working, name: 'Cuti bersama' }),
  );
const correct = async (observationId: string) => {
  const done = await pantau.unitOfWork.run(command('correctObservation'), (tx) =>
    correctObservation(tx, COMMAND_LINE, {
      observationId,
      value: '17',
      observedAt: NOON,
      note: null,
      reason: 'Salah baca layar.',
    }),
  );
  return done.ok ? done.value.observationId : done.refusal.code;
};
const withdraw = async (observationId: string) => {
  const done = await pantau.unitOfWork.run(command('withdrawObservation'), (tx) =>
    withdrawObservation(tx, COMMAND_LINE, { observationId, reason: 'Salah orang.' }),
  );
  return done.ok ? done.value.observationId : done.refusal.code;
};

it('is recorded as it was said, moves no score and is told to everybody', async () => {
  const observationId = await observe();
  const scores = () => sql('select * from employee_score order by employee_id, period_code');
  const before = await scores();
  const { id } = await object(observationId, {
    reason: '  Saya dinas lapangan\r\npada jam itu. ',
    evidence: ['Surat tugas 094/211/2026', '  ', 'Foto kegiatan'],
  });
  expect(await stores().contests.get(id!)).toEqual({
    id,
    observationId,
    employeeId: ids[NIPS.sari],
    periodCode: PERIOD,
    indicatorId: ids['ADM-03'],
    reason: 'Saya dinas lapangan\npada jam itu.',
    evidence: ['Surat tugas 094/211/2026', 'Foto kegiatan'],
    dueOn: '2026-12-14',
    recordedAt: NOON,
    ruling: null,
  });
  expect(await scores()).toEqual(before);
  const [change] = await sql(
    'select kind, subject_id, payload from change_log order by log_offset desc limit 1',
  );
  expect(change).toEqual({
    kind: 'ContestOpened',
    subject_id: id,
    payload: { contestId: id, observationId, employeeId: ids[NIPS.sari], periodCode: PERIOD },
  });
});

describe('is refused', () => {
  it('with a code for each reason, and nothing is written', async () => {
    const observation = await observe();
    const first = await observe();
    await correct(first);
    const answers: Record<string, Answer> = {
      OBSERVATION_UNKNOWN: await object(randomUUID()),
      CONTEST_NOT_OWN: await object(observation, { employeeId: ids[NIPS.budi]! }),
      ALREADY_CORRECTED: await object(first),
      ALREADY_WITHDRAWN: await object(await withdraw(await observe())),
      NOTE_TOO_LONG: await object(observation, { reason: 'x'.repeat(2001) }),
      NOTE_UNREADABLE: await object(observation, { reason: 'Saya dinas lapangan \u202e jam itu.' }),
      CONTEST_REASON_MISSING: await object(observation, { reason: 'tidak benar' }),
      EVIDENCE_TOO_MUCH: await object(observation, { evidence: Array(11).fill('Foto') }),
      EVIDENCE_TOO_LONG: await object(observation, { evidence: ['x'.repeat(301)] }),
      EVIDENCE_UNREADABLE: await object(observation, { evidence: ['a\u0000b'] }),
    };
    now = new Date('2026-12-14T17:00:00Z'); // midnight in Surabaya
    answers['CONTEST_TOO_LATE'] = await object(observation);
    await sql(`update period set state = 'CONFIRMED'`);
    answers['PERIOD_CONFIRMED'] = await object(observation);
    for (const [code, answer] of Object.entries(answers)) expect(answer).toEqual({ code });
    expect(await sql('select 1 from contest')).toEqual([]);
    expect(await sql(`select 1 from change_log where kind = 'ContestOpened'`)).toEqual([]);
  });

  it('as ALREADY_CONTESTED, while it is open, after its ruling, and of many at once all but one', async () => {
    const observation = await observe();
    const answers = await Promise.all(Array.from({ length: 6 }, () => object(observation)));
    expect(answers.filter(({ code }) => code === 'ALREADY_CONTESTED')).toHaveLength(5);
    const contestId = answers.find(({ id }) => id !== undefined)!.id!;
    expect(await object(observation)).toEqual({ code: 'ALREADY_CONTESTED' });
    await rule(pantau, { contestId, ruledBy: ids[NIPS.joko]!, decision: 'REJECTED' });
    expect(await object(observation)).toEqual({ code: 'ALREADY_CONTESTED' });
    expect(await sql('select 1 from contest')).toHaveLength(1);
  });
});

describe('the last day', () => {
  it('is fourteen working days after the observation was recorded, and inside', async () => {
    const observation = await observe();
    now = new Date('2026-12-14T16:59:00Z'); // a minute to midnight in Surabaya
    const { id } = await object(observation);
    // The ruling's own fourteen count from the objection: with Christmas, New Year and Isra Mikraj (5 January) off.
    expect((await stores().contests.get(id!))!.dueOn).toBe('2027-01-06');
  });

  it('of the ruling passes over weekends, national holidays and the days of the region', async () => {
    const first = await observe();
    await setDay('2026-12-07', false);
    await setDay('2026-12-08', false);
    const one = await stores().contests.get((await object(first)).id!);
    expect(one!.dueOn).toBe('2026-12-16');

    // Friday 11 December: fourteen working days, with Christmas and New Year off, end on Monday 4 January.
    now = new Date('2026-12-11T03:00:00Z');
    const second = await observe();
    const two = await stores().contests.get((await object(second)).id!);
    expect(two!.dueOn).toBe('2027-01-04');

    // The region works on Christmas.
    await setDay('2026-12-25', true);
    const third = await observe();
    expect((await stores().contests.get((await object(third)).id!))!.dueOn).toBe('2026-12-31');
  });

  it('moves with the days of the region, and counts from the correction where there is one', async () => {
    const observation = await observe();
    await setDay('2026-12-14', false);
    now = new Date('2026-12-15T03:00:00Z');
    expect(await object(observation)).toEqual({ id: expect.any(String) });
    const late = await observe();
    now = new Date('2027-01-20T03:00:00Z');
    expect(await object(late)).toEqual({ code: 'CONTEST_TOO_LATE' });
    expect(await object(await correct(late))).toEqual({ id: expect.any(String) });
  });

  it('counts every day where the policy says so', async () => {
    await sql('alter table scoring_policy disable trigger user');
    await sql(
      `update scoring_policy set version = '2026-kalender',
         numbers = jsonb_set(numbers, '{contest}', '{"days": 3, "calendar": "CALENDAR"}')`,
    );
    const observation = await observe();
    const { id } = await object(observation);
    expect((await stores().contests.get(id!))!.dueOn).toBe('2026-11-27');
    const other = await observe();
    now = new Date('2026-11-28T03:00:00Z');
    expect(await object(other)).toEqual({ code: 'CONTEST_TOO_LATE' });
  });
});
