import { randomUUID } from 'node:crypto';
import {
  ContestObservationDocument,
  ObservationsDocument,
  ReportCountersDocument,
  type CounterReadingInput,
} from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { letServiceIn, signIn, signInChief, wireClientOf } from '../../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';
import { scoreDifferences } from '../../../testing/verify-scores.js';
import { createWireClient, type WireClient } from '../../../testing/wire-client.js';

const QUEUE = 'mesin antrean loket 2';

describe('counters of systems', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let machine: WireClient;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    machine = createWireClient(pantau.address, (await letServiceIn(pantau, REGION, ['COUNTERS'])).token);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from org_unit union all select code, id from indicator',
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterEach(async () => expect(await scoreDifferences(database.client)).toEqual([]));
  afterAll(async () => {
    await machine?.close();
    await pantau?.close();
    await database?.drop();
  });

  const reading = (id: string, changed: Partial<CounterReadingInput> = {}): CounterReadingInput => ({
    ...{ id, nip: NIPS.sari, indicator: 'ADM-03', value: '14', observedAt: '2026-11-24T04:00:00Z' },
    ...changed,
  });
  const report = async (
    items: CounterReadingInput[],
    {
      key = randomUUID(),
      source = QUEUE,
      by = machine,
    }: { key?: string; source?: string; by?: WireClient } = {},
  ) => {
    const { data, errors } = await by.send(ReportCountersDocument, {
      input: { region: REGION, key, source, items },
    });
    return data?.reportCounters ?? { __typename: 'None' as const, code: errors?.[0]?.extensions?.['code'] };
  };
  const outcomes = async (...sent: Parameters<typeof report>) => {
    const done = await report(...sent);
    if (done.__typename !== 'CountersReported') throw new Error(JSON.stringify(done));
    return done.results.map(({ id, outcome, code }) => [id, outcome, code]);
  };
  const rows = async (text: string, values: unknown[] = []) =>
    (await database.client.query(text, values)).rows;
  const told = async () =>
    rows(
      `select kind, count(*)::int as n from change_log where kind like '%Score%' group by kind order by kind`,
    );

  it('takes what is right, says of the rest who can mend it, and moves each score once', async () => {
    const before = await told();
    const done = await report([
      reading('a1'),
      reading('a2', { nip: null, employeeId: ids[NIPS.sari]!, value: '10' }),
      reading('a3', { nip: NIPS.dewi }),
      reading('b1', { nip: '199001152014021999' }),
      reading('b2', { indicator: 'NIX-01' }),
      reading('b3', { indicator: 'AKH-1' }),
      reading('b4', { value: 'many' }),
      reading('b5', { observedAt: '2026-11-25T04:00:00Z' }),
      reading('b6', { observedAt: '2020-01-01T04:00:00Z' }),
      reading('b7', { nip: null }),
      reading('b8', { employeeId: ids[NIPS.sari]! }),
      reading(' '),
      reading('a1', { value: '99' }),
      reading('a3', { nip: NIPS.dewi }),
    ]);
    if (done.__typename !== 'CountersReported') throw new Error(JSON.stringify(done));
    expect(
      done.results.map(({ id, outcome, code, field, mender }) => [id, outcome, code, field, mender]),
    ).toEqual([
      ['a1', 'TAKEN', null, null, null],
      ['a2', 'TAKEN', null, null, null],
      ['a3', 'TAKEN', null, null, null],
      ['b1', 'REFUSED', 'EMPLOYEE_UNKNOWN', 'employeeId', 'REGIONAL_HR'],
      ['b2', 'REFUSED', 'INDICATOR_UNKNOWN', 'indicator', 'UNIT_ADMIN'],
      ['b3', 'REFUSED', 'READING_BEHAVIOUR', 'indicator', 'SENDER'],
      ['b4', 'REFUSED', 'VALUE_NOT_DECIMAL', 'value', 'SENDER'],
      ['b5', 'REFUSED', 'OBSERVED_IN_FUTURE', 'observedAt', 'SENDER'],
      ['b6', 'REFUSED', 'PERIOD_UNKNOWN', 'observedAt', 'REGIONAL_HR'],
      ['b7', 'REFUSED', 'READING_SUBJECT', 'employeeId', 'SENDER'],
      ['b8', 'REFUSED', 'READING_SUBJECT', 'employeeId', 'SENDER'],
      [' ', 'REFUSED', 'READING_ID', 'id', 'SENDER'],
      ['a1', 'REFUSED', 'READING_CONFLICT', 'id', 'SENDER'],
      ['a3', 'REPLAYED', null, null, null],
    ]);
    expect(JSON.stringify(done)).not.toContain(NIPS.sari);
    // Two people of two units, whatever the number of readings; and the wall once.
    expect(await told()).toEqual(
      before.map(({ kind, n }) => ({ kind, n: n + (kind === 'EmployeeScoreChanged' ? 2 : 1) })),
    );
  });

  it('takes each reading once, however often and in whatever batch it comes', async () => {
    const key = randomUUID();
    const batch = [reading('c1'), reading('c2', { value: '11' })];
    expect(await outcomes(batch, { key })).toEqual([
      ['c1', 'TAKEN', null],
      ['c2', 'TAKEN', null],
    ]);
    expect(await report(batch, { key })).toMatchObject({ replayed: true });
    expect(await outcomes(batch.toReversed())).toEqual([
      ['c2', 'REPLAYED', null],
      ['c1', 'REPLAYED', null],
    ]);
    // The same moment and value, said otherwise.
    const said = {
      value: '14.000',
      observedAt: '2026-11-24T11:00:00+07:00',
      nip: null,
      employeeId: ids[NIPS.sari]!,
    };
    expect(await outcomes([reading('c1', said)])).toEqual([['c1', 'REPLAYED', null]]);
    expect(await outcomes([reading('c1', { value: '15' })])).toEqual([['c1', 'REFUSED', 'READING_CONFLICT']]);
    expect(await outcomes([reading('c1', { nip: NIPS.dewi })])).toEqual([
      ['c1', 'REFUSED', 'READING_CONFLICT'],
    ]);
    expect(await report([reading('c3')], { key })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    // Another system numbers its own.
    expect(await outcomes([reading('c1')], { source: 'adminduk' })).toEqual([['c1', 'TAKEN', null]]);
    const together = await Promise.all([1, 2, 3, 4].map(() => outcomes([reading('d1'), reading('d2')])));
    expect(together.flat().filter(([, outcome]) => outcome === 'TAKEN')).toHaveLength(2);
    expect(together.flat().filter(([, outcome]) => outcome === 'REPLAYED')).toHaveLength(6);
    await database.client.query(`update period set state = 'CLOSED' where code = $1`, [PERIOD]);
    expect(await outcomes([reading('c1'), reading('e1')])).toEqual([
      ['c1', 'REPLAYED', null],
      ['e1', 'REFUSED', 'PERIOD_CLOSED'],
    ]);
    await database.client.query(`update period set state = 'OPEN' where code = $1`, [PERIOD]);
  });

  it('shows the system where an observer would be, and the person can object', async () => {
    await report([reading('f1', { nip: NIPS.budi, value: '30' })]);
    const budi = wireClientOf(pantau, await signIn(pantau, REGION, { employeeId: ids[NIPS.budi]! }));
    const { data } = await budi.send(ObservationsDocument, { region: REGION, employee: ids[NIPS.budi]! });
    const { id } = data!.observations.edges[0]!.node;
    const ask = async (query: string) =>
      (
        await fetch(`${pantau.address}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${(await signIn(pantau, REGION, { employeeId: null, roles: [{ role: 'LEADERSHIP' }] })).token}`,
          },
          body: JSON.stringify({ query }),
        })
      ).json() as Promise<{ data: any }>;
    const shown = await ask(`{ observation(region: "${REGION}", id: "${id}") { source }
      explainScore(region: "${REGION}", employee: "${ids[NIPS.budi]}", period: "${PERIOD}") { nodes { kind sentence } } }`);
    expect(shown.data.observation).toEqual({ source: QUEUE });
    const listed = shown.data.explainScore.nodes.find(({ kind }: any) => kind === 'OBSERVATION');
    expect(listed.sentence).toContain(`(${QUEUE})`);
    const objection = await budi.send(ContestObservationDocument, {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: ids[NIPS.budi]!, observationId: id },
        ...{ reason: 'Mesin antrean rusak sejak pagi itu.', evidence: ['Berita acara kerusakan'] },
      },
    });
    expect(objection.data!.contestObservation.__typename).toBe('ContestOpened');
    await budi.close();
  });

  it('takes two hundred in one request, and no more', async () => {
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, n) =>
        reading(`g${from + n}`, { nip: Object.values(NIPS)[n % 4]!, value: String(n % 40) }),
      );
    const start = performance.now();
    const done = await outcomes(many(200, 0));
    const seconds = (performance.now() - start) / 1_000;
    if (process.env['PANTAU_FIGURES'] !== undefined)
      console.log(`${Math.round(200 / seconds)} readings a second`);
    expect(done.filter(([, outcome]) => outcome === 'TAKEN')).toHaveLength(200);
    expect(await report(many(201, 500))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await report([])).toMatchObject({ code: 'READINGS_NUMBER' });
    for (const source of ['', ' \n', 'x'.repeat(81), NIPS.sari, ids[NIPS.sari]!, 'mesin\u202e']) {
      expect(await report([reading('h1')], { source })).toMatchObject({ code: 'SOURCE_NAME' });
    }
  });

  it('is open to services that count, and tells of their own units alone', async () => {
    const chief = wireClientOf(pantau, await signInChief(pantau, REGION));
    expect(await report([reading('i1')], { by: chief })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await report([reading('i1')], { by: createWireClient(pantau.address) })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const { token } = await letServiceIn(pantau, REGION, ['COUNTERS'], [ids['35.78.26.1004']!]);
    const own = createWireClient(pantau.address, token);
    expect(await outcomes([reading('i1'), reading('i2', { nip: NIPS.dewi })], { by: own })).toEqual([
      ['i1', 'REFUSED', 'EMPLOYEE_UNKNOWN'],
      ['i2', 'TAKEN', null],
    ]);
    await Promise.all([chief, own].map((client) => client.close()));
  });
});
