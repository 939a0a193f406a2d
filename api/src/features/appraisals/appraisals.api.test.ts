import { randomUUID } from 'node:crypto';
import { isObjectType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createGraphqlSchema } from '../../app/graphql-schema.js';
import { documentsOf } from '../../testing/documents.js';
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
import { signIn, signInChief, wireClientOf } from '../../testing/sign-in.js';
import type { WireClient } from '../../testing/wire-client.js';

const {
  ConfirmPredicate,
  ScoreConfirmations,
  ConfirmedPredicates,
  ConfirmedCreditPoints,
  DistributionCheck,
  CreditPoints,
  VerdictsDue,
} = documentsOf('appraisals');
const { ChangePeriod, PeriodHistory } = documentsOf('periods');

describe('the types of the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createGraphqlSchema();
  });
  const typeOf = (name: string) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    return type;
  };

  it('keep what a system proposes and what a person confirmed apart', () => {
    const proposed = typeOf('ProposedPredicate');
    const confirmed = typeOf('ConfirmedPredicate');
    expect(proposed).not.toBe(confirmed);
    expect(proposed.getInterfaces()).toEqual([]);
    // By its id it can be asked for again; an id is all that the interface has.
    expect(confirmed.getInterfaces().map(String)).toEqual(['Node']);
    const score = typeOf('EmployeeScore').getFields();
    expect(String(score['proposal']!.type)).toBe('ProposedPredicate');
    expect(String(score['confirmed']!.type)).toBe('ConfirmedPredicate');
    expect(String(score['confirmations']!.type)).toBe('[ConfirmedPredicate!]!');
    // What tells who confirmed, why and when is nothing that a proposal could have.
    expect(Object.keys(proposed.getFields()).sort()).toEqual(['behaviour', 'predicate', 'workResult']);
    expect(Object.keys(confirmed.getFields())).toEqual(
      expect.arrayContaining(['appraiser', 'note', 'confirmedAt', 'proposed', 'differsFromProposal']),
    );
  });

  it('have no union in which one could be taken for the other', () => {
    const unions = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getTypes' in type ? [type.getTypes().map(({ name }) => name)] : [],
    );
    expect(unions.length).toBeGreaterThan(3);
    // Rows that change are named by their types; a proposal is a part of its score and is none of them.
    expect(unions.filter((names) => names.includes('ProposedPredicate'))).toEqual([]);
  });
});

describe('appraisals through the API', () => {
  let pantau: SmallOffice;
  let people: People;
  /** Sees everybody's and keeps the periods. */
  let chief: WireClient;
  /** Sari's appraiser. */
  let budi: WireClient;

  beforeEach(async () => {
    pantau = await composeSmallOffice();
    people = await planFinishedQuarter(pantau);
    const listening = { address: `http://127.0.0.1:${await pantau.listen('127.0.0.1', 0)}` };
    chief = wireClientOf(listening, await signInChief(pantau, REGION));
    budi = wireClientOf(listening, await signIn(pantau, REGION, { employeeId: people.budi }));
  });
  afterEach(async () => {
    await chief?.close();
    await budi?.close();
    await pantau?.close();
  });

  const ask = async (document: DocumentNode | undefined, variables: object, who = chief) => {
    const { data, errors } = await who.send(document!, { region: REGION, ...variables });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as Record<string, any>;
  };
  const verdict = (changed: object = {}) => ({
    region: REGION,
    key: randomUUID(),
    employeeId: people.sari,
    period: FINISHED,
    appraiserId: people.budi,
    workResult: 'ABOVE',
    behaviour: 'MEETS',
    note: 'Antrean selalu tertib.',
    ...changed,
  });
  const confirmed = async (input: object) =>
    (await ask(ConfirmPredicate, { input }, budi))['confirmPredicate'];

  it('confirms a predicate once for a key, and shows it beside the proposal', async () => {
    await measureAsExpected(pantau, 'sari');
    expect(await confirmed(verdict())).toMatchObject({
      __typename: 'ConfirmationRefused',
      code: 'PERIOD_NOT_CLOSED',
      field: 'period',
      mender: 'REGIONAL_HR',
    });
    await step(pantau, 'CLOSE');
    const input = verdict();
    const first = await confirmed(input);
    const node = {
      predicate: 'BAIK',
      workResult: 'ABOVE',
      behaviour: 'MEETS',
      note: 'Antrean selalu tertib.',
      proposed: { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
      differsFromProposal: true,
      value: '100',
      policyVersion: '2026-1',
      periodCode: FINISHED,
      confirmedAt: '2026-11-24T05:00:00.000Z',
      superseded: false,
      stale: false,
      appraiser: { id: people.budi, name: 'Budi Santoso' },
    };
    expect(first).toMatchObject({ __typename: 'PredicateConfirmed', confirmed: node, replayed: false });
    expect(await confirmed(input)).toEqual({ ...first, replayed: true });
    expect(await confirmed({ ...input, note: 'Antrean kadang tertib.' })).toMatchObject({
      __typename: 'IdempotencyConflict',
    });
    expect(await confirmed(verdict())).toMatchObject({ code: 'ALREADY_CONFIRMED' });
    // An appraiser decides in the own name, and nobody in an appraiser's.
    for (const [appraiserId, who] of [
      [people.joko, budi],
      [people.budi, chief],
    ] as const) {
      await expect(ask(ConfirmPredicate, { input: verdict({ appraiserId }) }, who)).rejects.toThrow(
        'FORBIDDEN',
      );
    }

    const { employeeScore } = await ask(ScoreConfirmations, { employee: people.sari, period: FINISHED });
    expect(employeeScore).toMatchObject({
      value: '100',
      proposal: { predicate: 'BAIK' },
      confirmed: node,
      confirmations: [node],
    });
  });

  it('shows every version, newest first, and of the past what was known then', async () => {
    const ofSari = { employeeId: people.sari, appraiserId: people.budi };
    const score = async (asOf: string | null = null) =>
      (await ask(ScoreConfirmations, { employee: people.sari, period: FINISHED, asOf }))['employeeScore'];
    expect(await score()).toMatchObject({ confirmed: null, confirmations: [] });
    await step(pantau, 'CLOSE');
    const { id: first } = await confirm(pantau, ofSari);
    await step(pantau, 'REOPEN', 'Ada catatan yang keliru.');
    await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${NIPS.sari},ADM-01,95,2026-09-29 09:00\n`,
    });
    expect(await score()).toMatchObject({ confirmed: { id: first, stale: true, differsFromProposal: null } });
    await step(pantau, 'CLOSE');
    const { id: second } = await confirm(pantau, ofSari);
    expect(await score()).toMatchObject({
      confirmed: { id: second, superseded: false, value: '100' },
      confirmations: [{ id: second }, { id: first, superseded: true, value: null, proposed: null }],
    });
    const before = new Date(NOON.getTime() - 1);
    expect(await score(before.toISOString())).toMatchObject({ confirmed: null, confirmations: [] });
    // As if the first verdict had been recorded a moment before the second.
    const { rows } = await pantau.database.client.query<{ id: string }>(
      `insert into confirmation (region_code, id, employee_id, period_code, work_rating, behaviour_rating, predicate,
         note, appraiser_id, policy_version, recorded_at, recorded_by)
       select region_code, '00000000-0000-7000-8000-000000000000', employee_id, period_code, work_rating,
         behaviour_rating, predicate, note, appraiser_id, policy_version, $1, recorded_by
       from confirmation limit 1 returning id`,
      [before],
    );
    expect(await score(before.toISOString())).toMatchObject({
      confirmed: { id: rows[0]!.id },
      confirmations: [{ id: rows[0]!.id }],
    });
  });

  it('lists what was confirmed in the order of the employees, page by page, with credit points', async () => {
    await step(pantau, 'CLOSE');
    await confirm(pantau, { employeeId: people.dewi, appraiserId: people.joko, workResult: 'BELOW' });
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
    await confirm(pantau, { employeeId: people.budi, appraiserId: people.joko, behaviour: 'BELOW' });
    const inOrder = [people.sari, people.budi, people.dewi].sort();
    const page = async (after: string | null) =>
      (await ask(ConfirmedPredicates, { period: FINISHED, first: 2, after }))['confirmedPredicates'];
    const one = await page(null);
    const two = await page(one.pageInfo.endCursor);
    expect([...one.edges, ...two.edges].map(({ node }) => node.employee.id)).toEqual(inOrder);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
    await expect(page('J3x1')).rejects.toThrow('BAD_INPUT');
    expect((await ask(ConfirmedPredicates, { period: PERIOD }))['confirmedPredicates'].edges).toEqual([]);

    // A quarter of a year with the coefficient 25: 6.25 for Baik, half of it for Kurang, three quarters between.
    const { confirmedPredicates } = await ask(ConfirmedCreditPoints, {
      period: FINISHED,
      level: 'AHLI_MUDA',
    });
    const points = new Map(
      confirmedPredicates.edges.map(({ node }: any) => [node.employee.id, node.creditPoints]),
    );
    expect(points).toEqual(
      new Map([
        [people.sari, '6.25'],
        [people.budi, '3.125'],
        [people.dewi, '4.6875'],
      ]),
    );
  });

  it('shows the person to whoever appraised on the last day until the period is confirmed, whoever does today', async () => {
    await step(pantau, 'CLOSE');
    await importTexts(pantau, {
      'reporting-lines': `nip,appraiser,starts_on\n${NIPS.sari},${NIPS.joko},2026-11-01\n`,
    });
    const scoreTo = async (who: WireClient) =>
      (await who.send(ScoreConfirmations!, { region: REGION, employee: people.sari, period: FINISHED })).data;
    const listedTo = async (who: WireClient) => {
      const { data, errors } = await who.send(ConfirmedPredicates!, { region: REGION, period: FINISHED });
      expect(errors).toBeUndefined();
      return (data as any).confirmedPredicates.edges.map(({ node }: any) => node.employee.name);
    };
    expect(await scoreTo(budi)).toMatchObject({ employeeScore: { confirmed: null } });
    const { __typename, confirmed: mine } = await confirmed(verdict());
    expect([__typename, mine.predicate]).toEqual(['PredicateConfirmed', 'BAIK']);
    expect(await listedTo(budi)).toEqual(['Sari Wulandari']);

    await confirm(pantau, { employeeId: people.budi, appraiserId: people.joko });
    await confirm(pantau, { employeeId: people.dewi, appraiserId: people.joko });
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRM');
    expect(await scoreTo(budi)).toMatchObject({ employeeScore: null });
    expect(await listedTo(budi)).not.toContain('Sari Wulandari');
    const node = `query($id: ID!) { node(id: $id) { id ... on ConfirmedPredicate { employee { name } } } }`;
    expect((await budi.send(parse(node) as never, { id: mine.id })).data).toEqual({ node: null });
    expect(await listedTo(chief)).toContain('Sari Wulandari');
  });

  it('says whose verdict a score waits for, and lists what waits until it is given or the score moves again', async () => {
    await importTexts(pantau, {
      'reporting-lines': `nip,appraiser,starts_on\n${NIPS.sari},${NIPS.joko},2026-11-01\n`,
    });
    const due = async (who: WireClient, appraiser: string): Promise<string[]> => {
      const { totalCount, edges } = (await ask(VerdictsDue, { appraiser }, who))['employeeScores'];
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }: any) => `${node.periodCode} ${node.employee.name}`);
    };
    const verdictBy = async (who: WireClient) => {
      const score = parse(`query($region: RegionCode!, $employee: UUID!, $period: String!) {
        employeeScore(region: $region, employee: $employee, period: $period) { verdictBy { name } }
      }`);
      const asked = await ask(score, { employee: people.sari, period: FINISHED }, who);
      return asked['employeeScore'].verdictBy.name;
    };
    const sarisWaits = `${FINISHED} Sari Wulandari`;
    expect(await due(budi, people.budi)).toEqual([]);
    await step(pantau, 'CLOSE');
    expect(await due(budi, people.budi)).toEqual([sarisWaits]);
    expect(await due(chief, people.budi)).toEqual([sarisWaits]);
    expect([await verdictBy(budi), await verdictBy(chief)]).toEqual(['Budi Santoso', 'Budi Santoso']);
    // Whoever appraises today has nothing to do with it.
    expect(await due(chief, people.joko)).toEqual([`${FINISHED} Budi Santoso`, `${FINISHED} Dewi Lestari`]);
    // His own he may know of.
    expect(await due(budi, people.joko)).toEqual([`${FINISHED} Budi Santoso`]);
    await confirmed(verdict());
    expect(await due(budi, people.budi)).toEqual([]);
    await step(pantau, 'REOPEN', 'Pengamatan September terlambat.');
    await measureAsExpected(pantau, 'sari');
    expect(await due(budi, people.budi)).toEqual([]);
    await step(pantau, 'CLOSE');
    expect(await due(budi, people.budi)).toEqual([sarisWaits]);
  });

  it('takes a period from state to state and tells its history', async () => {
    const change = async (input: object) =>
      (await ask(ChangePeriod, { input: { region: REGION, key: randomUUID(), period: FINISHED, ...input } }))[
        'changePeriod'
      ];
    expect(await change({ change: 'REOPEN' })).toMatchObject({
      __typename: 'PeriodChangeRefused',
      code: 'PERIOD_STATE',
      mender: 'SENDER',
    });
    const key = randomUUID();
    const closed = await change({ key, change: 'CLOSE' });
    const CLOSED = { state: 'CLOSED', reason: null, changedAt: '2026-11-24T05:00:00.000Z' };
    expect(closed).toMatchObject({
      __typename: 'PeriodChanged',
      period: { code: FINISHED, state: 'CLOSED', open: false, history: [CLOSED] },
      replayed: false,
    });
    expect(await change({ key, change: 'CLOSE' })).toEqual({ ...closed, replayed: true });
    expect(await change({ key, change: 'CONFIRM' })).toMatchObject({ __typename: 'IdempotencyConflict' });
    await change({ change: 'REOPEN', reason: 'Ada catatan yang keliru.' });
    const { periods } = await ask(PeriodHistory, {});
    expect(periods).toMatchObject([
      { code: PERIOD, state: 'OPEN', history: [] },
      {
        code: FINISHED,
        state: 'REOPENED',
        history: [{ state: 'REOPENED', reason: 'Ada catatan yang keliru.' }, CLOSED],
      },
    ]);
  });

  it('holds predicates against the guideline without naming anybody', async () => {
    const { rows } = await pantau.database.client.query(`select id from org_unit where code = '35.78.26'`);
    const check = async (unit: string) =>
      (
        await ask(DistributionCheck, {
          unit,
          period: FINISHED,
          organisation: 'ISTIMEWA',
          basis: 'CONFIRMED',
        })
      )['distributionCheck'];
    expect(await check(people.sari)).toBeNull();
    expect(await check(rows[0].id)).toMatchObject({
      counts: [],
      findings: [{ code: 'TOO_FEW_PEOPLE', share: null, limit: null }],
    });
    await step(pantau, 'CLOSE');
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
    const told = await check(rows[0].id);
    expect(told).toMatchObject({
      counts: [
        { predicate: 'SANGAT_BAIK', people: 0 },
        { predicate: 'BAIK', people: 1 },
        { predicate: 'BUTUH_PERBAIKAN', people: 0 },
        { predicate: 'KURANG', people: 0 },
        { predicate: 'SANGAT_KURANG', people: 0 },
      ],
      findings: [{ code: 'NOT_MOST', share: '0', limit: '50' }],
    });
    expect(told.findings[0].sentence).toMatch(/Istimewa/);
    expect(told.findings[0].sentenceEn).toMatch(/Outstanding/);
    expect(JSON.stringify(told)).not.toMatch(/Sari|Budi|Dewi/);
  });

  it('works credit points out of what is asked', async () => {
    const points = async (months: number) =>
      (await ask(CreditPoints, { level: 'MAHIR', predicate: 'SANGAT_BAIK', months }))['creditPoints'];
    expect(await points(12)).toEqual({ __typename: 'CreditPoints', points: '18.75' });
    expect(await points(13)).toMatchObject({
      __typename: 'CreditPointsRefused',
      code: 'MONTHS_OUT_OF_RANGE',
      field: 'months',
    });
  });
});
