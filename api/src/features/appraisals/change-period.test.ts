import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
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
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { scoreDifferences } from '../../testing/verify-scores.js';
import { correctObservation } from '../observations/correct-observation.js';
import { logObservation } from '../observations/log-observation.js';
import { withdrawObservation } from '../observations/withdraw-observation.js';
import { changePeriod } from './change-period.js';

const WHY = 'Ada catatan yang keliru.';

let pantau: SmallOffice;
let people: People;
let indicatorId: string;

beforeEach(async () => {
  pantau = await composeSmallOffice();
  people = await planFinishedQuarter(pantau);
  indicatorId = (await sql(`select id from indicator where code = 'ADM-03'`))[0].id;
});
afterEach(async () => {
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
const stores = () => openStores(pantau.orm.em.fork(), REGION, NOON);
const stateNow = async () => (await stores().indicators.period(FINISHED))!.state;

async function confirmEverybody(): Promise<void> {
  await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
  for (const employeeId of [people.budi, people.dewi]) {
    await confirm(pantau, { employeeId, appraiserId: people.joko });
  }
}

describe('a step with a period', () => {
  it('leads from state to state and is kept with its reason', async () => {
    expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
    await confirmEverybody();
    expect(await step(pantau, 'CONFIRM', ' Sudah diserahkan. ')).toBe('CONFIRM');
    expect(await step(pantau, 'REOPEN', WHY)).toBe('REOPEN');
    expect(await stateNow()).toBe('REOPENED');
    expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRM');
    expect(await stateNow()).toBe('CONFIRMED');
    const steps = await stores().indicators.periodChangesOf([FINISHED, PERIOD], 100);
    expect(steps.map(({ state, reason }) => [state, reason])).toEqual([
      ['CONFIRMED', null],
      ['CLOSED', null],
      ['REOPENED', WHY],
      ['CONFIRMED', 'Sudah diserahkan.'],
      ['CLOSED', null],
    ]);
    expect(steps[0]).toMatchObject({ periodCode: FINISHED, changedBy: COMMAND_LINE.id, recordedAt: NOON });
    expect(await stores().indicators.periodChangesOf([FINISHED], 2)).toEqual(steps.slice(0, 2));
    expect(
      await sql(`select payload from change_log where kind = 'PeriodChanged' order by log_offset`),
    ).toEqual(
      steps.toReversed().map(({ state, reason }) => ({ payload: { periodCode: FINISHED, state, reason } })),
    );
  });

  it('is refused with a code for each reason', async () => {
    expect(await step(pantau, 'CLOSE', null, '2019-Q1')).toBe('PERIOD_UNKNOWN');
    expect(await step(pantau, 'CLOSE', null, PERIOD)).toBe('PERIOD_NOT_OVER');
    expect(await step(pantau, 'CONFIRM')).toBe('PERIOD_STATE');
    expect(await step(pantau, 'CLOSE', 'a'.repeat(2001))).toBe('NOTE_TOO_LONG');
    expect(await step(pantau, 'CLOSE', 'tutup \u0000')).toBe('NOTE_UNREADABLE');
    await step(pantau, 'CLOSE');
    expect(await step(pantau, 'REOPEN', 'Keliru.')).toBe('REASON_MISSING');
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRMATIONS_MISSING');
    expect(await stores().indicators.periodChangesOf([FINISHED], 100)).toHaveLength(1);
    expect(await stateNow()).toBe('CLOSED');
  });

  it('confirms only what is confirmed of everybody and contested by nobody', async () => {
    await measureAsExpected(pantau, 'sari');
    await step(pantau, 'CLOSE');
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(3);
    await confirmEverybody();
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(0);
    const contestId = randomUUID();
    await sql(
      `insert into contest (region_code, id, observation_id, employee_id, period_code, indicator_id, reason, evidence,
         due_on, recorded_at, recorded_by)
       select region_code, $1, id, employee_id, period_code, indicator_id, 'Mesin antrean mati.', '{}', '2026-12-14',
         now(), 'test'
       from observation limit 1`,
      [contestId],
    );
    expect(await step(pantau, 'CONFIRM')).toBe('CONTESTS_OPEN');
    await sql(
      `insert into ruling (region_code, contest_id, decision, note, ruled_by, recorded_at, recorded_by)
       values ('${REGION}', $1, 'REJECTED', 'Sudah diperiksa.', $2, now(), 'test')`,
      [contestId, people.joko],
    );
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRM');

    await step(pantau, 'REOPEN', WHY);
    await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${NIPS.sari},ADM-03,8,2026-09-29 09:00\n`,
    });
    await step(pantau, 'CLOSE');
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(1);
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRMATIONS_MISSING');
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRM');
  });

  it('is taken once where it comes many times at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => step(pantau, 'CLOSE')));
    expect(answers.filter((answer) => answer === 'CLOSE')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'PERIOD_STATE')).toHaveLength(7);
    expect(await stores().indicators.periodChangesOf([FINISHED], 100)).toHaveLength(1);
  });
});

describe('a period that is being closed', () => {
  const command = (
    verb: 'logObservation' | 'correctObservation' | 'withdrawObservation' | 'changePeriod',
  ) => ({
    verb,
    actor: COMMAND_LINE,
    regionCode: REGION,
    key: randomUUID(),
    input: {},
  });
  const log = async (minute = 0, before: () => Promise<void> = async () => undefined) => {
    const done = await pantau.unitOfWork.run(command('logObservation'), async (tx) => {
      const verdict = await logObservation(tx, COMMAND_LINE, {
        employeeId: people.sari,
        indicatorId,
        value: '15',
        observedAt: new Date(Date.UTC(2026, 8, 1, 2, minute)),
        note: null,
        observerId: null,
        behaviour: null,
      });
      await before();
      return verdict;
    });
    return done.ok ? done.value.observationId : done.refusal.code;
  };
  const correct = async (observationId: string, observedAt = new Date('2026-09-02T03:00:00Z')) => {
    const done = await pantau.unitOfWork.run(command('correctObservation'), (tx) =>
      correctObservation(tx, COMMAND_LINE, {
        observationId,
        value: '12',
        observedAt,
        note: null,
        reason: WHY,
      }),
    );
    return done.ok ? done.value.observationId : done.refusal.code;
  };
  const withdraw = async (observationId: string) => {
    const done = await pantau.unitOfWork.run(command('withdrawObservation'), (tx) =>
      withdrawObservation(tx, COMMAND_LINE, { observationId, reason: WHY }),
    );
    return done.ok ? done.value.observationId : done.refusal.code;
  };
  const importOne = async () => {
    const { findings } = await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${NIPS.sari},ADM-01,91,2026-09-03 09:00\n`,
    });
    return findings[0]?.code ?? 'imported';
  };
  const importPlan = async () => {
    const { findings } = await importTexts(pantau, {
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NIPS.joko},ADM-01,${FINISHED},60,70,95,99\n`,
    });
    return findings[0]?.code ?? 'imported';
  };
  /** Whether something is still under way after what should be time enough. */
  const waits = async (what: Promise<unknown>) =>
    (await Promise.race([what.then(() => 'over'), wait(300, 'waits')])) === 'waits';

  it('waits for what is being recorded in it', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const logged = log(0, () => gate);
    await wait(100);
    const closing = step(pantau, 'CLOSE');
    expect(await waits(closing)).toBe(true);
    open();
    expect(await logged).toMatch(/^[0-9a-f-]{36}$/);
    expect(await closing).toBe('CLOSE');
  });

  it('lets nothing in that comes after it, however early it was asked for', async () => {
    const [first, second] = [await log(1), await log(2)];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const input = { periodCode: FINISHED, change: 'CLOSE', reason: null } as const;
    const closing = pantau.unitOfWork.run(command('changePeriod'), async (tx) => {
      const verdict = await changePeriod(tx, COMMAND_LINE, input);
      await gate;
      return verdict;
    });
    await wait(100);
    const late = [log(3), correct(first), withdraw(second), importOne(), importPlan()];
    expect(await waits(Promise.race(late))).toBe(true);
    open();
    expect((await closing).ok).toBe(true);
    expect(await Promise.all(late)).toEqual(Array.from({ length: 5 }, () => 'PERIOD_CLOSED'));
  });

  it('is closed to corrections that lead out of it or into it', async () => {
    const periodOf = async (id: string) => (await stores().observations.get(id))?.periodCode;
    const moved = await correct(await log(1), NOON);
    expect(await periodOf(moved)).toBe(PERIOD);
    const back = await correct(moved);
    expect(await periodOf(back)).toBe(FINISHED);
    const away = await correct(await log(2), NOON);
    await step(pantau, 'CLOSE');
    expect(await correct(back, NOON)).toBe('PERIOD_CLOSED');
    expect(await correct(away)).toBe('PERIOD_CLOSED');
  });

  it('lets other periods go on', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const closing = pantau.unitOfWork.run(command('changePeriod'), async (tx) => {
      const verdict = await changePeriod(tx, COMMAND_LINE, {
        periodCode: FINISHED,
        change: 'CLOSE',
        reason: null,
      });
      await gate;
      return verdict;
    });
    await wait(100);
    const done = await pantau.unitOfWork.run(command('logObservation'), (tx) =>
      logObservation(tx, COMMAND_LINE, {
        employeeId: people.sari,
        indicatorId,
        value: '15',
        observedAt: NOON,
        note: null,
        observerId: null,
        behaviour: null,
      }),
    );
    expect(done.ok).toBe(true);
    open();
    await closing;
  });

  it('lets those who record go on side by side', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const held = pantau.unitOfWork.run(command('logObservation'), async (tx) => {
      await tx.indicators.holdPeriods({ codes: [FINISHED] });
      await gate;
      return { ok: true, value: {}, facts: [] };
    });
    await wait(100);
    expect(await log()).toMatch(/^[0-9a-f-]{36}$/);
    open();
    await held;
  });

  it('takes each of many observations before it or not at all', async () => {
    let taken = 0;
    let refused = 0;
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 21 }, async (_, n) => {
          if (n !== 10) return log(round * 60 + n);
          await wait(round * 5);
          return step(pantau, 'CLOSE');
        }),
      );
      expect(answers[10]).toBe('CLOSE');
      taken += answers.filter((answer) => /^[0-9a-f-]{36}$/.test(answer)).length;
      refused += answers.filter((answer) => answer === 'PERIOD_CLOSED').length;
      if (round < 3) await step(pantau, 'REOPEN', WHY);
    }
    expect(taken + refused).toBe(80);
    // Offsets are in the order of the commits: between a closing and the next opening there is no observation.
    const changes = await sql(
      `select kind, payload ->> 'state' as state from change_log
       where kind in ('ObservationLogged', 'PeriodChanged') order by log_offset`,
    );
    let closed = false;
    for (const { kind, state } of changes) {
      if (kind === 'PeriodChanged') closed = state === 'CLOSED';
      else expect(closed).toBe(false);
    }
    expect(changes.filter(({ kind }) => kind === 'ObservationLogged')).toHaveLength(taken);
    expect(await sql(`select id from observation where period_code = '${FINISHED}'`)).toHaveLength(taken);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });
});
