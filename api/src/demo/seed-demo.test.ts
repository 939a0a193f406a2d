import { TEST_SECRET } from '../testing/test-secret.js';
import { compose, type Pantau } from '../app/compose.js';
import { openStores } from '../app/stores.js';
import { changePeriod } from '../features/appraisals/change-period.js';
import { summariseFeedback } from '../domain/feedback/summarise-feedback.js';
import { ifUpheld } from '../features/contests/if-upheld.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { createLogger } from '../platform/logger.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { DEMO_REGION, seedDemo } from './seed-demo.js';
import { stableKey } from './stable-key.js';
import { ACTING, APPRAISER, ON_LEAVE, TRANSFERRED } from './stories.js';

describe('the demo', () => {
  let database: TestDatabase;
  let pantau: Pantau;
  let now = new Date('2026-11-24T09:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await compose({
      secret: TEST_SECRET,
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
    expect(await seedDemo(pantau, now)).toBeGreaterThan(8_000);
    const { rows } = await database.client.query(
      `select u.name, s.score_total / nullif(s.scored_days, 0) as value, s.coverage_total / s.days as coverage
       from unit_score s join org_unit u on u.id = s.unit_id where s.period_code = '2026-Q4'`,
    );
    const units = new Map(
      rows.map(({ name, value, coverage }) => [name, { value: Number(value), coverage: Number(coverage) }]),
    );
    expect(units.get('Kalisari')!.coverage).toBeLessThan(0.6);
    expect(units.get('Dukuh Sutorejo')!.value).toBeGreaterThan(110);
    expect(units.get('Kejawan Putih Tambak')!.value).toBeLessThan(90);
    expect(await scoreDifferences(database.client)).toEqual([]);
  }, 180_000);

  it('proposes a predicate for most people in the quarter that is open and in the one before, mostly Baik', async () => {
    const { rows } = await database.client.query(
      `select period_code, count(*)::int as people, count(predicate)::int as proposed,
         count(*) filter (where predicate = 'BAIK')::int as good,
         count(*) filter (where predicate in ('KURANG', 'SANGAT_KURANG'))::int as poor
       from employee_score group by period_code order by period_code`,
    );
    expect(rows.map(({ period_code }) => period_code)).toEqual(['2026-Q3', '2026-Q4']);
    for (const { people, proposed, good, poor } of rows) {
      expect(people).toBe(92);
      expect(proposed).toBeGreaterThan(75);
      expect(good / proposed).toBeGreaterThan(0.6);
      expect(poor).toBeLessThan(3);
    }
  });

  it('counts people where they served: one who was transferred, one who acts, one on leave', async () => {
    const { rows } = await database.client.query(
      `select e.nip, u.name, p.days from placement p
       join employee e on e.region_code = p.region_code and e.id = p.employee_id
       join org_unit u on u.region_code = p.region_code and u.id = p.unit_id
       where p.period_code = '2026-Q4' and e.nip = any($1::text[]) order by u.name`,
      [[TRANSFERRED.nip, ACTING.nip, ON_LEAVE.nip]],
    );
    const of = (nip: string) => rows.filter((row) => row.nip === nip).map(({ name, days }) => [name, days]);
    // The quarter begins on 1 October and the transfer was on the 15th.
    expect(of(TRANSFERRED.nip)).toEqual([
      ['Manyar Sabrangan', 14],
      ['Mulyorejo', 78],
    ]);
    expect(of(ACTING.nip)).toEqual([['Kejawan Putih Tambak', 92]]);
    // From 29 November on.
    expect(of(ON_LEAVE.nip)).toEqual([['Kalijudan', 33]]);
  });

  const periods = async () =>
    (await database.client.query(`select code, state from period order by code`)).rows.map(
      ({ code, state }) => `${code} ${state}`,
    );

  it('closes the quarter that is over and leaves the one of today open', async () => {
    expect(await periods()).toEqual(['2026-Q3 CLOSED', '2026-Q4 OPEN']);
  });

  it('has its appraisers confirm the quarter that is over, one of them otherwise than proposed; one has yet to', async () => {
    const confirmed = await one(
      `select count(*)::int as people, count(distinct c.appraiser_id)::int as appraisers,
         count(*) filter (where c.predicate <> c.proposed)::int as otherwise,
         count(*) filter (where a.nip = '${APPRAISER}')::int as by_the_one
       from confirmation c join employee a on a.region_code = c.region_code and a.id = c.appraiser_id
       where c.period_code = '2026-Q3'`,
    );
    expect(confirmed).toEqual({ people: 80, appraisers: 11, otherwise: 1, by_the_one: 0 });
  });

  it('has one objection that waits for its ruling and would raise the score', async () => {
    const stores = openStores(pantau.orm.em.fork(), DEMO_REGION, now);
    const contests = await stores.contests.page(
      { periodCode: null, employeeId: null, openOnly: false },
      null,
      10,
    );
    expect(contests).toHaveLength(1);
    expect(contests[0]).toMatchObject({ periodCode: '2026-Q4', ruling: null });
    const [whatIf] = (await ifUpheld(stores, contests)).values();
    const [before, after] = [whatIf!.now.value!, whatIf!.upheld.value!].map((value) => Number(value) / 1e6);
    expect(after! - before!).toBeGreaterThan(0.5);
  });

  it('adds nothing when it is started again at once', async () => {
    const changes = `select count(*) from change_log`;
    const before = await one(changes);
    expect(await seedDemo(pantau, now)).toBe(0);
    expect(await one(changes)).toEqual(before);
  });

  it('has citizens complain once, and their names apart from it', async () => {
    const complained = await one(
      `select count(*)::int as all, count(distinct class)::int as classes, count(answered_at)::int as answered,
         (select count(*)::int from complainant) as names from complaint`,
    );
    expect(complained).toEqual({ all: 6, classes: 5, answered: 1, names: 4 });
  });

  it('has citizens rate counters once: one unit with an index, one that too few rated, some that wait', async () => {
    const stores = openStores(pantau.orm.em.fork(), DEMO_REGION, now);
    const [kalijudan, office] = await stores.units.byCodes(['35.78.26.1006', '35.78.26']);
    const of = async (unit: typeof kalijudan) =>
      stores.feedback.tally(unit!.id, '2026-01-01', '2099-12-31').then((tally) => ({
        ...{ counted: tally.counted, waiting: tally.waiting },
        index: summariseFeedback(tally).index !== null,
      }));
    const told = [await of(kalijudan), await of(office)].toSorted((a, b) => b.counted - a.counted);
    expect(told).toEqual([
      { counted: 27, waiting: 3, index: true },
      { counted: 4, waiting: 0, index: false },
    ]);
    expect(await one('select count(*)::int as contacts from feedback_contact')).toEqual({ contacts: 1 });
  });

  const sessions = async () =>
    (
      await database.client.query(
        `select r.name, s.held_on::text as day, s.phase from forum_session s
         join forum_series r on r.region_code = s.region_code and r.id = s.series_id order by r.name, s.held_on`,
      )
    ).rows.map(({ name, day, phase }) => `${name.split(' ').at(-1)} ${day} ${phase}`);

  it('has forums that met and signed what they agreed, and one that meets today', async () => {
    expect(await sessions()).toEqual([
      ...['Kalijudan 2026-09-29 SIGNED', 'Kalijudan 2026-10-27 SIGNED', 'Kalijudan 2026-12-06 PLANNED'],
      ...['Tambak 2026-10-06 SIGNED', 'Tambak 2026-11-03 SIGNED', 'Tambak 2026-11-24 PLANNED'],
      ...['Sutorejo 2026-11-17 SIGNED', 'Sutorejo 2026-12-01 PLANNED'],
    ]);
  });

  it('has promises that were kept, kept late, given up, are open, and one that escalated', async () => {
    const { rows } = await database.client.query(
      `select state, settled_on > due_on as late, escalated, count(*)::int as count from commitment
       group by 1, 2, 3 order by 1, 2, 3`,
    );
    expect(rows).toEqual([
      { state: 'CANNOT', late: false, escalated: 0, count: 1 },
      { state: 'DONE', late: false, escalated: 0, count: 2 },
      { state: 'DONE', late: true, escalated: 0, count: 1 },
      { state: 'PROMISED', late: null, escalated: 0, count: 4 },
      { state: 'STARTED', late: null, escalated: 2, count: 1 },
    ]);
    const lamp = await one(`select text from commitment where escalated = 2`);
    expect(lamp.text).toContain('Lampu jalan RW 3');
  });

  it('leaves a quarter open that somebody opened again', async () => {
    const input = { periodCode: '2026-Q3', change: 'REOPEN', reason: 'Register terlambat masuk' } as const;
    await pantau.unitOfWork.run(
      {
        verb: 'changePeriod',
        actor: COMMAND_LINE,
        regionCode: DEMO_REGION,
        key: stableKey('again'),
        input,
      },
      (tx) => changePeriod(tx, COMMAND_LINE, input),
    );
    await seedDemo(pantau, now);
    expect(await periods()).toEqual(['2026-Q3 REOPENED', '2026-Q4 OPEN']);
  });

  it('catches up with the calendar over the end of a quarter, and leaves alone what somebody changed', async () => {
    await database.client.query(
      `update employee set position_title = 'Diubah orang' where position_title = 'Camat'`,
    );
    now = new Date('2027-01-20T09:00:00Z');
    expect(await seedDemo(pantau, now)).toBeGreaterThan(2_000);
    expect(await periods()).toEqual(['2026-Q3 REOPENED', '2026-Q4 CLOSED', '2027-Q1 OPEN']);
    expect((await one(`select count(*) from contest`)).count).toBe('1');
    expect((await sessions()).filter((row) => row.endsWith('PLANNED'))).toEqual([
      ...['Kalijudan 2027-02-01 PLANNED', 'Tambak 2027-01-20 PLANNED', 'Sutorejo 2027-01-27 PLANNED'],
    ]);
    expect((await one(`select count(*) from employee where position_title = 'Diubah orang'`)).count).toBe(
      '1',
    );
    expect(await scoreDifferences(database.client)).toEqual([]);
  });
});
