import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { DefaultSettings, TaskUtils } from '@microsoft/powerquery-parser';
import { LogObservationDocument } from '@pantau/schema';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { openDemoAccounts } from '../demo/open-accounts.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { MONTHS_OF_2025, openOfficeOfAYear } from '../testing/office-of-a-year.js';
import { letServiceIn, signInChief, wireClientOf } from '../testing/sign-in.js';
import { importTexts, NIPS, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import type { WireClient } from '../testing/wire-client.js';
import { repositoryRoot } from './repository-root.js';

const SCHEMA = join(repositoryRoot, 'schema');
const EXAMPLES = join(SCHEMA, 'examples');
const PYTHON = process.env['PANTAU_PYTHON'] ?? 'python3';
/** Each with twelve months, and four of them with the quarter that goes on. */
const PEOPLE = 100;

const readme = readFileSync(join(SCHEMA, 'README.md'), 'utf8');
const contract: GraphQLSchema = buildSchema(readFileSync(join(SCHEMA, 'schema.graphql'), 'utf8'));

/** What a client keeps, by type and id. */
type Copy = Record<string, unknown>;

interface Puller {
  readonly name: string;
  readonly command: readonly string[];
  readonly read: (file: string) => Promise<Copy>;
}

const ofNode = (script: string): Puller => ({
  name: script,
  command: [process.execPath, join(EXAMPLES, script)],
  read: async (file) => (JSON.parse(await readFile(file, 'utf8')) as { rows: Copy }).rows,
});
const PULLERS: readonly Puller[] = ['pull.mjs', 'apollo-client.mjs', 'urql.mjs'].map(ofNode);
const IN_PYTHON: Puller = {
  name: 'pull.py',
  command: [PYTHON, join(EXAMPLES, 'pull.py')],
  read: async (file) => {
    const copy = new DatabaseSync(file, { readOnly: true });
    const rows = copy.prepare('select type, id, json from row').all() as {
      type: string;
      id: string;
      json: string;
    }[];
    copy.close();
    return Object.fromEntries(
      rows.map(({ type, id, json }) => [`${type} ${id}`, JSON.parse(json) as unknown]),
    );
  },
};

describe('the examples for integrators', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let writers: readonly WireClient[];
  let indicator: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pantau-examples-'));
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url });
    await openOfficeOfAYear(pantau, database, PEOPLE);
    const service = await letServiceIn(pantau, REGION, ['UNITS', 'PEOPLE', 'SCORES', 'PREDICATES']);
    const { PATH, HOME } = process.env;
    environment = {
      ...{ PATH, HOME, PANTAU_URL: pantau.address, PANTAU_TOKEN: service.token, PANTAU_REGION: REGION },
    };
    const { rows } = await database.client.query('select nip, id from employee');
    for (const { nip, id } of rows) ids[nip] = id;
    const { rows: found } = await database.client.query(`select id from indicator where code = 'ADM-01'`);
    indicator = found[0].id;
    writers = await Promise.all(
      [0, 1].map(async () => wireClientOf(pantau, await signInChief(pantau, REGION))),
    );
  }, 120_000);
  afterAll(async () => {
    for (const writer of writers ?? []) await writer.close();
    await pantau?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(
    [program = '', ...rest]: readonly string[],
    input?: string,
    more: NodeJS.ProcessEnv = {},
  ): Promise<string> {
    const running = promisify(execFile)(program, rest, {
      ...{ cwd: folder, env: { ...environment, ...more }, timeout: 60_000 },
    });
    running.child.stdin?.end(input ?? '');
    const { stdout } = await running;
    return stdout;
  }
  const log = (writer: WireClient, nip: string, value: number) =>
    writer.send(LogObservationDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        employeeId: ids[nip]!,
        indicatorId: indicator,
        value: String(value),
        observedAt: new Date(Date.now() - 60_000).toISOString(),
      },
    });
  /** Two who write for as long as something else is done. */
  async function whileWriting<T>(work: () => Promise<T>): Promise<T> {
    let going = true;
    let written = 0;
    const write = async (writer: WireClient, nip: string) => {
      do {
        const { data, errors } = await log(writer, nip, 60 + (written % 40));
        if (data?.logObservation.__typename !== 'ObservationRecorded')
          throw new Error(JSON.stringify(errors ?? data));
        written += 1;
      } while (going);
    };
    const writing = Promise.all([write(writers[0]!, NIPS.sari), write(writers[1]!, NIPS.dewi)]);
    try {
      return await work();
    } finally {
      going = false;
      await writing;
    }
  }

  async function pulls({ name, command, read }: Puller): Promise<void> {
    const file = join(folder, `${name}.copy`);
    const said = [await whileWriting(() => run([...command, file]))];
    expect(said[0]).toMatch(/^first load/);
    expect(Object.keys(await read(file)).length).toBeGreaterThanOrEqual(PEOPLE * 13);
    said.push(await whileWriting(() => run([...command, file])));

    // What a night brings: a score that moves, and somebody with another post.
    await log(writers[0]!, NIPS.budi, 99);
    await importTexts(pantau, {
      employees: `nip,name,status,unit,position\n${NIPS.joko},Suparman,PNS,35.78.26,Camat ${name}\n`,
    });
    said.push(await run([...command, file]));
    expect(said[2]).toMatch(/^delta/);
    const copy = await read(file);
    const fresh = `${file}.fresh`;
    await run([...command, fresh]);
    expect(copy).toEqual(await read(fresh));
    expect(copy[`EMPLOYEE ${ids[NIPS.joko]}`]).toMatchObject({ position: `Camat ${name}` });
    console.info(`${name} · ${said.map((text) => text.trim()).join(' · ')}`);
  }

  it.each(PULLERS)(
    '$name loads everything while two others write, and then what changed: nothing is missing',
    pulls,
  );

  describeWith('python')('in Python', () => {
    it('pull.py does the same with the standard library alone', () => pulls(IN_PYTHON));

    it('begins as README says', async () => {
      expect(await run([PYTHON, '-'], firstQueryIn('python'))).toContain('35.78.26.1006 Kelurahan Kalijudan');
    });

    it.each([
      ['import', ['PROVISION'], 'ImportRecorded'],
      ['export', ['PEOPLE', 'NIP', 'PREDICATES'], ''],
      ['counters', ['COUNTERS'], 'CountersReported'],
      ['changes', ['PEOPLE'], ''],
    ] as const)('does what guide/%s.md says', async (guide, scopes, says) => {
      await writeFile(
        join(folder, 'employees.csv'),
        'nip,name,status,unit,position\n199512122020122001,Rina Astuti,PNS,35.78.26.1006,Staf\n',
      );
      const { token } = await letServiceIn(pantau, REGION, [...scopes]);
      const text = readFileSync(join(SCHEMA, 'guide', `${guide}.md`), 'utf8');
      const [, example] = /^```python\n(.*?)^```/ms.exec(text)!;
      // Its period is one of the demo.
      const said = await run([PYTHON, '-'], example!.replaceAll('2026-Q3', MONTHS_OF_2025[0]!), {
        PANTAU_TOKEN: token,
      });
      expect(said).toContain(says);
      expect(said).not.toContain('errors');
    });
  });

  it('begins in JavaScript and in a shell as README says', async () => {
    expect(await run([process.execPath, '--input-type=module', '-'], firstQueryIn('js'))).toContain(
      '35.78.26.1006 Kelurahan Kalijudan',
    );
    if (!existsSync('/usr/bin/curl')) return;
    expect(await run(['/bin/sh', '-s'], firstQueryIn('sh'))).toContain('"name":"Kelurahan Kalijudan"');
    // And the way to a token, with the demo's administrator.
    await openDemoAccounts(pantau, REGION);
    const start = exampleBelow('Start in five minutes', 'sh').replace(/^ *PANTAU_URL=.*$/m, '');
    expect(await run(['/bin/sh', '-s'], start)).toMatch(/"token":"ptk_/);
  });

  it('says what went wrong, and leaves the copy as it was', async () => {
    const file = join(folder, 'refused.json');
    const { token } = await letServiceIn(pantau, REGION, ['UNITS']);
    const refused = promisify(execFile)(process.execPath, [join(EXAMPLES, 'pull.mjs'), file], {
      env: { ...environment, PANTAU_TOKEN: token },
    });
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining('FORBIDDEN') });
    expect(existsSync(file)).toBe(false);
  });
});

/** The first example in this language below a heading of README. */
function exampleBelow(heading: string, language: string): string {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`)).split(/\n## /)[1]!;
  return new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\``, 'ms').exec(section)![1]!;
}

const firstQueryIn = (language: string): string => exampleBelow('First query', language);

describe('the examples that no test can run', () => {
  it('n8n: each node asks what the contract has, and each arrow leads to a node', async () => {
    const { nodes, connections } = JSON.parse(await readFile(join(EXAMPLES, 'n8n.json'), 'utf8')) as {
      nodes: { name: string; type: string; parameters: { jsonBody?: string; jsCode?: string } }[];
      connections: Record<string, { main: { node: string }[][] }>;
    };
    const names = new Set(nodes.map(({ name }) => name));
    expect(names.size).toBe(nodes.length);
    for (const [from, { main }] of Object.entries(connections))
      for (const to of [from, ...main.flat().map(({ node }) => node)]) expect(names).toContain(to);
    const bodies = nodes.flatMap(({ parameters }) => parameters.jsonBody ?? []);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      // An expression of n8n is JavaScript between "={{" and "}}".
      const settings = () => ({ first: () => ({ json: { region: REGION } }) });
      const expression = /^=\{\{(.*)\}\}$/s.exec(body)![1]!;
      const sent = runInNewContext(expression, { $json: { since: null }, $: settings }) as string;
      const { query, variables } = JSON.parse(sent) as Record<string, unknown>;
      expect(validate(contract, parse(query as string))).toEqual([]);
      expect(variables).toMatchObject({ region: REGION });
    }
  });

  it('Power Query: it is well-formed M, and asks what the contract has', async () => {
    const text = await readFile(join(EXAMPLES, 'power-query.m'), 'utf8');
    const task = await TaskUtils.tryLexParse(DefaultSettings, text);
    expect(TaskUtils.isParseStageOk(task)).toBe(true);
    const query = /Query = "(.*?)",/s.exec(text)![1]!;
    expect(validate(contract, parse(query))).toEqual([]);
  });
});
