import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { repositoryRoot } from '../../app/repository-root.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { contest, log } from '../../testing/objections.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { bearer, signIn, signInChief, type SignedIn } from '../../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';

/** The documents that clients have. */
const DOCUMENTS = readFileSync(join(repositoryRoot, 'schema/documents/contests.graphql'), 'utf8');

let now = NOON;
let database: TestDatabase;
let pantau: RunningPantau;
let ids: Record<string, string>;
/** Sees everybody's work. */
let chief: SignedIn;
/** Those who have accounts of their own, by NIP. */
const own: Record<string, SignedIn> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  await importTexts(pantau, {
    'reporting-lines': `nip,appraiser,starts_on
${NIPS.sari},${NIPS.budi},2026-01-01
${NIPS.budi},${NIPS.joko},2026-01-01
`,
  });
  const { rows } = await database.client.query(
    'select nip as name, id from employee union all select code, id from indicator',
  );
  ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  chief = await signInChief(pantau, REGION);
  for (const nip of [NIPS.sari, NIPS.budi, NIPS.joko]) {
    own[nip] = await signIn(pantau, REGION, { employeeId: ids[nip]! });
  }
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});
beforeEach(() => {
  now = NOON;
});

async function send(query: string, variables: object, operationName?: string, who = chief) {
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(who) },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
const ask = (operationName: string, variables: object) =>
  send(DOCUMENTS, { region: REGION, ...variables }, operationName);
const mutate = (operationName: string, input: object, nip: string) =>
  send(DOCUMENTS, { input: { region: REGION, key: randomUUID(), ...input } }, operationName, own[nip]);
const observe = (nip: string, indicator: string, value: string) =>
  log(pantau, { employeeId: ids[nip]!, indicatorId: ids[indicator]!, value });
const scoreOf = (nip: string) => ask('ContestedScore', { employee: ids[nip], period: PERIOD });

it('shows what an objection would do, and does it when it is upheld', async () => {
  await observe(NIPS.sari, 'ADM-01', '95');
  await observe(NIPS.sari, 'ADM-03', '16');
  const observationId = await observe(NIPS.sari, 'ADM-03', '34');
  const untouched = (await scoreOf(NIPS.sari)).employeeScore;
  expect(untouched).toMatchObject({
    value: '86.666667',
    openContests: 0,
    ifUpheld: null,
    employee: { appraiser: { id: ids[NIPS.budi] }, reviewAuthority: { id: ids[NIPS.joko] } },
  });

  const said = {
    observationId,
    employeeId: ids[NIPS.sari],
    reason: 'Saya dinas lapangan pada jam itu.',
    evidence: ['Surat tugas 094/211/2026'],
  };
  const key = randomUUID();
  const { contestObservation: opened } = await mutate('ContestObservation', { ...said, key }, NIPS.sari);
  const upheld = { value: '98.666667', delta: '12', proposal: null };
  expect(opened).toMatchObject({
    __typename: 'ContestOpened',
    replayed: false,
    contest: {
      ...{ state: 'OPEN', reason: said.reason, evidence: said.evidence, periodCode: PERIOD },
      ...{
        openedAt: NOON.toISOString(),
        dueOn: '2026-12-14',
        overdue: false,
        ruling: null,
        ifUpheld: upheld,
      },
      employee: { id: ids[NIPS.sari] },
      observation: { id: observationId, value: '34', indicator: { code: 'ADM-03' } },
    },
  });
  expect((await mutate('ContestObservation', { ...said, key }, NIPS.sari)).contestObservation).toEqual({
    ...opened,
    replayed: true,
  });
  expect(
    (await mutate('ContestObservation', { ...said, key, evidence: [] }, NIPS.sari)).contestObservation,
  ).toMatchObject({ __typename: 'IdempotencyConflict' });
  expect((await mutate('ContestObservation', said, NIPS.sari)).contestObservation).toMatchObject({
    __typename: 'ContestRefused',
    ...{ code: 'ALREADY_CONTESTED', field: 'observationId', mender: 'SENDER' },
  });
  expect((await scoreOf(NIPS.sari)).employeeScore).toMatchObject({
    ...{ value: '86.666667', openContests: 1, ifUpheld: upheld },
  });
  const contestId = opened.contest.id;

  now = new Date('2026-12-14T16:00:00Z');
  expect((await ask('Contest', { id: contestId })).contest.overdue).toBe(false);
  now = new Date('2026-12-14T17:00:00Z');
  expect((await ask('Contest', { id: contestId })).contest.overdue).toBe(true);

  const ruling = { contestId, ruledBy: ids[NIPS.joko], decision: 'WITHDRAWN', note: 'Surat tugasnya cocok.' };
  expect(
    (await mutate('RuleContest', { ...ruling, ruledBy: ids[NIPS.budi] }, NIPS.budi)).ruleContest,
  ).toMatchObject({
    __typename: 'RulingRefused',
    ...{ code: 'RULING_BY_APPRAISER', field: 'contestId', mender: 'REGIONAL_HR' },
  });
  const { ruleContest: ruled } = await mutate('RuleContest', ruling, NIPS.joko);
  expect(ruled).toMatchObject({
    __typename: 'RulingRecorded',
    contest: {
      ...{ id: contestId, state: 'WITHDRAWN', overdue: false, ifUpheld: null },
      ruling: {
        ...{ decision: 'WITHDRAWN', value: null, note: 'Surat tugasnya cocok.', ruledAt: now.toISOString() },
        ruledBy: { id: ids[NIPS.joko], name: 'Suparman' },
        replacement: { withdrawn: true },
      },
    },
  });
  expect((await scoreOf(NIPS.sari)).employeeScore).toMatchObject({
    ...{ value: '98.666667', openContests: 0, ifUpheld: null },
  });
  const history = await send(
    `query($region: RegionCode!, $employee: UUID!) { observations(region: $region, employee: $employee) {
       edges { node { id withdrawn contest { id state } } } } }`,
    { region: REGION, employee: ids[NIPS.sari] },
  );
  const objections = history.observations.edges.map(({ node }: any) => [
    node.withdrawn,
    node.contest?.state ?? null,
  ]);
  expect(objections).toEqual([
    [true, null],
    [false, 'WITHDRAWN'],
    [false, null],
    [false, null],
  ]);
  expect(await ask('Contest', { id: randomUUID() })).toEqual({ contest: null });
});

it('shows nothing of what would be where the score is looked back to', async () => {
  const observationId = await observe(NIPS.budi, 'ADM-03', '34');
  await contest(pantau, { observationId, employeeId: ids[NIPS.budi]! });
  now = new Date('2026-11-25T05:00:00Z');
  const past = (knownAt: string) =>
    send(
      `query($region: RegionCode!, $employee: UUID!, $period: String!, $knownAt: DateTime) {
         employeeScore(region: $region, employee: $employee, period: $period, knownAt: $knownAt) {
           observationCount openContests ifUpheld { value } } }`,
      { region: REGION, employee: ids[NIPS.budi], period: PERIOD, knownAt },
    );
  expect(await past('2026-11-24T12:00:00Z')).toEqual({
    employeeScore: { observationCount: 1, openContests: 1, ifUpheld: null },
  });
});

describe('the list of objections', () => {
  const made: string[] = [];

  beforeAll(async () => {
    for (const nip of [NIPS.dewi, NIPS.joko]) {
      for (let n = 0; n < 12; n += 1) {
        const observationId = await observe(nip, n % 2 === 0 ? 'ADM-01' : 'ADM-03', String(20 + n));
        const { id } = await contest(pantau, { observationId, employeeId: ids[nip]! });
        made.push(id!);
      }
    }
  });

  const list = async (variables: object) => {
    const { contests } = await ask('Contests', variables);
    return { ids: contests.edges.map(({ node }: any) => node.id as string), ...contests.pageInfo };
  };

  it('is newest first, page by page, of one employee, of one period, open ones alone', async () => {
    const newest = made.toReversed();
    const first = await list({ first: 10 });
    expect(first).toMatchObject({ ids: newest.slice(0, 10), hasNextPage: true });
    expect((await list({ first: 10, after: first.endCursor })).ids).toEqual(newest.slice(10, 20));
    expect((await list({ employee: ids[NIPS.dewi] })).ids).toEqual(newest.slice(12));
    expect((await list({ period: '2026-Q3' })).ids).toEqual([]);
    const all = (await list({ period: PERIOD })).ids;
    const open = (await list({ period: PERIOD, openOnly: true })).ids;
    expect(all).toHaveLength(26);
    expect(all.filter((id: string) => !open.includes(id))).toHaveLength(1);
  });

  it('asks the database the same number of times, however long it is', async () => {
    const count = async (what: () => Promise<unknown>): Promise<number> => {
      const real = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')!;
      let statements = 0;
      Object.defineProperty(pg.Client.prototype, 'query', {
        ...real,
        value(...words: unknown[]) {
          statements += 1;
          return real.value.apply(this, words);
        },
      });
      try {
        await what();
      } finally {
        Object.defineProperty(pg.Client.prototype, 'query', real);
      }
      return statements;
    };
    const crowd = Array.from({ length: 20 }, (_, n) => `199001152014021${100 + n}`);
    await importTexts(pantau, {
      employees: `nip,name,status,unit,position\n${crowd
        .map((nip, n) => `${nip},Pegawai ${n},PNS,35.78.26.1004,Staf`)
        .join('\n')}\n`,
      targets: `nip,indicator,period,weight,floor,target,stretch\n${crowd
        .map((nip) => `${nip},ADM-01,${PERIOD},100,70,95,99`)
        .join('\n')}\n`,
      'reporting-lines': `nip,appraiser,starts_on\n${crowd
        .map((nip, n) => `${nip},${crowd[n + 1] ?? NIPS.sari},2026-01-01`)
        .join('\n')}\n`,
      observations: `nip,indicator,value,observed_at\n${crowd
        .map((nip) => `${nip},ADM-01,80,2026-11-02 09:00`)
        .join('\n')}\n`,
    });
    const { rows } = await database.client.query(
      'select o.id, o.employee_id from observation o join employee e on e.id = o.employee_id where e.nip = any($1)',
      [crowd],
    );
    for (const { id, employee_id: employeeId } of rows)
      await contest(pantau, { observationId: id, employeeId });

    const contests = (first: number) => count(() => ask('Contests', { employee: ids[NIPS.dewi], first }));
    const scores = (first: number) =>
      count(() =>
        send(
          `query($region: RegionCode!, $period: String!, $first: Int!) {
             employeeScores(region: $region, period: $period, first: $first) {
               edges { node { openContests ifUpheld { value } employee { appraiser { id } reviewAuthority { id } } } } } }`,
          { region: REGION, period: PERIOD, first },
        ),
      );
    // Which loads meet in one statement is a matter of moments; a statement a row would be many more.
    const moments = 6;
    const [fewContests, fewScores] = [await contests(2), await scores(6)];
    expect(Math.min(fewContests, fewScores)).toBeGreaterThan(3);
    expect(await contests(12)).toBeLessThan(fewContests + moments);
    expect(await scores(24)).toBeLessThan(fewScores + moments);
  });
});
