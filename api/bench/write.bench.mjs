/**
 * Ten writers record observations at once: through the unit of work in this process, over HTTP, and by pgbench, which
 * sends the very statements that the product sends for one observation, prepared, and computes nothing. Beside them the
 * least that any such service does: insert, update, append to a stream without gaps. One region, then many; the rounds
 * of one run take turns. In the end the stored scores are compared with the record, and the audit chain is walked.
 */
import { spawn } from 'node:child_process';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Client } from 'pg';
import { compose } from '../dist/app/compose.js';
import { openDatabase } from '../dist/app/open-database.js';
import { databaseSource, inOneMoment } from '../dist/audit-verify/database-source.js';
import { verifyChain } from '../dist/audit-verify/verify-chain.js';
import { logObservation } from '../dist/features/observations/log-observation.js';
import { scoreDifferences, VERIFY_OPTIONS } from '../dist/features/scores/score-differences.js';
import { COMMAND_LINE } from '../dist/platform/auth/actor.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { createLogger } from '../dist/platform/logger.js';
import { REGION, writeLargeRegion } from './large-region.mjs';
import { signInChief } from './sign-in.mjs';
import { copyRegion } from './write/copy-region.mjs';
import { databaseCpu } from './write/database-cpu.mjs';
import { pgbench } from './write/pgbench.mjs';
import { recordStatements, toScript } from './write/record-statements.mjs';

const EMPLOYEES = Number(process.env.BENCH_EMPLOYEES ?? 1_000);
const OBSERVATIONS = Number(process.env.BENCH_OBSERVATIONS ?? 10_000);
const WRITERS = Number(process.env.BENCH_WRITERS ?? 10);
const STREAMS = (process.env.BENCH_STREAMS ?? '1,20,100').split(',').map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const WAYS = (process.env.BENCH_WAYS ?? 'unit of work,HTTP,pgbench same,pgbench least').split(',');
/** Commands whose ids and regions pgbench chooses from. */
const RECORDED = 500;

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const database = await openDatabase(
  { databaseUrl: process.env.BENCH_DATABASE_URL ?? null, home },
  () => undefined,
);
const client = new Client({ connectionString: database.url, options: AS_SYSTEM });
/** pgbench keeps no books: it writes to a copy. */
const copyUrl = new URL(database.url);
copyUrl.pathname += '_copy';
let pantau = null;
let server = null;
try {
  const regions = await prepare();
  await client.connect();
  pantau = await compose({
    secret: createSecretKey(randomBytes(32)),
    databaseUrl: database.url,
    redisUrl: null,
    logger: createLogger('silent'),
    webRoot: null,
  });
  server = WAYS.includes('HTTP') ? await startServer() : null;
  const cells = (
    await client.query(
      `select t.employee_id as "employeeId", t.indicator_id as "indicatorId" from target t
       join indicator i on i.region_code = t.region_code and i.id = t.indicator_id
       where t.region_code = $1 and i.kind = 'RESULT' order by t.employee_id, i.code`,
      [REGION],
    )
  ).rows;
  for (const streams of STREAMS) await compare(regions.slice(0, streams), cells);
  // The other regions are copies by SQL, whose rows no chain covers.
  if (process.env.BENCH_CHECK !== 'off') await check(regions.slice(0, 1));
} finally {
  await pantau?.close();
  await server?.stop();
  await client.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

/** An observation that moves no score sends fewer statements than one that does; pgbench repeats what most of them send. */
function commonest(commands) {
  const kinds = Map.groupBy(commands, ({ statements }) => statements.map(({ text }) => text).join('\n'));
  const [alike] = [...kinds.values()].toSorted((one, other) => other.length - one.length);
  return { alike, share: alike.length / commands.length };
}

async function compare(regions, cells) {
  await server?.signIn(regions);
  let turn = 0;
  const next = () => {
    turn += 1;
    return { regionCode: regions[turn % regions.length], ...cells[(turn * 7_919) % cells.length] };
  };
  const recorded = [];
  for (let n = 0; n < 20; n += 1) await log(next());
  for (let n = 0; n < RECORDED; n += 1) recorded.push(await statementsOf(next()));
  const { alike, share } = commonest(recorded);
  const script = toScript(alike);

  const ways = new Map([
    ['unit of work', () => write(() => log(next()))],
    ['HTTP', () => write((writer) => server.log(writer, next()))],
    ['pgbench same', () => pgbench(copyUrl.href, script, { clients: WRITERS, seconds: SECONDS })],
    [
      'pgbench least',
      () => pgbench(copyUrl.href, leastScript(regions.length), { clients: WRITERS, seconds: SECONDS }),
    ],
  ]);
  const found = new Map(WAYS.map((way) => [way, []]));
  const load = loadavg()[0];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of WAYS) {
      const before = process.cpuUsage();
      const databaseBefore = await databaseCpu(client);
      const result = await ways.get(way)();
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (round > 0) found.get(way).push(result);
      result.own = (user + system) / 1000 / result.times.length;
      result.database = ((await databaseCpu(client)) - databaseBefore) / result.times.length;
    }
  }
  console.log(
    `\n${regions.length} stream(s), ${WRITERS} writers, ${EMPLOYEES} people, medians of ${ROUNDS} rounds of ${SECONDS} s; ` +
      `${alike[0].statements.length} statements for one observation (as ${Math.round(share * 100)} % have them); ` +
      `load average before: ${load.toFixed(1)}`,
  );
  console.log(
    `${''.padEnd(18)}${['tx/s', 'of same', 'p50 ms', 'p99 ms', 'Node ms/tx', 'database ms/tx'].map(pad).join('')}  rounds`,
  );
  const median = (way) =>
    quantile(
      (found.get(way) ?? []).map(({ perSecond }) => perSecond),
      0.5,
    );
  for (const [way, results] of found) {
    const times = results.flatMap((result) => result.times);
    console.log(
      way.padEnd(18) +
        [
          median(way).toFixed(0),
          (median(way) / median('pgbench same')).toFixed(2),
          quantile(times, 0.5).toFixed(2),
          quantile(times, 0.99).toFixed(2),
          way === 'unit of work' ? middle(results, 'own') : '',
          middle(results, 'database'),
        ]
          .map(pad)
          .join('') +
        `  ${results.map(({ perSecond }) => perSecond.toFixed(0)).join(', ')}`,
    );
  }
  if (process.env.BENCH_SHOW !== undefined) {
    for (const { text } of alike[0].statements)
      console.log(`- ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    const alone = { clients: 1, seconds: SECONDS, options: ['-r'] };
    console.log((await pgbench(copyUrl.href, script, alone)).said.replace(/^[^]*latency/, 'latency'));
    console.log(await waits(() => ways.get('unit of work')()));
  }
}

/** What backends wait for while something runs, in shares of all looks at those that are at work. */
async function waits(work) {
  const seen = new Map();
  let looking = true;
  const looks = (async () => {
    while (looking) {
      const { rows } = await client.query(
        `select coalesce(wait_event_type || ' ' || wait_event, 'running') || ' in ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 40) as what
         from pg_stat_activity where application_name = 'pantau' and state <> 'idle'`,
      );
      for (const { what } of rows) seen.set(what, (seen.get(what) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  await work();
  looking = false;
  await looks;
  const all = [...seen.values()].reduce((sum, n) => sum + n, 0);
  return [...seen]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
    .map(([what, n]) => `${((n / all) * 100).toFixed(1).padStart(5)} %  ${what}`)
    .join('\n');
}

/** All writers at once, each one command after another. */
async function write(one) {
  const times = [];
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      while (performance.now() < until) {
        const began = performance.now();
        await one(writer);
        times.push(performance.now() - began);
      }
    }),
  );
  return { perSecond: times.length / SECONDS, times };
}

async function log({ regionCode, employeeId, indicatorId }, key = randomUUID()) {
  const input = {
    ...{ employeeId, indicatorId, value: (60 + Math.random() * 40).toFixed(2) },
    ...{ observedAt: new Date(), note: null, observerId: null, behaviour: null },
  };
  const command = { verb: 'logObservation', actor: COMMAND_LINE, regionCode, key, input };
  const done = await pantau.unitOfWork.run(command, (tx) => logObservation(tx, COMMAND_LINE, input));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.observationId;
}

/** What one observation sends, and which values of it have to be new each time. */
async function statementsOf(cell) {
  const key = randomUUID();
  let observationId = '';
  const sent = await recordStatements(async () => (observationId = await log(cell, key)));
  // The doorbell of the one before it may still ring, on a connection of its own.
  const { by } = sent.find(({ text }) => text === 'begin');
  const statements = sent.filter((statement) => statement.by === by);
  return { statements, fresh: new Set([key, observationId]) };
}

/** One row more, one row changed, one change more in a stream without gaps. */
function leastScript(streams) {
  return `\\set e random(1, 20000)
\\set s random(1, ${streams})
begin;
insert into bench_observation (employee, value) values (:e, 80.5);
update bench_score set total = total + 80.5, observations = observations + 1 where employee = :e;
with head as (update bench_head set head = head + 1 where stream = :s returning head)
insert into bench_event select :s, head, '{"kind": "EmployeeScoreChanged", "before": "80.1", "after": "80.2"}' from head;
commit;
`;
}

async function prepare() {
  await writeLargeRegion(folder, { employees: EMPLOYEES, observations: OBSERVATIONS, now: new Date() });
  await bring(['units', 'employees', 'indicators', 'targets']);
  const most = Math.max(...STREAMS);
  const others = Array.from({ length: most - 1 }, (_, n) => `90.${String(n + 1).padStart(2, '0')}`);
  await once(database.url, (own) => copyRegion(own, REGION, others));
  await bring(['observations']);
  const name = new URL(database.url).pathname.slice(1);
  await once(new URL('/postgres', database.url).href, async (own) => {
    await own.query(`create database ${name}_copy template ${name}`);
  });
  await once(copyUrl.href, async (own) => {
    await own.query(`
      create table bench_observation (id uuid primary key default gen_random_uuid(), employee int, value numeric,
        at timestamptz default now());
      create table bench_score (employee int primary key, total numeric, observations int);
      create table bench_head (stream int primary key, head bigint);
      create table bench_event (stream int, place bigint, payload jsonb, primary key (stream, place));
      insert into bench_score select n, 0, 0 from generate_series(1, 20000) n;
      insert into bench_head select n, 0 from generate_series(1, ${most}) n;`);
    await own.query('vacuum analyze');
  });
  await once(database.url, (own) => own.query('vacuum analyze'));
  return [REGION, ...others];
}

async function once(url, work) {
  const own = new Client({ connectionString: url, options: AS_SYSTEM });
  await own.connect();
  try {
    await work(own);
  } finally {
    await own.end();
  }
}

async function check(regions) {
  const verifier = new Client({ connectionString: database.url, options: `${AS_SYSTEM} ${VERIFY_OPTIONS}` });
  await verifier.connect();
  try {
    const { rows: streams } = await verifier.query(
      `select h.region_code, h.head = count(l.log_offset) and h.head = coalesce(max(l.log_offset), 0) as whole
       from stream_head h left join change_log l using (region_code) group by h.region_code, h.head`,
    );
    const holes = streams.filter(({ whole }) => !whole);
    console.log(`${streams.length} streams, ${holes.length} of them with holes`);
    const rows = async (text, parameters) => (await verifier.query(text, [...(parameters ?? [])])).rows;
    const differences = await scoreDifferences({ rows });
    console.log(`${differences.length} stored figures differ from the record`);
    for (const region of regions) {
      const { counts, found } = await inOneMoment(verifier, () =>
        verifyChain(databaseSource(verifier, region)),
      );
      console.log(`audit chain of ${region}: ${counts.entries} entries, ${found} findings`);
    }
  } finally {
    await verifier.end();
  }
}

async function startServer() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../dist/main.js', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: database.url, PANTAU_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const found = /(http:\/\/[^\s/]+)\/graphql/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });
  const tokens = new Map();
  let asked = 0;
  return {
    async stop() {
      agent.destroy();
      child.kill('SIGINT');
      await gone;
    },
    /** One principal may ask 100 times a second: several for each region, where regions are few. */
    async signIn(regions) {
      for (const region of regions) {
        tokens.set(region, []);
        for (let n = 0; n < Math.ceil(24 / regions.length); n += 1) {
          tokens.get(region).push(await signInChief(database.url, region));
        }
      }
    },
    async log(_writer, { regionCode, employeeId, indicatorId }) {
      const held = tokens.get(regionCode);
      const token = held[(asked += 1) % held.length];
      const body = JSON.stringify({
        query: `mutation($i: LogObservationInput!) { logObservation(input: $i) { __typename ... on Refusal { message } } }`,
        variables: {
          i: {
            ...{ region: regionCode, key: randomUUID(), employeeId, indicatorId },
            ...{ value: String(60 + Math.floor(Math.random() * 40)), observedAt: new Date().toISOString() },
          },
        },
      });
      const answer = await post(`${address}/graphql`, agent, token, body);
      if (!answer.includes('"ObservationRecorded"')) throw new Error(answer.slice(0, 500));
    },
  };
}

function post(url, agent, token, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      authorization: `Bearer ${token}`,
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve(text));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function bring(names) {
  const program = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));
  const paths = names.map((name) => join(folder, `${name}.csv`));
  const child = spawn(process.execPath, [program, '--region', REGION, ...paths], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}

function middle(results, name) {
  return quantile(
    results.map((result) => result[name]),
    0.5,
  ).toFixed(2);
}

function quantile(values, share) {
  return values.length === 0
    ? NaN
    : values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
}

function pad(text) {
  return String(text).padStart(15);
}
