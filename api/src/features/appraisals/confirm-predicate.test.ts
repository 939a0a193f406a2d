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
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { confirmPredicate } from './confirm-predicate.js';

describe('confirming a predicate', () => {
  let pantau: SmallOffice;
  let people: People;

  beforeEach(async () => {
    pantau = await composeSmallOffice();
    people = await planFinishedQuarter(pantau);
  });
  afterEach(async () => {
    await pantau?.close();
  });

  const sql = async (text: string, values: unknown[] = []) =>
    (await pantau.database.client.query(text, values)).rows;
  const stores = () => openStores(pantau.orm.em.fork(), REGION, NOON);
  const ofSari = () => ({ employeeId: people.sari, appraiserId: people.budi });
  const versions = () =>
    stores().confirmations.historyOf([{ employeeId: people.sari, periodCode: FINISHED }], 20);
  const confirmed = () => sql(`select payload from change_log where kind = 'PredicateConfirmed'`);

  /** An objection to one of Sari's observations; gives its id. */
  const contest = async () => {
    const id = randomUUID();
    await sql(
      `insert into contest (region_code, id, observation_id, employee_id, period_code, indicator_id, reason, evidence,
         due_on, recorded_at, recorded_by)
       select region_code, $1, id, employee_id, period_code, indicator_id, 'Mesin antrean mati pada hari itu.', '{}',
         '2026-12-14', now(), 'test'
       from observation where employee_id = $2 limit 1`,
      [id, people.sari],
    );
    return id;
  };
  const rejectContest = (id: string) =>
    sql(
      `insert into ruling (region_code, contest_id, decision, note, ruled_by, recorded_at, recorded_by)
       values ('${REGION}', $1, 'REJECTED', 'Catatan mesin sudah diperiksa.', $2, now(), 'test')`,
      [id, people.joko],
    );

  it('keeps the verdict of the appraiser beside what the system proposed', async () => {
    await measureAsExpected(pantau, 'sari');
    await step(pantau, 'CLOSE');
    const { id } = await confirm(pantau, {
      ...ofSari(),
      workResult: 'ABOVE',
      behaviour: 'BELOW',
      note: '  Loket tertib, sikap keras.  ',
    });
    expect(await versions()).toEqual([
      {
        id,
        employeeId: people.sari,
        periodCode: FINISHED,
        workRating: 'ABOVE',
        behaviourRating: 'BELOW',
        predicate: 'KURANG',
        note: 'Loket tertib, sikap keras.',
        appraiserId: people.budi,
        proposed: 'BAIK',
        proposedWorkRating: 'MEETS',
        proposedBehaviourRating: 'MEETS',
        scoreValue: '100',
        policyVersion: '2026-1',
        recordedAt: NOON,
        recordedBy: COMMAND_LINE.id,
        superseded: false,
        stale: false,
      },
    ]);
    expect(await sql('select recorded_by, supersedes_id from confirmation')).toEqual([
      { recorded_by: COMMAND_LINE.id, supersedes_id: null },
    ]);
    expect(await confirmed()).toEqual([
      {
        payload: {
          confirmationId: id,
          employeeId: people.sari,
          periodCode: FINISHED,
          predicate: 'KURANG',
          policyVersion: '2026-1',
        },
      },
    ]);
  });

  it('is open to an appraiser also where the system had too little data to propose anything', async () => {
    await step(pantau, 'CLOSE');
    await confirm(pantau, ofSari());
    expect(await versions()).toMatchObject([
      { predicate: 'BAIK', proposed: null, proposedWorkRating: null, scoreValue: null, stale: false },
    ]);
  });

  it('is refused with a code for each reason', async () => {
    const nobody = randomUUID();
    expect(await confirm(pantau, ofSari())).toEqual({ code: 'PERIOD_NOT_CLOSED' });
    await measureAsExpected(pantau, 'sari');
    const contestId = await contest();
    await step(pantau, 'CLOSE');
    const refusals = async (changes: Record<string, object>) => {
      for (const [code, change] of Object.entries(changes)) {
        expect([code, await confirm(pantau, { ...ofSari(), ...change })]).toEqual([code, { code }]);
      }
    };
    await refusals({
      EMPLOYEE_UNKNOWN: { employeeId: nobody },
      PERIOD_UNKNOWN: { periodCode: '2019-Q1' },
      NO_PLAN: { employeeId: people.joko, appraiserId: people.budi },
      OWN_CONFIRMATION: { appraiserId: people.sari },
      NOT_THE_APPRAISER: { appraiserId: people.joko },
      CONTESTS_OPEN: {},
    });
    expect(await confirm(pantau, { ...ofSari(), appraiserId: nobody })).toEqual({
      code: 'NOT_THE_APPRAISER',
    });
    await rejectContest(contestId);
    await refusals({
      NOTE_MISSING: { note: 'Baik.' },
      NOTE_TOO_LONG: { note: 'a'.repeat(2001) },
      NOTE_UNREADABLE: { note: 'Sesuai \u202e yang disepakati.' },
    });
    expect(await confirm(pantau, ofSari())).toHaveProperty('id');
    await refusals({ ALREADY_CONFIRMED: {} });
    for (const who of [people.budi, people.dewi]) {
      expect(await confirm(pantau, { employeeId: who, appraiserId: people.joko })).toHaveProperty('id');
    }
    await step(pantau, 'CONFIRM');
    await refusals({ PERIOD_CONFIRMED: {} });
    expect(await confirmed()).toHaveLength(3);
  });

  it('looks at who was the appraiser on the last day of the period, not at who is today', async () => {
    await stores().service.report(
      [
        { employeeId: people.sari, appraiserId: people.dewi, startsOn: '2026-09-30' },
        { employeeId: people.sari, appraiserId: people.joko, startsOn: '2026-10-01' },
      ],
      { by: 'test', at: NOON },
    );
    await step(pantau, 'CLOSE');
    const code = 'NOT_THE_APPRAISER';
    expect(await confirm(pantau, ofSari())).toEqual({ code });
    expect(await confirm(pantau, { ...ofSari(), appraiserId: people.joko })).toEqual({ code });
    expect(await confirm(pantau, { ...ofSari(), appraiserId: people.dewi })).toHaveProperty('id');
  });

  it('is asked for anew once the score moved, and both versions stay', async () => {
    await measureAsExpected(pantau, 'sari');
    await step(pantau, 'CLOSE');
    const { id: first } = await confirm(pantau, ofSari());
    await step(pantau, 'REOPEN', 'Ada catatan yang keliru.');
    expect(await versions()).toMatchObject([{ id: first, stale: false }]);
    await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${NIPS.sari},ADM-03,8,2026-09-29 09:00\n`,
    });
    expect(await versions()).toMatchObject([{ id: first, stale: true, scoreValue: '100' }]);
    await step(pantau, 'CLOSE');
    const { id: second } = await confirm(pantau, { ...ofSari(), workResult: 'ABOVE' });
    expect(await versions()).toMatchObject([
      { id: second, stale: false, superseded: false, workRating: 'ABOVE', proposedWorkRating: 'MEETS' },
      { id: first, stale: true, superseded: true, workRating: 'MEETS', scoreValue: '100' },
    ]);
    expect(await confirm(pantau, ofSari())).toEqual({ code: 'ALREADY_CONFIRMED' });
    expect(
      await stores().confirmations.historyOf([{ employeeId: people.sari, periodCode: FINISHED }], 1),
    ).toEqual((await versions()).slice(0, 1));
    expect(await sql('select supersedes_id from confirmation order by id')).toEqual([
      { supersedes_id: null },
      { supersedes_id: first },
    ]);
  });

  it.each([
    ['value', `value = value + 0.000001`],
    ['proposal', `predicate = 'KURANG'`],
    ['rating of the work', `work_rating = 'ABOVE'`],
    ['rating of the behaviour', `behaviour_rating = 'ABOVE'`],
    ['policy', `policy_version = '2027-1'`],
  ])('is stale where the %s is another', async (_what, change) => {
    await measureAsExpected(pantau, 'sari');
    await step(pantau, 'CLOSE');
    await confirm(pantau, ofSari());
    await sql(`update employee_score set ${change} where employee_id = $1 and period_code = $2`, [
      people.sari,
      FINISHED,
    ]);
    expect(await versions()).toMatchObject([{ stale: true }]);
    expect(await stores().confirmations.unconfirmedIn(FINISHED)).toBe(3);
  });

  it('has one effect where it comes twice at the same time', async () => {
    await step(pantau, 'CLOSE');
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const input = {
      ...ofSari(),
      periodCode: FINISHED,
      workResult: 'ABOVE',
      behaviour: 'MEETS',
      note: 'Sesuai yang disepakati.',
    } as const;
    const first = pantau.unitOfWork.run(
      { verb: 'confirmPredicate', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
      async (tx) => {
        const verdict = await confirmPredicate(tx, COMMAND_LINE, input);
        await gate;
        return verdict;
      },
    );
    await wait(100);
    const second = confirm(pantau, ofSari());
    // Another person's verdict does not wait.
    expect(await confirm(pantau, { employeeId: people.dewi, appraiserId: people.joko })).toHaveProperty('id');
    expect(await Promise.race([second, wait(300, 'waits')])).toBe('waits');
    open();
    expect((await first).ok).toBe(true);
    expect(await second).toEqual({ code: 'ALREADY_CONFIRMED' });
    expect(await versions()).toMatchObject([{ workRating: 'ABOVE' }]);
  });

  it('never rewrites what was confirmed', async () => {
    await step(pantau, 'CLOSE');
    await confirm(pantau, ofSari());
    await expect(sql(`update confirmation set predicate = 'SANGAT_BAIK'`)).rejects.toThrow('append-only');
    await expect(sql('delete from confirmation')).rejects.toThrow('append-only');
  });
});
