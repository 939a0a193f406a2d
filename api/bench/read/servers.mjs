/**
 * One server of the comparison, in a process of its own: `node servers.mjs <kind>` with the database and a token in
 * its environment. It tells its port; asked to measure, it tells its processor time.
 */
import 'reflect-metadata';
import { createServer } from 'node:http';
import { AS_SYSTEM } from '../../dist/platform/database/orm.js';

/** As many connections as Pantau keeps for reading. */
const POOL = 16;
const url = process.env.BENCH_DATABASE_URL;

const SERVERS = {
  floor,
  mercurius,
  postgraphile,
  pantau: () => pantau({ answerBytes: 0 }),
  'pantau-untold': () => pantau({ answerBytes: 0, told: false }),
  'pantau-kept': () => pantau({}),
};

/** The product as it is, but that one client may ask as often as it likes. */
async function pantau({ answerBytes, told = true }) {
  const { compose } = await import('../../dist/app/compose.js');
  const { createGraphqlSchema } = await import('../../dist/app/graphql-schema.js');
  const { fields } = await import('../../dist/app/policies/fields.js');
  const { createLogger } = await import('../../dist/platform/logger.js');
  const { createSecretKey } = await import('node:crypto');
  const running = await compose({
    databaseUrl: url,
    redisUrl: null,
    webRoot: null,
    logger: createLogger('warn'),
    secret: createSecretKey(Buffer.alloc(32, 1)),
    ...(answerBytes !== undefined && { answerBytes }),
    rates: {
      ...{ request: async () => null, asked: async () => null, messages: () => async () => null },
      ...{ socket: () => () => undefined, socketOf: () => () => undefined },
    },
    ...(!told && { schema: await createGraphqlSchema(withoutPersonal(fields)) }),
  });
  return running.listen('127.0.0.1', 0);
}

/** The policy without what is told to people: for a like comparison with servers that tell nobody. */
function withoutPersonal(policy) {
  return Object.fromEntries(
    Object.entries(policy).map(([type, { about, fields }]) => [
      type,
      {
        about,
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [name, field === null ? null : { to: field.to }]),
        ),
      },
    ]),
  );
}

async function pool() {
  const { default: pg } = await import('pg');
  return new pg.Pool({ connectionString: url, max: POOL, options: AS_SYSTEM });
}

/** No GraphQL at all: one statement whose answer is sent as it is. */
async function floor() {
  const database = await pool();
  const statement = `
    select json_build_object('data', json_build_object('employeeScores', json_build_object(
      'edges', coalesce(json_agg(json_build_object('node', page.node) order by page.employee_id), '[]'),
      'pageInfo', json_build_object('endCursor', max(page.employee_id::text)))))::text as answer
    from (
      select s.employee_id, json_build_object(
        'value', s.value::text,
        'employee', json_build_object('id', e.id, 'name', e.name, 'position', e.position_title),
        'parts', (
          select json_agg(json_build_object('realised', p.realised::text, 'target', p.target::text,
            'attainment', p.attainment::text, 'contribution', p.contribution::text,
            'indicator', json_build_object('code', i.code, 'name', i.name)))
          from bench.score_part p
          join indicator i on i.region_code = p.region_code and i.id = p.indicator_id
          where p.region_code = s.region_code and p.employee_id = s.employee_id and p.period_code = s.period_code
        )) as node
      from employee_score s
      join employee e on e.region_code = s.region_code and e.id = s.employee_id
      where s.region_code = $1 and s.period_code = $2 and ($3::uuid is null or s.employee_id > $3)
      order by s.employee_id limit 50
    ) page`;
  const answer = async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { variables } = JSON.parse(body);
    const { rows } = await database.query({
      name: 'page',
      text: statement,
      values: [variables.region, variables.period, variables.after ?? null],
    });
    response.setHeader('content-type', 'application/json').end(rows[0].answer);
  };
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

/** Mercurius with its JIT and its loaders: three statements for a page. */
async function mercurius() {
  const { default: fastify } = await import('fastify');
  const { default: plugin } = await import('mercurius');
  const database = await pool();
  const rows = async (name, text, values) => (await database.query({ name, text, values })).rows;
  const app = fastify();
  app.register(plugin, {
    schema: `
      scalar RegionCode
      type Query { employeeScores(region: RegionCode!, period: String!, first: Int!, after: String): Scores! }
      type Scores { edges: [Edge!]! pageInfo: PageInfo! }
      type PageInfo { endCursor: String }
      type Edge { node: EmployeeScore! }
      type EmployeeScore { value: String employee: Employee! parts: [ScorePart!]! }
      type Employee { id: ID! name: String! position: String! }
      type ScorePart {
        realised: String target: String! attainment: String contribution: String indicator: Indicator!
      }
      type Indicator { code: String! name: String! }`,
    resolvers: {
      Query: {
        async employeeScores(_, { region, period, first, after }) {
          const scores = await rows(
            'scores',
            `select region_code, period_code, employee_id, value from employee_score
             where region_code = $1 and period_code = $2 and ($3::uuid is null or employee_id > $3)
             order by employee_id limit $4`,
            [region, period, after ?? null, first],
          );
          return {
            edges: scores.map((node) => ({ node })),
            pageInfo: { endCursor: scores.at(-1)?.employee_id ?? null },
          };
        },
      },
    },
    loaders: {
      EmployeeScore: {
        employee: {
          async loader(queries) {
            const found = await rows(
              'employees',
              `select id, name, position_title as position from employee
               where region_code = $1 and id = any($2::uuid[])`,
              [queries[0].obj.region_code, queries.map(({ obj }) => obj.employee_id)],
            );
            const byId = new Map(found.map((row) => [row.id, row]));
            return queries.map(({ obj }) => byId.get(obj.employee_id));
          },
          opts: { cache: false },
        },
        parts: {
          async loader(queries) {
            const [{ obj }] = queries;
            const found = await rows(
              'parts',
              `select employee_id, realised, target, attainment, contribution, indicator_id, region_code
               from bench.score_part
               where region_code = $1 and period_code = $2 and employee_id = any($3::uuid[])`,
              [obj.region_code, obj.period_code, queries.map((query) => query.obj.employee_id)],
            );
            const byEmployee = Map.groupBy(found, (row) => row.employee_id);
            return queries.map((query) => byEmployee.get(query.obj.employee_id) ?? []);
          },
          opts: { cache: false },
        },
      },
      ScorePart: {
        indicator: {
          async loader(queries) {
            const ids = [...new Set(queries.map(({ obj }) => obj.indicator_id))];
            const found = await rows(
              'indicators',
              'select id, code, name from indicator where region_code = $1 and id = any($2::uuid[])',
              [queries[0].obj.region_code, ids],
            );
            const byId = new Map(found.map((row) => [row.id, row]));
            return queries.map(({ obj }) => byId.get(obj.indicator_id));
          },
          opts: { cache: false },
        },
      },
    },
    jit: 1,
    path: '/graphql',
  });
  return new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port;
}

/** PostGraphile 5 over the tables themselves, as its documentation sets it up. */
async function postgraphile() {
  const { postgraphile: make } = await import('postgraphile');
  const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
  const { makeV4Preset } = await import('postgraphile/presets/v4');
  const { makePgService } = await import('postgraphile/adaptors/pg');
  const { grafserv } = await import('postgraphile/grafserv/node');
  const connection = new URL(url);
  connection.searchParams.set('options', AS_SYSTEM);
  const instance = make({
    extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'both' })],
    pgServices: [
      makePgService({
        connectionString: connection.href,
        schemas: ['public', 'bench'],
        poolConfig: { max: POOL },
      }),
    ],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const serving = instance.createServ(grafserv);
  const server = createServer();
  await serving.addTo(server);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

const port = Number(await SERVERS[process.argv[2]]());
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
process.send({ port });
