import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { AUDIENCE } from '../../domain/access/audience.js';
import type { SchemaPolicy } from '../../platform/graphql/guard-schema.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { log } from '../../testing/objections.js';
import { NOON, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createGraphqlSchema, createUnguardedSchema } from '../graphql-schema.js';
import { fields } from '../policies/fields.js';
import { typesReached } from './matrix-cases.js';
import { runCommands } from './matrix-commands.js';
import { ROOT_RULES, TYPE_RULES } from './matrix-rules.js';
import { everythingNullable, runMatrix, type MatrixReport } from './matrix-run.js';
import { questionOf, runFollowed, THE_WALL, watch } from './matrix-followed.js';
import { ACTORS, buildMatrixWorld, post, speak, type MatrixWorld } from './matrix-world.js';

/** What a test may take on a busy machine; on a quiet one it takes a fifth of it. */
const MINUTES = 120_000;

describe('the matrix of everybody and everything', () => {
  const databases: TestDatabase[] = [];
  const servers: RunningPantau[] = [];
  let seeded: TestDatabase;
  let world: MatrixWorld;
  let truth: RunningPantau;
  /** The product as it is, but for fields that may all be null. */
  let guarded: GraphQLSchema;
  let product: RunningPantau;

  const copy = async () => {
    const database = await createTestDatabase({ migrated: true, copyOf: seeded });
    databases.push(database);
    return database;
  };
  const serve = async (database: TestDatabase, schema?: GraphQLSchema) => {
    const server = await startPantau({
      databaseUrl: database.url,
      clock: () => NOON,
      ...(schema && { schema }),
    });
    servers.push(server);
    return server;
  };
  /** A copy of the data without row level security. */
  const copyWithoutNet = async () => {
    const database = await copy();
    const { rows } = await database.client.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows)
      await database.client.query(
        `alter table ${name} no force row level security, disable row level security`,
      );
    return database;
  };
  /** The product with some fields open to everybody. */
  const openedFor = async (opened: SchemaPolicy) =>
    everythingNullable(await createGraphqlSchema({ ...fields, ...opened }));
  const named = (...names: string[]) => ACTORS.filter(({ name }) => names.includes(name));

  beforeAll(async () => {
    seeded = await createTestDatabase();
    databases.push(seeded);
    const builder = await startPantau({ databaseUrl: seeded.url, clock: () => NOON });
    try {
      world = await buildMatrixWorld(builder, seeded);
    } finally {
      await builder.close();
    }
    truth = await serve(await copyWithoutNet(), everythingNullable(await createUnguardedSchema()));
    guarded = everythingNullable(await createGraphqlSchema());
    product = await serve(await copy(), guarded);
  }, MINUTES);
  afterAll(async () => {
    for (const server of servers) await server.close();
    for (const database of databases) await database.drop();
  }, MINUTES);

  const nothing = { leaks: [], denials: [], oddities: [] };
  /** How much was looked at; for whoever reads the run. */
  const tell = (what: string, { cases, requests }: MatrixReport) => {
    const all = [...cases.values()].reduce((sum, n) => sum + n, 0);
    const each = [...cases].map(([name, n]) => `${name} ${n}`).join(', ');
    process.stdout.write(`${what}: ${all} cases in ${requests} requests (${each})\n`);
    return all;
  };
  const found = ({ leaks, denials, oddities }: MatrixReport) => ({
    leaks: leaks.slice(0, 20),
    denials: denials.slice(0, 20),
    oddities: oddities.slice(0, 20),
  });

  it('knows every type and every question', () => {
    const types = typesReached(guarded).filter((name) => !/(Connection|Edge|PageInfo)$/.test(name));
    expect(types.filter((name) => !(name in TYPE_RULES))).toEqual([]);
    expect(Object.keys(TYPE_RULES).filter((name) => !types.includes(name))).toEqual([]);
    const asked = [guarded.getQueryType()!, guarded.getSubscriptionType()!].flatMap((root) =>
      Object.keys(root.getFields()),
    );
    expect(Object.keys(ROOT_RULES).sort()).toEqual([...new Set(asked)].sort());
  });

  it(
    'gives everybody what is theirs and nobody anything else, field by field',
    async () => {
      const report = await runMatrix({
        schema: guarded,
        world,
        address: product.address,
        truth: truth.address,
      });
      expect(tell('questions', report)).toBeGreaterThanOrEqual(10_000);
      expect(found(report)).toEqual(nothing);
    },
    4 * MINUTES,
  );

  it(
    'does for everybody what they may do, and refuses the rest alike whether it is there or not',
    async () => {
      const server = await serve(await copy(), guarded);
      const report = await runCommands(guarded, world, server.address);
      tell('commands', report);
      expect(found(report)).toEqual(nothing);
    },
    2 * MINUTES,
  );

  it(
    'shows and pushes to everybody who follows something what is theirs',
    async () => {
      const spoken = randomUUID();
      const happen = async () => {
        for (const { unitOfWork, address } of [truth, product]) {
          await log(
            { unitOfWork },
            { employeeId: world.people.a1, indicatorId: world.indicators['ADM-03']!, value: '18' },
          );
          await speak(address, world, spoken);
        }
      };
      const report = await runFollowed(
        guarded,
        world,
        { address: product.address, truth: truth.address },
        happen,
      );
      tell('followed', report);
      expect(found(report)).toEqual(nothing);
    },
    MINUTES,
  );

  it(
    'ends the wall of whose grant is withdrawn, and tells them nothing that happens afterwards',
    async () => {
      const database = await copy();
      const server = await serve(database);
      const { query } = questionOf(guarded, THE_WALL, false);
      const watching = watch(server.address, world.tokens.get('leadership of A'), query);
      const staying = watch(server.address, world.tokens.get('leadership everywhere'), query);
      await Promise.all([watching.next(), staying.next()]);
      const account = world.accounts.get('leadership of A');
      await database.client.query(
        `update role_grant set revoked_at = now(), revoked_by = 'test' where account_id = $1`,
        [account],
      );
      await database.client.query('update access_version set version = version + 1 where region_code = $1', [
        REGION,
      ]);
      expect(await watching.closed).toBe(4403);
      await log(server, {
        ...{ employeeId: world.people.a1, indicatorId: world.indicators['ADM-03']!, value: '16' },
      });
      expect(await staying.next()).not.toBeNull();
      await wait(200);
      expect(watching.messages).toHaveLength(1);
      staying.end();
    },
    MINUTES,
  );

  it(
    'gives no more where a refusal takes its neighbours along, as the product has it',
    async () => {
      const server = await serve(await copy());
      const report = await runMatrix({
        ...{ schema: guarded, world, address: server.address, truth: truth.address, heldTo: 'LEAKS' },
        actors: named(
          'nobody',
          'employee mover',
          'observer of B no more',
          'facilitator of A',
          'service PREDICATES of A',
        ),
      });
      tell('the contract', report);
      expect(found(report).leaks).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'gives no foreign row with the guard taken off, by row level security alone',
    async () => {
      const bare = await serve(await copy(), everythingNullable(await createUnguardedSchema()));
      // What is made of everybody's rows and holds none of them is read past row level security; a second factor that
      // is due is for the guard to ask for.
      const roots = Object.keys(guarded.getQueryType()!.getFields()).filter(
        (root) => root !== 'explainUnitScore',
      );
      const report = await runMatrix({
        ...{ schema: guarded, world, address: bare.address, truth: truth.address, heldTo: 'ROWS', roots },
        actors: named(
          ...[
            'nobody',
            'employee mover',
            'appraiser lurahC',
            'b1, also observer of A',
            'observer of B no more',
          ],
          ...[
            'leadership of A',
            'auditor',
            'all roles elsewhere',
            'wall of all, office',
            'service PEOPLE of A',
          ],
        ),
      });
      tell('without the guard', report);
      expect(found(report).leaks).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'gives nothing foreign with row level security taken off, by the guard alone',
    async () => {
      const server = await serve(await copyWithoutNet(), guarded);
      const report = await runMatrix({
        ...{ schema: guarded, world, address: server.address, truth: truth.address, heldTo: 'LEAKS' },
        actors: named(
          ...[
            'employee c1',
            'account without a record',
            'observer everywhere',
            'leadership of A',
            'administrator',
          ],
          ...['employee elsewhere', 'wall of A, visitors', 'service NIP of A', 'service PREDICATES of A'],
          ...['leadership without second factor'],
        ),
      });
      tell('without row level security', report);
      expect(found(report).leaks).toEqual([]);
    },
    3 * MINUTES,
  );

  describe('notices', () => {
    const everybody = AUDIENCE.PUBLIC | AUDIENCE.OFFICE;

    it('a field that is opened by mistake in a row that somebody may read', async () => {
      const { Employee } = fields;
      const opened = { ...Employee!.fields, nip: { to: everybody } };
      const schema = await openedFor({ Employee: { ...Employee!, fields: opened } });
      const server = await serve(await copy(), schema);
      const report = await runMatrix({
        ...{ schema, world, address: server.address, truth: truth.address, roots: ['employees', 'employee'] },
        actors: named('observer of A'),
      });
      expect(report.leaks.join('\n')).toMatch(/observer of A: employees .*\.nip: "\d{18}"/);
    });

    it('a field that is opened by mistake where no row level security stands behind it', async () => {
      const { Observation } = fields;
      const opened = { ...Observation!.fields, note: { to: everybody } };
      const schema = await openedFor({ Observation: { ...Observation!, fields: opened } });
      const server = await serve(await copyWithoutNet(), schema);
      const report = await runMatrix({
        ...{ schema, world, address: server.address, truth: truth.address, roots: ['observation'] },
        actors: named('employee c1'),
      });
      expect(report.leaks.join('\n')).toMatch(/employee c1: observation \(a1\).* holds Catatan kenari A1/);
    });

    it('somebody who is refused what is theirs', async () => {
      const { Contest } = fields;
      const closed = { ...Contest!.fields, reason: { to: AUDIENCE.COMMAND } };
      const schema = await openedFor({ Contest: { ...Contest!, fields: closed } });
      const server = await serve(await copy(), schema);
      const report = await runMatrix({
        ...{ schema, world, address: server.address, truth: truth.address, roots: ['contest'] },
        actors: named('employee a1'),
      });
      expect(report.denials.join('\n')).toMatch(/employee a1: contest \(a1\) .*reason/);
    });
  });

  describe('a place in a list', () => {
    const page = async (who: string, list: string, after?: string) => {
      const at = after === undefined ? '' : `, after: "${after}"`;
      const query = `{ ${list.replace(')', `${at}, first: 2)`)} { edges { cursor } pageInfo { endCursor hasNextPage } } }`;
      const { data, errors } = await post(product.address, world.tokens.get(who), { query });
      const given = data === null || data === undefined ? null : Object.values(data)[0];
      return { code: errors?.[0]?.extensions?.code, given };
    };
    const EMPLOYEES = `employees(region: "${REGION}")`;
    const SCORES = `employeeScores(region: "${REGION}", period: "2026-Q4")`;

    it('serves the actor and the question that it was given for', async () => {
      const first = await page('leadership everywhere', EMPLOYEES);
      const { endCursor } = first.given!.pageInfo;
      const second = await page('leadership everywhere', EMPLOYEES, endCursor);
      expect(second.given!.edges).toHaveLength(2);
      expect(second.given!.pageInfo.endCursor).not.toBe(endCursor);
      // The place of a row in the middle is as good.
      const again = await page('leadership everywhere', EMPLOYEES, first.given!.edges[0].cursor);
      expect(again.given!.edges[0].cursor).toBe(endCursor);
    });

    it('serves nobody else, no other list and no other question', async () => {
      const { endCursor } = (await page('leadership everywhere', EMPLOYEES)).given!.pageInfo;
      expect(await page('all roles', EMPLOYEES, endCursor)).toMatchObject({ code: 'BAD_INPUT', given: null });
      expect(await page('leadership everywhere', SCORES, endCursor)).toMatchObject({ code: 'BAD_INPUT' });
      const ofB = `employees(region: "${REGION}", unit: "${world.units.unitB}")`;
      expect(await page('leadership everywhere', ofB, endCursor)).toMatchObject({ code: 'BAD_INPUT' });
    });

    it('serves nobody with a byte changed, or made by hand', async () => {
      const { endCursor } = (await page('leadership everywhere', EMPLOYEES)).given!.pageInfo;
      const bytes = Buffer.from(endCursor, 'base64url');
      for (let n = 0; n < bytes.length; n += 5) {
        const flipped = Buffer.from(bytes);
        flipped[n]! ^= 1;
        expect(await page('leadership everywhere', EMPLOYEES, flipped.toString('base64url'))).toMatchObject({
          code: 'BAD_INPUT',
          given: null,
        });
      }
      const made = [
        Buffer.from(world.people.a1).toString('base64url'),
        Buffer.concat([Buffer.alloc(16), Buffer.from(world.people.a1)]).toString('base64url'),
        ...['', `${endCursor}=`, `${endCursor}A`, randomUUID()],
      ];
      for (const after of made)
        expect((await page('leadership everywhere', EMPLOYEES, after)).code).toBe('BAD_INPUT');
    });
  });
});
