/**
 * What a new observation costs, and what the whole costs again from the raw record, with a short and a long history
 * of the same office: the first must not grow with history, the second may. The histories lie in three databases of
 * one server; the observations of one run go to them in turn.
 */
import { spawn } from 'node:child_process';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Client } from 'pg';
import { compose } from '../dist/app/compose.js';
import { openDatabase } from '../dist/app/open-database.js';
import { openStores } from '../dist/app/stores.js';
import { explainEmployee } from '../dist/features/explanations/explain-employee.js';
import { logObservation } from '../dist/features/observations/log-observation.js';
import { replayScores } from '../dist/features/scores/replay-scores.js';
import { scoreDifferences, VERIFY_OPTIONS } from '../dist/features/scores/score-differences.js';
import { COMMAND_LINE } from '../dist/platform/auth/actor.js';
import { createLogger } from '../dist/platform/logger.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { sqlOf } from '../dist/platform/database/sql.js';
import { REGION, writeLargeRegion } from './large-region.mjs';

const EMPLOYEES = Number(process.env.BENCH_EMPLOYEES ?? 200);
const SIZES = (process.env.BENCH_SIZES ?? '1000,100000,1000000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 300);
const WARM_UP = 30;
const EVERYTHING = { view: { asOf: null, knownAt: null } };

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const server = await openDatabase(
  { databaseUrl: process.env.BENCH_DATABASE_URL ?? null, home },
  () => undefined,
);
const offices = [];
try {
  for (const size of SIZES) offices.push(await openOffice(size));
  for (let round = 0; round < WARM_UP; round += 1) for (const office of offices) await log(office);
  for (const office of offices) office.times = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const office of offices) await log(office);

  console.log(`${EMPLOYEES} people, ${ROUNDS} observations to each history in turn; milliseconds`);
  console.log(
    ['history', 'log p50', 'log p99', 'ratio', 'one again', 'explain', 'all again', 'plain SQL']
      .map(pad)
      .join(''),
  );
  const [first] = offices;
  for (const office of offices) {
    const again = await timed(() => replay(office, [office.cells[0]]));
    const explained = await timed(() =>
      office.stores().then((stores) => explainEmployee(stores, office.cells[0], EVERYTHING.view)),
    );
    const all = await timed(() => replay(office, office.pairs));
    const sql = await timed(() => verify(office));
    const p50 = quantile(office.times, 0.5);
    console.log(
      [
        office.size,
        p50.toFixed(2),
        quantile(office.times, 0.99).toFixed(2),
        (p50 / quantile(first.times, 0.5)).toFixed(2),
        again.toFixed(1),
        explained.toFixed(1),
        all.toFixed(0),
        sql.toFixed(0),
      ]
        .map(pad)
        .join(''),
    );
  }
} finally {
  for (const { pantau } of offices) await pantau.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

/** An office with a history of so many observations, in a database of its own. */
async function openOffice(size) {
  const name = `bench_${size}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await writeLargeRegion(folder, { employees: EMPLOYEES, observations: size, now: new Date() });
  const files = ['units', 'employees', 'indicators', 'targets', 'observations'];
  await bring(
    url.href,
    files.map((file) => join(folder, `${file}.csv`)),
  );
  const pantau = await compose({
    secret: createSecretKey(randomBytes(32)),
    databaseUrl: url.href,
    redisUrl: null,
    logger: createLogger('silent'),
    webRoot: null,
  });
  const sql = sqlOf(pantau.orm.em.fork());
  await sql.rows('vacuum analyze');
  const cells = await sql.rows(
    `select t.employee_id as "employeeId", t.period_code as "periodCode", t.indicator_id as "indicatorId"
     from target t join indicator i using (region_code) where i.id = t.indicator_id and i.kind = 'RESULT'
     order by t.employee_id, i.code`,
  );
  const pairs = [...new Map(cells.map((cell) => [cell.employeeId, cell])).values()];
  return {
    size,
    url: url.href,
    pantau,
    cells,
    pairs,
    times: [],
    turn: 0,
    stores: async () => openStores(pantau.orm.em.fork(), REGION, new Date()),
  };
}

async function bring(databaseUrl, paths) {
  const program = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));
  const child = spawn(process.execPath, [program, '--region', REGION, ...paths], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}

async function log(office) {
  const { employeeId, indicatorId } = office.cells[(office.turn += 7) % office.cells.length];
  const input = {
    ...{ employeeId, indicatorId, value: String(60 + (office.turn % 40)), observedAt: new Date() },
    ...{ note: null, observerId: null, behaviour: null },
  };
  const command = {
    verb: 'logObservation',
    actor: COMMAND_LINE,
    regionCode: REGION,
    key: randomUUID(),
    input,
  };
  const began = performance.now();
  const done = await office.pantau.unitOfWork.run(command, (tx) => logObservation(tx, COMMAND_LINE, input));
  office.times.push(performance.now() - began);
  if (!done.ok) throw new Error(done.refusal.code);
}

async function replay(office, pairs) {
  const stores = await office.stores();
  return replayScores(stores, pairs, EVERYTHING);
}

/** What `npm run verify` does. */
async function verify({ url }) {
  const client = new Client({ connectionString: url, options: `${AS_SYSTEM} ${VERIFY_OPTIONS}` });
  await client.connect();
  try {
    const rows = async (text, parameters) => (await client.query(text, [...(parameters ?? [])])).rows;
    const differences = await scoreDifferences({ rows });
    if (differences.length > 0)
      throw new Error(`${differences.length} stored figures differ from the record`);
  } finally {
    await client.end();
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quantile(times, share) {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)];
}

function pad(text) {
  return String(text).padStart(11);
}
