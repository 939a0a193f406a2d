/**
 * A first load of a whole kota: 20,000 employees and their scores of 12 months, page by page through the connections, as a
 * program of regional HR reads them. How many rows a second, and how much memory the server needs for it.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Client } from 'pg';
import { openDatabase } from '../dist/app/open-database.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { REGION, writeLargeRegion } from './large-region.mjs';
import { signInChief } from './sign-in.mjs';

const EMPLOYEES = Number(process.env.BENCH_EMPLOYEES ?? 20_000);
/** Readers at once: one is a script at night, four a program in a hurry. */
const READERS = (process.env.BENCH_READERS ?? '1,4').split(',').map(Number);
const PAGE = 100;
const PERIODS = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);

const importer = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

const EMPLOYEES_PAGE = `query Employees($region: RegionCode!, $after: String) {
  page: employees(region: $region, first: ${PAGE}, after: $after) {
    edges { node { id name maskedNip status position unit { id code name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const SCORES_PAGE = `query Scores($region: RegionCode!, $period: String!, $after: String) {
  page: employeeScores(region: $region, period: $period, first: ${PAGE}, after: $after) {
    edges { node { employee { id } periodCode value coverage status policyVersion changedAt } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const database = await openDatabase(
  { databaseUrl: process.env.BENCH_DATABASE_URL ?? null, home },
  () => undefined,
);
try {
  await bringIn();
  const server = await startServer();
  try {
    const authorization = `Bearer ${await signInChief(database.url, REGION)}`;
    const ask = async (query, variables) => {
      const response = await fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (errors) throw new Error(errors[0].message);
      return data;
    };
    const readAll = async (query, variables = {}) => {
      let rows = 0;
      for (let after = null; ;) {
        const { page } = await ask(query, { region: REGION, after, ...variables });
        rows += page.edges.length;
        if (!page.pageInfo.hasNextPage) return rows;
        after = page.pageInfo.endCursor;
      }
    };
    console.log('readers       rows   seconds    rows/s   MiB before    peak   after');
    for (const readers of READERS) {
      const before = memory(server.pid);
      const began = performance.now();
      let rows = await readAll(EMPLOYEES_PAGE);
      const waiting = [...PERIODS];
      await Promise.all(
        Array.from({ length: readers }, async () => {
          for (let period = waiting.shift(); period !== undefined; period = waiting.shift()) {
            const read = await readAll(SCORES_PAGE, { period });
            if (read !== EMPLOYEES) throw new Error(`${period} has ${read} scores, not ${EMPLOYEES}`);
            rows += read;
          }
        }),
      );
      const seconds = (performance.now() - began) / 1_000;
      const after = memory(server.pid);
      console.log(
        `${String(readers).padStart(7)}${String(rows).padStart(11)}${seconds.toFixed(1).padStart(10)}` +
          `${String(Math.round(rows / seconds)).padStart(10)}${String(before.now).padStart(13)}` +
          `${String(after.peak).padStart(8)}${String(after.now).padStart(8)}`,
      );
    }
  } finally {
    await server.close();
  }
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

/** Units and people by the files; a year of scores beside each other, as if they had been computed then. */
async function bringIn() {
  await writeLargeRegion(folder, { employees: EMPLOYEES, observations: 0, now: new Date() });
  for (const name of ['units', 'employees']) {
    await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [importer, '--region', REGION, join(folder, `${name}.csv`)], {
        env: { ...process.env, DATABASE_URL: database.url },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`import ended with ${code}`))));
    });
  }
  const client = new Client({ connectionString: database.url, options: AS_SYSTEM });
  await client.connect();
  try {
    await client.query(
      `insert into period (region_code, code, starts_on, ends_on, state)
       select $1, code, (code || '-01')::date, (code || '-01')::date + interval '1 month' - interval '1 day', 'CLOSED'
       from unnest($2::text[]) as code on conflict do nothing`,
      [REGION, PERIODS],
    );
    await client.query(
      `insert into employee_score (region_code, employee_id, period_code, value, coverage, observations, work_value,
         work_rating, behaviour_value, behaviour_rating, predicate, policy_version, changed_at)
       select $1, id, code, 80 + random() * 30, 0.9, 12, 95, 'MEETS', 0.2, 'MEETS', 'BAIK',
         (select version from scoring_policy limit 1), '2025-12-31'
       from employee, unnest($2::text[]) as code`,
      [REGION, PERIODS],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The built server in a process of its own. */
async function startServer() {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PANTAU_HOME: home,
      PANTAU_DEMO: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\/\/\S+)\/graphql/.exec(line);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error('the server ended')));
  });
  return {
    ...{ address, pid: child.pid },
    async close() {
      child.kill('SIGINT');
      await gone;
    },
  };
}

/** Resident memory of a process in MiB: now, and the most since it was asked last; 0 where the system does not tell. */
function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    const found = { now: of('VmRSS'), peak: of('VmHWM') };
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return found;
  } catch {
    return { now: 0, peak: 0 };
  }
}
