/**
 * One page of people with scores and five indicators each, out of 20,000: how many of them a second, and how long the
 * slowest waits, at 50 connections; beside peers and beside a server that sends what one statement gives. All in turns
 * in one run, each in a process of its own, over the same PostgreSQL with as many connections.
 */
import { fork, spawn } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import autocannon from 'autocannon';
import { openDatabase } from '../dist/app/open-database.js';
import { writeLargeRegion } from './large-region.mjs';
import { writeParts } from './read/parts.mjs';
import { contentOf, endOf, QUESTION, QUESTION_OF_POSTGRAPHILE, REGION } from './read/question.mjs';
import { signInChief } from './sign-in.mjs';

const EMPLOYEES = Number(process.env.BENCH_EMPLOYEES ?? 20_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 50);
const KINDS = (
  process.env.BENCH_KINDS ?? 'floor,mercurius,postgraphile,pantau,pantau-untold,pantau-kept'
).split(',');
/** Pages that the load goes over, each request another one; kept answers are measured on one page over and over. */
const PAGES = 100;

const server = fileURLToPath(new URL('./read/servers.mjs', import.meta.url));
const importer = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const database = await openDatabase(
  { databaseUrl: process.env.BENCH_DATABASE_URL ?? null, home },
  () => undefined,
);
try {
  const now = new Date();
  const period = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
  if (process.env.BENCH_READY === undefined) {
    await bringIn(now);
    await writeParts(database.url, REGION, period);
  }
  const token = await signInChief(database.url, REGION);
  const found = new Map(KINDS.map((kind) => [kind, []]));
  let content = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < KINDS.length; at += 1) {
      // In turns, each time from another one on: what warms up or slows down the machine meets all alike.
      const kind = KINDS[(at + round) % KINDS.length];
      const one = await measure(kind, { token, period });
      content ??= one.content;
      deepStrictEqual(one.content, content, `${kind} answers something else than the first`);
      found.get(kind).push(one);
    }
  }
  tell(found);
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

/** Brings 20,000 people in, with one observation of each indicator of each. */
async function bringIn(now) {
  await writeLargeRegion(folder, { employees: EMPLOYEES, observations: 0, now });
  const people = (await readFile(join(folder, 'employees.csv'), 'utf8')).trim().split('\n').slice(1);
  const observedAt = (n) => new Date(now.getTime() - 7_200_000 - (n % 1_000) * 60_000).toISOString();
  const rows = people.flatMap((line, n) =>
    [0, 1, 2, 3, 4].map(
      (i) =>
        `r${n}.${i},${line.split(',')[0]},BCH-0${i},${60 + ((n * 31 + i * 57) % 400) / 10},${observedAt(n)},`,
    ),
  );
  await writeFile(
    join(folder, 'observations.csv'),
    `key,nip,indicator,value,observed_at,note\n${rows.join('\n')}\n`,
  );
  for (const name of ['units', 'employees', 'indicators', 'targets', 'observations']) {
    await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [importer, '--region', REGION, join(folder, `${name}.csv`)], {
        env: { ...process.env, DATABASE_URL: database.url },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`import ended with ${code}`))));
    });
  }
}

async function measure(kind, { token, period }) {
  const child = fork(server, [kind], {
    env: { ...process.env, BENCH_DATABASE_URL: database.url, NODE_ENV: 'production' },
    execArgv: (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean),
  });
  try {
    const { port } = await told(child);
    const url = `http://127.0.0.1:${port}/graphql`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const bodyOf = (after) =>
      JSON.stringify({
        query: kind === 'postgraphile' ? QUESTION_OF_POSTGRAPHILE : QUESTION,
        variables: { region: REGION, period, after },
      });
    const bodies = [];
    let content = null;
    for (let after = null; bodies.length < PAGES;) {
      bodies.push(bodyOf(after));
      const answer = await (await fetch(url, { method: 'POST', headers, body: bodies.at(-1) })).json();
      content ??= contentOf(answer);
      after = endOf(answer);
      if (after === null) break;
    }
    const asked = kind === 'pantau-kept' ? bodies.slice(0, 1) : bodies;
    let turn = 0;
    // No two connections ask for the same page at the same time, where there are several.
    const turned = () => {
      turn = (turn + 7) % asked.length;
      return [...asked.slice(turn), ...asked.slice(0, turn)];
    };
    const load = (seconds) =>
      autocannon({
        ...{ url, connections: CONNECTIONS, duration: seconds },
        setupClient: (client) =>
          client.setRequests(turned().map((body) => ({ method: 'POST', headers, body }))),
      });
    await load(Math.min(3, SECONDS));
    const before = await cpu(child);
    const ran = await load(SECONDS);
    const after = await cpu(child);
    if (ran.non2xx > 0 || ran.errors > 0)
      throw new Error(`${kind}: ${ran.non2xx} refused, ${ran.errors} lost`);
    return {
      content,
      perSecond: ran.requests.total / ran.duration,
      p50: ran.latency.p50,
      p99: ran.latency.p99,
      cpuMs: (after.cpuMs - before.cpuMs) / ran.requests.total,
    };
  } finally {
    const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null;
    if (child.connected) child.disconnect();
    await gone;
  }
}

function told(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the server ended (${code})`)));
  });
}

function cpu(child) {
  child.send('measure');
  return told(child);
}

function tell(found) {
  const middle = (kind, of) =>
    found
      .get(kind)
      .map(of)
      .toSorted((a, b) => a - b)[Math.floor(found.get(kind).length / 2)];
  const base = found.has('mercurius') ? middle('mercurius', (one) => one.perSecond) : null;
  console.log(`${CONNECTIONS} connections, load average ${loadavg()[0].toFixed(1)}`);
  console.log(
    `${'server'.padEnd(16)}${'requests/s'.padStart(12)}${'of mercurius'.padStart(14)}${'p50 ms'.padStart(9)}` +
      `${'p99 ms'.padStart(9)}${'server CPU ms'.padStart(15)}   each round`,
  );
  for (const kind of found.keys()) {
    const perSecond = middle(kind, (one) => one.perSecond);
    console.log(
      kind.padEnd(16) +
        String(Math.round(perSecond)).padStart(12) +
        (base === null ? '-' : (perSecond / base).toFixed(2)).padStart(14) +
        String(middle(kind, (one) => one.p50)).padStart(9) +
        String(middle(kind, (one) => one.p99)).padStart(9) +
        middle(kind, (one) => one.cpuMs)
          .toFixed(2)
          .padStart(15) +
        `   ${found
          .get(kind)
          .map((one) => Math.round(one.perSecond))
          .join(' ')}`,
    );
  }
}
