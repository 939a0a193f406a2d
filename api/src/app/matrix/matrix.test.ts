import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { NOON } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createGraphqlSchema, createUnguardedSchema } from '../graphql-schema.js';
import { typesReached } from './matrix-cases.js';
import { TYPE_RULES } from './matrix-rules.js';
import { everythingNullable, runMatrix } from './matrix-run.js';
import { buildMatrixWorld, type MatrixWorld } from './matrix-world.js';

describe('the matrix of everybody and everything', () => {
  const databases: TestDatabase[] = [];
  const servers: RunningPantau[] = [];
  let seeded: TestDatabase;
  let world: MatrixWorld;
  let truth: string;

  const copy = async () => {
    const database = await createTestDatabase({ migrated: true, copyOf: seeded });
    databases.push(database);
    return database;
  };
  const serve = async (database: TestDatabase, schema?: Awaited<ReturnType<typeof createGraphqlSchema>>) => {
    const server = await startPantau({
      databaseUrl: database.url,
      clock: () => NOON,
      ...(schema && { schema }),
    });
    servers.push(server);
    return server.address;
  };
  const openRows = async ({ client }: TestDatabase) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows)
      await client.query(`alter table ${name} no force row level security, disable row level security`);
  };

  beforeAll(async () => {
    seeded = await createTestDatabase();
    databases.push(seeded);
    const builder = await startPantau({ databaseUrl: seeded.url, clock: () => NOON });
    try {
      world = await buildMatrixWorld(builder, seeded);
    } finally {
      await builder.close();
    }
    const open = await copy();
    await openRows(open);
    truth = await serve(open, everythingNullable(await createUnguardedSchema()));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    for (const database of databases) await database.drop();
  });

  it('knows every type that a question leads to', async () => {
    const known = new Set(Object.keys(TYPE_RULES));
    const types = typesReached(await createGraphqlSchema()).filter(
      (name) => !/(Connection|Edge|PageInfo)$/.test(name),
    );
    expect(types.filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !types.includes(name))).toEqual([]);
  });

  it('finds nobody with what is not theirs, and nobody without what is', async () => {
    const schema = everythingNullable(await createGraphqlSchema());
    const address = await serve(await copy(), schema);
    const t = Date.now();
    const report = await runMatrix({ schema, world, address, truth });
    const cases = [...report.cases.values()].reduce((sum, n) => sum + n, 0);
    console.log(Date.now() - t, cases, report.requests, report.cases);
    console.log('LEAKS', report.leaks.length, report.leaks.slice(0, 40).join('\n'));
    console.log('DENIALS', report.denials.length, report.denials.slice(0, 40).join('\n'));
    console.log('ODD', report.oddities.length, report.oddities.slice(0, 40).join('\n'));
    expect(cases).toBeGreaterThanOrEqual(10_000);
  }, 300_000);
});
