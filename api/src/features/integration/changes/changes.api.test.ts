import { ChangesDocument, type ChangesQuery, type ChangesQueryVariables } from '@pantau/schema';
import { appendChanges, writeChange } from '../../../platform/changes/change-log.js';
import { sqlOf } from '../../../platform/database/sql.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
  type People,
} from '../../../testing/finished-quarter.js';
import { contest, log, rule } from '../../../testing/objections.js';
import { bearer, letServiceIn, signIn, type LetIn, type SignedIn } from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';

type Change = ChangesQuery['changes']['changes'][number];

let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let people: People;
let adm01: string;
const units: Record<string, string> = {};
/** Tokens for everything, and for Kalijudan alone. */
let hr: LetIn;
let kalijudan: LetIn;
let sari: SignedIn;

const later = (minutes = 1) => (now = new Date(now.getTime() + minutes * 60_000));

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  people = await planFinishedQuarter({ ...pantau, database });
  const rows = await database.client.query(
    'select code, id from org_unit union all select code, id from indicator',
  );
  for (const { code, id } of rows.rows) units[code] = id;
  adm01 = units['ADM-01']!;
  hr = await letServiceIn(pantau, REGION, ['PEOPLE', 'SCORES', 'PREDICATES']);
  kalijudan = await letServiceIn(
    pantau,
    REGION,
    ['PEOPLE', 'SCORES', 'PREDICATES'],
    [units['35.78.26.1006']!],
  );
  sari = await signIn(pantau, REGION, { employeeId: people.sari });
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

async function ask(who: LetIn | SignedIn, query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(who) },
    body: JSON.stringify({ query, variables: { region: REGION, ...variables } }),
  });
  return response.json();
}
const { print } = await import('graphql');
const CHANGES = print(ChangesDocument);
const pull = (who: LetIn | SignedIn, variables: Partial<ChangesQueryVariables> = {}) =>
  ask(who, CHANGES, variables);
/** The cursor of now. */
const begin = async (who: LetIn | SignedIn): Promise<string> => {
  const { data } = await pull(who);
  expect(data.changes).toMatchObject({ changes: [], hasNextPage: false });
  return data.changes.endCursor;
};
/** All pages since a cursor. */
async function pullAll(who: LetIn | SignedIn, since: string, first = 100, types?: Change['type'][]) {
  const changes: Change[] = [];
  for (;;) {
    const answer = await pull(who, { since, first, ...(types && { types }) });
    expect(answer.errors).toBeUndefined();
    changes.push(...answer.data.changes.changes);
    since = answer.data.changes.endCursor;
    if (!answer.data.changes.hasNextPage) return { changes, since };
  }
}
const move = (nip: string, unit: string, position = 'Petugas Loket') =>
  importTexts(pantau, {
    employees: `nip,name,status,unit,position\n${nip},${NAMES[nip]},PNS,${unit},${position}\n`,
  });
const NAMES: Record<string, string> = {
  [NIPS.sari]: 'Sari Wulandari',
  [NIPS.budi]: 'Budi Santoso',
  [NIPS.dewi]: 'Dewi Lestari',
  [NIPS.joko]: 'Suparman',
};

/** What regional HR keeps: a first load by pages of two rows. */
const LOADED = {
  EMPLOYEE: `employees(region: $region, first: 2, after: $after)
    { edges { node { id name position active unitId } } pageInfo { hasNextPage endCursor } }`,
  EMPLOYEE_SCORE: `employeeScores(region: $region, period: "${PERIOD}", first: 2, after: $after)
    { edges { node { employee { id } periodCode value coverage observationCount policyVersion } } pageInfo { hasNextPage endCursor } }`,
} as const;
type Copy = Map<string, unknown>;
async function load(who: LetIn): Promise<Copy> {
  const copy: Copy = new Map();
  for (const [type, query] of Object.entries(LOADED)) {
    for (let after: string | null = null; ;) {
      const { data, errors } = await ask(
        who,
        `query($region: RegionCode!, $after: String) { rows: ${query} }`,
        {
          after,
        },
      );
      expect(errors).toBeUndefined();
      for (const { node } of data.rows.edges) copy.set(`${type} ${idOf(node)}`, node);
      if (!data.rows.pageInfo.hasNextPage) break;
      after = data.rows.pageInfo.endCursor;
    }
  }
  return copy;
}
const idOf = (node: any) => node.id ?? `${node.employee.id}:${node.periodCode}`;
/** What a program does with a page. */
function apply(copy: Copy, changes: readonly Change[]) {
  for (const { op, type, id, node } of changes) {
    if (op === 'DELETE') for (const key of copy.keys()) if (key.includes(` ${id}`)) copy.delete(key);
    if (op === 'UPSERT' && type in LOADED) {
      const { __typename, ...row } = node as any;
      if (type === 'EMPLOYEE' || row.periodCode === PERIOD) copy.set(`${type} ${id}`, row);
    }
  }
}
const sorted = (copy: Copy) => [...copy].toSorted(([one], [other]) => (one < other ? -1 : 1));

it('a copy that was loaded while two people wrote equals what is there, after the changes since before the load', async () => {
  for (const [who, size] of [
    [hr, 500],
    [kalijudan, 2],
  ] as const) {
    const since = await begin(who);
    let writing = true;
    const write = async (act: (n: number) => Promise<unknown>) => {
      for (let n = 0; n < 12; n += 1) await act(n);
    };
    const writers = Promise.all([
      write((n) => log(pantau, { employeeId: people.sari, indicatorId: adm01, value: String(60 + n) })),
      write((n) =>
        move(NIPS.dewi, n % 2 === 0 ? '35.78.26.1006' : '35.78.26.1004', `Petugas ${who.id.slice(-4)}${n}`),
      ),
    ]).finally(() => (writing = false));
    const copy = await load(who);
    let seen = since;
    while (writing) {
      const page = await pull(who, { since: seen, first: 3 });
      expect(page.errors).toBeUndefined();
      apply(copy, page.data.changes.changes);
      seen = page.data.changes.endCursor;
    }
    await writers;
    const rest = await pullAll(who, seen, size);
    apply(copy, rest.changes);
    const fresh = await load(who);
    expect(fresh.size).toBeGreaterThanOrEqual(4);
    expect(sorted(copy)).toEqual(sorted(fresh));
    // From the first cursor again, and twice: the same copy.
    for (let times = 0; times < 2; times += 1) apply(copy, (await pullAll(who, since, 5)).changes);
    expect(sorted(copy)).toEqual(sorted(fresh));
  }
});

it('whoever moves out of reach is to be forgotten, comes back whole, and nobody else shows', async () => {
  await move(NIPS.dewi, '35.78.26.1006', 'Petugas baru');
  let since = await begin(kalijudan);
  later();
  await move(NIPS.dewi, '35.78.26.1004', 'Petugas pindah');
  await log(pantau, { employeeId: people.joko, indicatorId: adm01, value: '71' });
  const left = await pullAll(kalijudan, since);
  expect(left.changes).toEqual([
    {
      ...{ op: 'DELETE', type: 'EMPLOYEE', id: people.dewi, node: null, validFrom: null },
      version: expect.any(Number),
      recordedAt: now.toISOString(),
      ...{ reason: 'OUT_OF_REACH', reasons: ['OUT_OF_REACH'] },
      ...{ sentence: 'Baris ini tidak lagi terbuka bagi Anda.', sentenceEn: expect.any(String) },
      ...{ periodState: null, previousScore: null, previousPredicate: null },
    },
  ]);
  since = left.since;
  await log(pantau, { employeeId: people.dewi, indicatorId: adm01, value: '72' });
  const nothing = await pullAll(kalijudan, since);
  expect(nothing.changes).toEqual([]);
  expect(nothing.since).not.toBe(since);
  // Whoever follows scores alone is told all the same.
  const scores = await pullAll(kalijudan, (await pullAll(kalijudan, since)).since, 100, ['EMPLOYEE_SCORE']);
  expect(scores.changes).toEqual([]);
  since = nothing.since;
  await move(NIPS.dewi, '35.78.26.1006', 'Petugas kembali');
  const back = await pullAll(kalijudan, since);
  expect(back.changes.map(({ op, type, id }) => `${op} ${type} ${id}`).toSorted()).toEqual(
    [
      `UPSERT EMPLOYEE ${people.dewi}`,
      `UPSERT REPORTING_LINE ${people.dewi}:2026-01-01`,
      `UPSERT EMPLOYEE_SCORE ${people.dewi}:${FINISHED}`,
      `UPSERT EMPLOYEE_SCORE ${people.dewi}:${PERIOD}`,
    ].toSorted(),
  );
  const employee = back.changes.find(({ type }) => type === 'EMPLOYEE')!;
  expect(employee).toMatchObject({
    ...{ reason: 'TRANSFER', reasons: ['TRANSFER', 'NOW_IN_REACH'], validFrom: '2026-11-24' },
    node: { name: 'Dewi Lestari', position: 'Petugas kembali' },
  });
});

it('a correction of what was handed on comes as a new version, with the old value beside the new and why', async () => {
  await measureAsExpected(pantau, 'sari');
  const { rows } = await database.client.query(
    `select id from observation where employee_id = $1 and indicator_id = $2 and observed_at < '2026-10-01' limit 1`,
    [people.sari, adm01],
  );
  later();
  expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
  const first = await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
  const since = await begin(hr);
  later();
  const { id } = await contest(pantau, { employeeId: people.sari, observationId: rows[0].id });
  expect(
    await rule(pantau, { contestId: id!, ruledBy: people.joko, decision: 'AMENDED', value: '99' }),
  ).toEqual({ id });
  const corrected = await pullAll(hr, since);
  const pair = `${people.sari}:${FINISHED}`;
  expect(corrected.changes).toMatchObject([
    {
      ...{ type: 'EMPLOYEE_SCORE', id: pair, reason: 'OBJECTION_UPHELD', periodState: 'CLOSED' },
      reasons: ['OBJECTION_OPENED', 'OBJECTION_UPHELD', 'CORRECTION'],
      ...{ validFrom: '2026-07-01', recordedAt: now.toISOString() },
      sentence: 'Keberatan dikabulkan.',
      previousScore: { proposed: 'BAIK' },
      node: { __typename: 'EmployeeScore', periodCode: FINISHED },
    },
    {
      ...{ type: 'CONFIRMED_PREDICATE', id: pair, reason: 'CORRECTION', previousPredicate: null },
      node: { confirmationId: first.id, stale: true },
    },
  ]);
  const score = corrected.changes[0]!;
  expect(Number((score.node as any).value)).toBeGreaterThan(Number(score.previousScore!.value));
  later();
  const again = await confirm(pantau, {
    ...{ employeeId: people.sari, appraiserId: people.budi, workResult: 'ABOVE' as const },
    note: 'Setelah keberatan dikabulkan.',
  });
  const anew = await pullAll(hr, corrected.since);
  expect(anew.changes).toMatchObject([
    {
      ...{ type: 'CONFIRMED_PREDICATE', id: pair, reason: 'PREDICATE_CONFIRMED' },
      previousPredicate: { id: first.id, predicate: 'BAIK' },
      node: { confirmationId: again.id, stale: false },
    },
  ]);
  expect(Number(anew.changes[0]!.version)).toBeGreaterThan(Number(corrected.changes[1]!.version));
});

it('master data come with the day from which they hold: lines, units, indicators, periods', async () => {
  const since = await begin(hr);
  await importTexts(pantau, {
    'reporting-lines': `nip,appraiser,starts_on\n${NIPS.sari},${NIPS.joko},2027-01-01\n`,
    units: 'code,name,kind,parent,order\n35.78.26.01,Seksi Pelayanan Umum,SECTION,35.78.26,4\n',
    indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-09,Antrean,Queue,orang,LOWER,MEAN,0,,mesin antrean,Rata-rata panjang antrean
`,
  });
  expect(await step(pantau, 'REOPEN', 'Data susulan.')).toBe('REOPEN');
  const { changes } = await pullAll(hr, since);
  const told = (type: string) => changes.filter((change) => change.type === type);
  expect(told('REPORTING_LINE')).toMatchObject([
    {
      ...{ id: `${people.sari}:2027-01-01`, validFrom: '2027-01-01', reason: 'REPORTING_LINE' },
      node: { startsOn: '2027-01-01', employee: { id: people.sari }, appraiser: { id: people.joko } },
    },
  ]);
  expect(told('UNIT')).toMatchObject([{ node: { code: '35.78.26.01' } }]);
  expect(told('INDICATOR')).toMatchObject([{ node: { indicatorCode: 'ADM-09' } }]);
  expect(told('PERIOD')).toMatchObject([
    { id: FINISHED, reason: 'PERIOD_REOPENED', node: { periodCode: FINISHED, state: 'REOPENED' } },
  ]);
});

it('a page looks at a part of the log only, and says that it goes on', async () => {
  const since = await begin(kalijudan);
  const news = Array.from({ length: 10_001 }, () =>
    writeChange({ kind: 'Test', subjectId: null, payload: {} }),
  );
  await pantau.orm.em.fork().transactional(async (em) => {
    await appendChanges(sqlOf(em), REGION, news, 'test', now);
  });
  const { data } = await pull(kalijudan, { since });
  expect(data.changes).toMatchObject({ changes: [], hasNextPage: true });
  const offset = (cursor: string) => Number(cursor.split(':')[1]);
  expect(offset(data.changes.endCursor) - offset(since)).toBe(10_000);
  expect((await pull(kalijudan, { since: data.changes.endCursor })).data.changes).toMatchObject({
    changes: [],
    hasNextPage: false,
  });
});

describe('a cursor', () => {
  const codeOf = ({ errors }: any) => errors?.[0]?.extensions;

  it('that cannot be gone on from says so, and how to begin anew', async () => {
    const [epoch, offset] = (await begin(hr)).split(':');
    expect(codeOf(await pull(hr, { since: `abcd:${offset}` }))).toEqual({
      code: 'RESYNC_REQUIRED',
      resync: {
        because: 'OTHER_EPOCH',
        how: [
          'changes(region) without since: keep its endCursor',
          'read everything anew, page by page, in the place of the copy',
          'changes(region, since: that endCursor) until hasNextPage is false',
        ],
      },
    });
    expect(codeOf(await pull(hr, { since: `${epoch}:${Number(offset) + 1}` }))).toEqual({
      code: 'BAD_INPUT',
    });
    for (const since of ['', 'x', `${epoch}:-1`, `${epoch}:1.5`, `${epoch}:0; drop table region`]) {
      expect(codeOf(await pull(hr, { since }))).toMatchObject({ code: 'BAD_INPUT' });
    }
    expect((await pull(hr, { since: `${epoch}:0`, first: 1 })).errors).toBeUndefined();
  });

  it('of somebody whose grants moved is one of other rights', async () => {
    const leader = await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    const since = await begin(leader);
    await log(pantau, { employeeId: people.sari, indicatorId: adm01, value: '77' });
    expect((await pullAll(leader, since)).changes).toMatchObject([{ type: 'EMPLOYEE_SCORE' }]);
    await pantau.orm.em.fork().transactional(async (em) => {
      const change = { kind: 'AccountChanged', subjectId: leader.accountId, payload: {} };
      await appendChanges(sqlOf(em), REGION, [writeChange(change)], 'test', now);
    });
    expect(codeOf(await pull(leader, { since }))).toMatchObject({
      ...{ code: 'RESYNC_REQUIRED', resync: { because: 'RIGHTS_CHANGED' } },
    });
    expect((await pull(hr, { since })).errors).toBeUndefined();
  });

  it('takes pages of 1 to 500 rows, of types that are open, from whoever may follow', async () => {
    const since = await begin(hr);
    for (const first of [0, -1, 501]) {
      expect(codeOf(await pull(hr, { since, first }))).toMatchObject({ code: 'BAD_INPUT' });
    }
    const units = await letServiceIn(pantau, REGION, ['UNITS']);
    expect(codeOf(await pull(units, { since, types: ['EMPLOYEE_SCORE'] }))).toEqual({ code: 'FORBIDDEN' });
    expect(codeOf(await pull(sari, { since }))).toEqual({ code: 'FORBIDDEN' });
    await log(pantau, { employeeId: people.sari, indicatorId: adm01, value: '76' });
    expect((await pullAll(units, since)).changes).toEqual([]);
  });
});

it('each pull is told to the person, by the name of the service, one line a day, and nothing is given that cannot be told', async () => {
  now = new Date('2026-12-01T19:10:00Z');
  const service = await letServiceIn(pantau, REGION, ['PREDICATES', 'SCORES']);
  const since = (await begin(service)).replace(/:.*/, ':0');
  const entries = async () =>
    (
      await database.client.query(`select count(*)::int as n from audit_entry where actor_id = $1`, [
        service.id,
      ])
    ).rows[0].n;
  const PREDICATES = `query($region: RegionCode!, $since: Cursor) { changes(region: $region, since: $since, first: 500,
    types: [CONFIRMED_PREDICATE]) { changes { node { ... on ConfirmedPredicate { predicate } } } } }`;
  const given = await ask(service, PREDICATES, { since });
  expect(given.data.changes.changes).toEqual([{ node: { predicate: 'BAIK' } }]);
  expect(await entries()).toBe(1);
  const looks = async () =>
    (
      await ask(
        sari,
        `query($region: RegionCode!) { looksAtMe(region: $region) { edges { node { day by name fields count firstAt sentence sentenceEn } } } }`,
      )
    ).data.looksAtMe.edges.map(({ node }: any) => node);
  expect((await looks())[0]).toEqual({
    ...{ day: '2026-12-02', by: 'SERVICE', name: 'BKPSDM', fields: ['PREDICATE'], count: 1 },
    firstAt: now.toISOString(),
    sentence: 'Layanan BKPSDM menerima predikat Anda, untuk pertukaran data kepegawaian.',
    sentenceEn: 'The service BKPSDM received your predicates, for exchange with regional HR.',
  });
  // Through pages of a list the same day: still one line, with all that was given.
  await ask(
    service,
    `query($region: RegionCode!) { employeeScores(region: $region, period: "${PERIOD}") { edges { node { value } } } }`,
  );
  expect((await looks()).filter(({ day }: any) => day === '2026-12-02')).toMatchObject([
    { fields: ['PREDICATE', 'SCORE'], count: 2 },
  ]);
  expect(await entries()).toBe(2);
  await database.client.query(
    `alter table audit_entry add constraint full_disk check (action <> 'read') not valid`,
  );
  try {
    const untold = await pull(service, { since });
    expect(untold.data ?? null).toBeNull();
    expect(untold.errors[0].extensions.code).toBe('UNAVAILABLE');
  } finally {
    await database.client.query('alter table audit_entry drop constraint full_disk');
  }
});

it('a cursor that is older than what is kept is refused; the last one before it goes on', async () => {
  await database.client.query('alter table change_log disable trigger user');
  await database.client.query('delete from change_log where log_offset <= 5');
  await database.client.query('alter table change_log enable trigger user');
  const [epoch] = (await begin(hr)).split(':');
  const old = await pull(hr, { since: `${epoch}:4` });
  expect(old.errors[0].extensions).toMatchObject({ code: 'RESYNC_REQUIRED', resync: { because: 'TOO_OLD' } });
  expect((await pull(hr, { since: `${epoch}:5` })).errors).toBeUndefined();
});
