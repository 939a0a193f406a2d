import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { letServiceIn, signInChief } from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';

interface Row {
  readonly id: string;
  readonly name?: string;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string };
  }[];
  readonly extensions?: { readonly cost?: { readonly asked: number; readonly limit: number } };
}

describe('reading as a program of regional HR does', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let chief: string;

  const ask = async (query: string, token = chief, variables: object = {}): Promise<Answer> => {
    const response = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  /** All rows of a list by its pages, with what happens between them. */
  const pull = async (list: string, args: string, node: string, between = async () => {}): Promise<Row[]> => {
    const found: Row[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Answer = await ask(
        `query ($after: String) { list: ${list}(region: "${REGION}", first: 2, after: $after${args}) {
          edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`,
        chief,
        { after },
      );
      expect(errors).toBeUndefined();
      const page = data!['list'] as {
        edges: { node: Row }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      found.push(...page.edges.map((edge) => edge.node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await between();
    } while (after !== null);
    return found;
  };
  const count = async (list: string, args = '') => {
    const { data } = await ask(`{ list: ${list}(region: "${REGION}"${args}) { totalCount } }`);
    return (data!['list'] as { totalCount: number }).totalCount;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    chief = (await signInChief(pantau, REGION)).token;
    // Eleven more periods with scores, as a year has them.
    await database.client.query(
      `insert into period (region_code, code, starts_on, ends_on, state)
       select $1, '2024-' || lpad(m::text, 2, '0'), make_date(2024, m, 1),
         (make_date(2024, m, 1) + interval '1 month - 1 day')::date, 'CLOSED' from generate_series(1, 11) m`,
      [REGION],
    );
    await database.client.query(
      `insert into employee_score (region_code, employee_id, period_code, value, coverage, observations, policy_version, changed_at)
       select $1, e.id, p.code, case when p.code < '2024-06' then 80 end, 1, 1, '1', now()
       from employee e, period p where p.code like '2024-%' and e.region_code = $1`,
      [REGION],
    );
  });
  afterAll(async () => {
    await pantau.close();
    await database.drop();
  });

  it('counts a list and pages through it, each row once, in the order and the filter that were asked for', async () => {
    const all = await pull('employees', '', 'id name');
    expect(await count('employees')).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const backwards = await pull('employees', ', orderBy: ADDED_DESC', 'id name');
    expect(backwards.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toReversed());
    const names = (await pull('employees', ', orderBy: NAME', 'id name')).map(({ name }) => name!);
    const downwards = (await pull('employees', ', orderBy: NAME_DESC', 'id name')).map(({ name }) => name!);
    expect(downwards).toEqual(names.toReversed());
    expect([...names].sort()).toEqual(all.map(({ name }) => name!).sort());

    const [first] = all;
    const part = first!.name!.slice(0, 4).toUpperCase();
    const named = await pull('employees', `, filter: { name: "${part}" }`, 'id name');
    expect(named.map(({ id }) => id)).toContain(first!.id);
    expect(await count('employees', `, filter: { name: "${part}" }`)).toBe(named.length);
    expect(await count('employees', ', filter: { name: "%" }')).toBe(0);
    expect(await count('employees', ', filter: { active: false }')).toBe(0);
    expect(await count('employees', ', filter: { status: [] }')).toBe(0);
  });

  it('gives scores of many periods in one list, each once', async () => {
    const people = await count('employees');
    const scores = await pull(
      'employeeScores',
      ', filter: { periods: ["2024-01", "2024-02", "2024-07"] }',
      'id',
    );
    expect(new Set(scores.map(({ id }) => id)).size).toBe(3 * people);
    expect(scores).toHaveLength(3 * people);
    const backwards = await pull(
      'employeeScores',
      ', orderBy: EMPLOYEE_DESC, filter: { periods: ["2024-01", "2024-02", "2024-07"] }',
      'id',
    );
    expect(backwards).toEqual(scores.toReversed());
    expect(
      await count('employeeScores', ', filter: { periods: ["2024-01", "2024-07"], hasValue: true }'),
    ).toBe(people);
    expect(
      await count('employeeScores', ', filter: { periods: ["2024-01", "2024-07"], hasValue: false }'),
    ).toBe(people);
    const [one] = scores;
    const employee = one!.id.split(':')[0]!;
    expect(await count('employeeScores', `, filter: { employees: ["${employee}"] }`)).toBeGreaterThanOrEqual(
      11,
    );
    const { errors } = await ask(
      `{ employeeScores(region: "${REGION}", period: "${PERIOD}", filter: { periods: ["2024-01"] }) { totalCount } }`,
    );
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
  });

  it('gives the observations of some days, people and indicators, counted, in both orders', async () => {
    const rows = [
      ...['1,2026-11-02T16:59:59Z', '2,2026-11-02T17:00:00Z', '3,2026-11-03T16:59:59Z'],
      ...['4,2026-11-03T17:00:00Z', '5,2026-11-20T03:00:00Z'],
    ].map((row) => row.split(','));
    await importTexts(pantau, {
      observations: `key,nip,indicator,value,observed_at,note\n${rows
        .map(
          ([n, at]) =>
            `${n},${Number(n) > 3 ? NIPS.dewi : NIPS.sari},ADM-0${Number(n) % 2 === 1 ? 1 : 3},8${n},${at},`,
        )
        .join('\n')}\n`,
    });
    const values = async (args: string) =>
      (await pull('observations', args, 'id value')).map((row) =>
        Number((row as unknown as { value: string }).value),
      );
    expect(await values('')).toEqual([85, 84, 83, 82, 81]);
    expect(await values(', orderBy: RECORDED')).toEqual([81, 82, 83, 84, 85]);
    expect(await count('observations')).toBe(5);
    // The third of November in Surabaya.
    const day = ', filter: { from: "2026-11-03", to: "2026-11-03" }';
    expect(await values(day)).toEqual([83, 82]);
    expect(await count('observations', day)).toBe(2);
    expect(await values(', filter: { from: "2026-11-04" }')).toEqual([85, 84]);
    expect(await values(', filter: { to: "2026-11-02" }')).toEqual([81]);
    expect(await count('observations', ', filter: { from: "1000-01-01", to: "9999-12-31" }')).toBe(5);

    const idOf = async (table: string, column: string, value: string): Promise<string> =>
      (await database.client.query(`select id from ${table} where ${column} = $1`, [value])).rows[0].id;
    const kalijudan = await idOf('org_unit', 'code', '35.78.26.1006');
    const [sari, dewi] = [await idOf('employee', 'nip', NIPS.sari), await idOf('employee', 'nip', NIPS.dewi)];
    const onTime = await idOf('indicator', 'code', 'ADM-01');
    expect(await values(`, filter: { unit: "${kalijudan}" }`)).toEqual([83, 82, 81]);
    expect(await values(`, filter: { employees: ["${dewi}"], indicators: ["${onTime}"] }`)).toEqual([85]);
    expect(await values(`, employee: "${sari}", indicator: "${onTime}", period: "${PERIOD}"`)).toEqual([
      83, 81,
    ]);
    expect(await count('observations', `, filter: { periods: ["2024-01"] }`)).toBe(0);
    expect(await count('observations', `, filter: { employees: [] }`)).toBe(0);

    for (const [args, says] of [
      [`employee: "${sari}", filter: { employees: ["${dewi}"] }`, 'filter.employees'],
      [`indicator: "${onTime}", filter: { indicators: ["${onTime}"] }`, 'filter.indicators'],
      [`period: "${PERIOD}", filter: { periods: ["${PERIOD}"] }`, 'filter.periods'],
      ['filter: { from: "0999-12-31" }', '1000 to 9999'],
      ['filter: { to: "2026-02-30" }', 'LocalDate'],
    ]) {
      const { errors } = await ask(`{ observations(region: "${REGION}", ${args}) { totalCount } }`);
      expect(errors![0]!.extensions.code).toMatch(/^(BAD_INPUT|VALIDATION_FAILED)$/);
      expect(errors![0]!.message).toContain(says);
    }
  });

  it('gives every row that was there at the start, also while two others write', async () => {
    const before = await pull('employees', '', 'id');
    const write = async (n: number) => {
      await database.client.query(
        `insert into employee (region_code, id, nip, name, status, unit_id, position_title)
         select $1, gen_random_uuid(), lpad(($2::bigint + extract(epoch from clock_timestamp()) * 1000)::bigint::text, 18, '7'),
           'Baru ' || $2, 'PNS', (select id from org_unit where region_code = $1 order by id limit 1), 'Staf'`,
        [REGION, n],
      );
    };
    let n = 0;
    const during = await pull('employees', '', 'id', async () => {
      if ((n += 1) < 6) await Promise.all([write(n * 1000), write(n * 1000 + 500)]);
    });
    const ids = during.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  });

  it('takes a place of the same list and filter alone', async () => {
    const { data } = await ask(
      `{ list: employees(region: "${REGION}", first: 1) { pageInfo { endCursor } } }`,
    );
    const { endCursor } = (data!['list'] as { pageInfo: { endCursor: string } }).pageInfo;
    for (const args of [
      `after: "${endCursor}", orderBy: NAME`,
      `after: "${endCursor}", filter: { active: true }`,
      `after: "${endCursor.slice(0, -2)}AA"`,
    ]) {
      const { errors } = await ask(
        `{ employees(region: "${REGION}", first: 1, ${args}) { edges { cursor } } }`,
      );
      expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
    }
  });

  it('finds a row of each type by its id, for those alone who may see it', async () => {
    const { rows } = await database.client.query<{ type: string; id: string }>(
      `select * from (select 'Employee' as type, id::text from employee where region_code = $1 order by id limit 1) e
       union all select * from (select 'Unit', id::text from org_unit where region_code = $1 order by id limit 1) u
       union all select * from (select 'Indicator', id::text from indicator where region_code = $1 order by id limit 1) i
       union all select * from (select 'EmployeeScore', employee_id || ':' || period_code from employee_score
         where region_code = $1 order by 2 limit 1) s`,
      [REGION],
    );
    const ids = [...rows.map(({ id }) => id), '00000000-0000-4000-8000-000000000000', 'no id at all'];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const seen = (await ask(query, chief, { ids })).data!['nodes'];
    expect(seen).toEqual([...rows.map(({ type, id }) => ({ __typename: type, id })), null, null]);

    const { token } = await letServiceIn(pantau, REGION, ['UNITS']);
    const units = (await ask(query, token, { ids })).data!['nodes'] as (Row | null)[];
    expect(units.map((row) => (row as { __typename?: string } | null)?.__typename ?? null)).toEqual([
      null,
      'Unit',
      'Indicator',
      null,
      null,
      null,
    ]);
    const one = await ask('query ($id: ID!) { node(id: $id) { id } }', token, { id: rows[0]!.id });
    expect(one).toMatchObject({ data: { node: null } });
    const { errors } = await ask(query, chief, { ids: Array.from({ length: 101 }, (_, at) => String(at)) });
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
  });

  it('counts what whoever asks is given, and nobody else', async () => {
    const { rows } = await database.client.query<{ id: string; unit_id: string }>(
      'select id, unit_id from employee where region_code = $1 order by id limit 1',
      [REGION],
    );
    const unit = rows[0]!.unit_id;
    const { token } = await letServiceIn(pantau, REGION, ['PEOPLE', 'SCORES'], [unit]);
    const { data } = await ask(
      `{ employees(region: "${REGION}", first: 100) { totalCount edges { node { id } } }
        employeeScores(region: "${REGION}", filter: { periods: ["2024-01"] }, first: 100) { totalCount edges { node { id } } } }`,
      token,
    );
    for (const list of Object.values(data!) as { totalCount: number; edges: unknown[] }[]) {
      expect(list.totalCount).toBe(list.edges.length);
      expect(list.totalCount).toBeGreaterThan(0);
    }
    expect((data!['employees'] as { totalCount: number }).totalCount).toBeLessThan(await count('employees'));
  });

  it('gives the page with null for each field that is not open, and an error for each', async () => {
    const { token } = await letServiceIn(pantau, REGION, ['PEOPLE']);
    const { data, errors } = await ask(
      `{ employees(region: "${REGION}", first: 5) { edges { node { id name nip } } } }`,
      token,
    );
    const { edges } = data!['employees'] as { edges: { node: { name: string; nip: null } }[] };
    expect(edges).toHaveLength(5);
    expect(edges.every(({ node }) => node.nip === null && node.name !== '')).toBe(true);
    expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual(
      edges.map((_, at) => [['employees', 'edges', at, 'node', 'nip'], 'FORBIDDEN']),
    );
  });

  it('counts the same however often it is asked, and says how many errors it left out', async () => {
    const query = `{ employees(region: "${REGION}", first: 1) { totalCount pageInfo { hasPreviousPage startCursor endCursor } } }`;
    const answers = new Set<string>();
    for (let n = 0; n < 5; n += 1) answers.add(JSON.stringify(await ask(query)));
    expect([...answers]).toHaveLength(1);
    const [answer] = [...answers].map((text) => JSON.parse(text) as Answer);
    const { pageInfo } = answer!.data!['employees'] as { pageInfo: Record<string, unknown> };
    expect(pageInfo['hasPreviousPage']).toBe(false);
    expect(pageInfo['startCursor']).toBe(pageInfo['endCursor']);

    const { token } = await letServiceIn(pantau, REGION, ['PEOPLE']);
    const refused = await ask(
      `{ employees(region: "${REGION}", first: 10) { edges { node { a: nip b: nip } } } }`,
      token,
    );
    expect(refused.errors).toHaveLength(10);
    const { edges } = refused.data!['employees'] as { edges: unknown[] };
    expect(refused.extensions).toMatchObject({ errorsLeftOut: 2 * edges.length - 10 });
  });

  it('says what a question cost, and of one that costs too much why and what to do', async () => {
    const cheap = await ask(`{ units(region: "${REGION}", first: 100) { edges { node { id } } } }`);
    expect(cheap.extensions).toEqual({ cost: { asked: 201, limit: 5_000 } });
    const counted = await ask(`{ units(region: "${REGION}", first: 1) { totalCount } }`);
    expect(counted.extensions!.cost!.asked).toBe(101);
    const written = await ask(
      `mutation { signIn(input: { region: "${REGION}", login: "nobody", password: "no password at all" }) { __typename } }`,
    );
    expect(written).toMatchObject({ data: {}, extensions: { cost: { limit: 5_000 } } });
    const dear = await ask(
      `{ employeeScores(region: "${REGION}", period: "${PERIOD}", first: 100) {
        edges { node { a: parts { indicator { id } } b: parts { indicator { id } } c: parts { indicator { id } } } } } }`,
    );
    expect(dear.errors![0]!.extensions.code).toBe('LIMIT_COST');
    expect(dear.errors![0]!.message).toMatch(/costs \d+; one query may cost 5000.*smaller first/);
  });
});
