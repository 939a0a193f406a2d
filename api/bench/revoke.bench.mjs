/**
 * How long a socket outlives what lets it in: rights are taken away through one API process, the sockets hang on
 * another, with 100 walls beside them and observations going on. From the moment at which the taking away was answered
 * (so it is committed) to the socket's close at the client; and which changes were still told to it. Once with Redis,
 * once with PostgreSQL's NOTIFY alone; in both also without any ring at all, where only the look of each second is left.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createSecretKey, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import { compose } from '../dist/app/compose.js';
import { forGood, importFile } from '../dist/app/import-file.js';
import { importKinds } from '../dist/app/import-kinds.js';
import { openDatabase } from '../dist/app/open-database.js';
import { prepareDatabase } from '../dist/app/prepare-database.js';
import { DEMO_REGION as REGION, seedDemo } from '../dist/demo/seed-demo.js';
import { makeToken } from '../dist/platform/auth/token.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { createLogger } from '../dist/platform/logger.js';
import { signInChief } from './sign-in.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);
const WALLS = Number(process.env.BENCH_WALLS ?? 100);
/** Between two observations that are logged meanwhile. */
const PACE_MS = 40;
/** A socket that is open by then is a failure. */
const GIVE_UP_MS = 10_000;
const BOUND_MS = { redis: 1_000, notify: 5_000 };
const SECRET = 'rahasia-untuk-uji-beban-0123456789abcdef';
const FORBIDDEN = 4403;
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const WALL = `subscription { wall(region: "${REGION}") {
  __typename ... on WallSnapshot { cursor } ... on WallChange { cursor } ... on WallHeartbeat { cursor } } }`;

const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const server = await openDatabase({ databaseUrl: null, home }, () => undefined);
const client = new Client({ connectionString: server.url, options: AS_SYSTEM });
try {
  const first = await composeHere(null);
  await prepareDatabase(first.orm);
  await seedDemo(first, new Date());
  await first.close();
  await client.connect();
  const redis = await startRedis();
  if (redis === null) console.log('redis-server is not here: measured without it alone');
  else {
    await measure('with Redis', redis.url, BOUND_MS.redis);
    redis.stop();
  }
  await measure('NOTIFY alone', null, BOUND_MS.notify);
} finally {
  await client.end().catch(() => undefined);
  await server.stop();
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function measure(title, redisUrl, bound) {
  const here = await composeHere(redisUrl);
  const port = await here.listen('127.0.0.1', 0);
  const there = await startThere(redisUrl);
  try {
    const chief = await signInChief(server.url, REGION);
    const ask = (token, query, variables) => askOf(port, token, query, variables);
    const walls = [];
    for (let n = 0; n < WALLS; n += 1) walls.push(await listen(there.address, (await pairWall()).token));
    const work = startWork((query, variables) => ask(chief, query, variables));
    console.log(`\n${title}: ${ROUNDS} sockets each, beside ${WALLS} walls, milliseconds (bound ${bound})`);
    console.log(
      `${''.padEnd(34)}${'median'.padStart(8)}${'max'.padStart(8)}${'told meanwhile'.padStart(16)}${'after the bound'.padStart(17)}`,
    );
    const cause = async (name, open, act) => {
      const took = [];
      let meanwhile = 0;
      let late = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const subject = await open(round);
        const socket = await listen(there.address, subject.token);
        const at = await act(subject);
        took.push((await socket.closed()) - at);
        const { inTime, tooLate } = work.toldTo(socket, at, bound);
        meanwhile += inTime;
        late += tooLate;
      }
      row(name, took, meanwhile, late);
    };
    const person = (round, roles = ['LEADERSHIP']) => signIn({ roles });
    const bySql = (text) => async (subject) => {
      await client.query(text, [REGION, subject.id]);
      return performance.now();
    };
    const byMutation =
      (query, variablesOf, tokenOf = () => chief) =>
      async (subject) => {
        const { errors, data } = await ask(tokenOf(subject), query, variablesOf(subject));
        const result = Object.values(data ?? {})[0];
        if (errors || /Refus/.test(result?.__typename ?? ''))
          throw new Error(JSON.stringify(errors ?? result));
        return performance.now();
      };

    await cause(
      'log-out',
      person,
      byMutation(
        'mutation { signOut(everywhere: false) { sessions } }',
        () => ({}),
        ({ token }) => token,
      ),
    );
    await cause(
      'role withdrawn',
      person,
      byMutation(
        'mutation($i: RevokeGrantInput!) { revokeGrant(input: $i) { __typename ... on Refusal { code } } }',
        ({ grantId }) => ({
          i: { region: REGION, key: randomUUID(), grantId },
        }),
      ),
    );
    const movers = await peopleToMove();
    await cause(
      'transfer to another unit',
      async (round) => ({ ...(await signIn({ employeeId: movers[round].id })), mover: movers[round] }),
      async ({ mover }) => {
        await transfer(here, mover);
        return performance.now();
      },
    );
    await cause(
      'wall revoked',
      pairWall,
      byMutation(
        'mutation($i: RevokeDeviceInput!) { revokeDevice(input: $i) { __typename ... on Refusal { code } } }',
        ({ id }) => ({
          i: { region: REGION, key: randomUUID(), id },
        }),
      ),
    );
    await cause(
      'session runs out',
      () => signIn({ roles: ['LEADERSHIP'], lasts: 1_500 + Math.random() * 1_000 }),
      async ({ expiresAt }) => {
        await wait(Math.max(0, expiresAt.getTime() - Date.now()));
        return performance.now() - (Date.now() - expiresAt.getTime());
      },
    );
    await work.rest(true);
    await cause(
      'nobody rings: the look of a second',
      person,
      bySql(`with ended as (update session set ended_at = now() where region_code = $1 and account_id = $2)
        update access_version set version = version + 1 where region_code = $1`),
    );
    await work.rest(false);

    // All walls at once, by a statement beside the product: what rings is the next observation.
    await client.query('begin');
    await client.query(
      `update wall_device set revoked_at = now(), revoked_by = 'bench' where region_code = $1`,
      [REGION],
    );
    await client.query('update access_version set version = version + 1 where region_code = $1', [REGION]);
    await client.query('commit');
    const at = performance.now();
    const took = await Promise.all(walls.map(async (socket) => (await socket.closed()) - at));
    const told = walls.map((socket) => work.toldTo(socket, at, bound));
    row(
      `all ${WALLS} walls at once`,
      took,
      sum(told.map(({ inTime }) => inTime)),
      sum(told.map(({ tooLate }) => tooLate)),
    );
    await work.stop();
  } finally {
    await there.stop();
    await here.close();
  }
}

function row(name, took, meanwhile, late) {
  took.sort((a, b) => a - b);
  const at = (share) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(0).padStart(8);
  console.log(
    `${name.padEnd(34)}${at(0.5)}${at(1)}${String(meanwhile).padStart(16)}${String(late).padStart(17)}`,
  );
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The API process through which rights are taken away: this one. */
function composeHere(redisUrl) {
  return compose({
    ...{ databaseUrl: server.url, redisUrl, webRoot: null },
    ...{ secret: createSecretKey(Buffer.from(SECRET)), logger: createLogger('silent') },
  });
}

/** The API process on which the sockets hang. */
async function startThere(redisUrl) {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      ...{
        PANTAU_HOME: join(folder, 'home'),
        PANTAU_DEMO: 'off',
        PANTAU_SECRET: SECRET,
        PANTAU_LOG: 'error',
      },
      ...{ DATABASE_URL: server.url, ...(redisUrl && { REDIS_URL: redisUrl }) },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\/\/[^\s/]+)/.exec(line);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error('the server ended')));
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function startRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  await wait(500);
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill('SIGKILL') };
}

async function askOf(port, token, query, variables) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Observations one after another through this process: where each stands in the stream, and when it was sent. */
function startWork(ask) {
  const sent = new Map();
  let going = true;
  let resting = false;
  const done = (async () => {
    const { rows } = await client.query(
      `select t.employee_id, t.indicator_id, t.target_value::float8::text as value from target t
       join indicator i on i.region_code = t.region_code and i.id = t.indicator_id and i.kind = 'RESULT'
       join period p on p.region_code = t.region_code and p.code = t.period_code
       where t.region_code = $1 and current_date between p.starts_on and p.ends_on order by 1, 2 limit 50`,
      [REGION],
    );
    for (let n = 0; going; n += 1) {
      while (resting && going) await wait(PACE_MS);
      const { employee_id: employeeId, indicator_id: indicatorId, value } = rows[n % rows.length];
      const began = performance.now();
      const { data, errors } = await ask(
        `mutation($i: LogObservationInput!) { logObservation(input: $i) { __typename
           ... on ObservationRecorded { cursor } ... on Refusal { message } } }`,
        {
          i: {
            region: REGION,
            key: randomUUID(),
            observedAt: new Date().toISOString(),
            employeeId,
            indicatorId,
            value,
          },
        },
      );
      if (data?.logObservation?.cursor === undefined) throw new Error(JSON.stringify(errors ?? data));
      sent.set(offsetOf(data.logObservation.cursor), began);
      await wait(PACE_MS);
    }
  })();
  return {
    /** Changes that were begun after the rights were gone and yet told: within the bound, and beyond it. */
    toldTo({ heard }, at, bound) {
      const begun = heard.map((offset) => sent.get(offset) ?? -Infinity);
      return {
        inTime: begun.filter((when) => when > at && when <= at + bound).length,
        tooLate: begun.filter((when) => when > at + bound).length,
      };
    },
    /** Nothing is logged, and so nothing rings; it takes a moment. */
    async rest(yes) {
      resting = yes;
      await wait(10 * PACE_MS);
    },
    async stop() {
      going = false;
      await done;
    },
  };
}

function offsetOf(cursor) {
  return Number(cursor.split(':')[1]);
}

/** A wall on a socket of its own that never comes back by itself; here when it has been given its snapshot. */
async function listen(address, token) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message) => socket.send(JSON.stringify(message), () => undefined);
  const heard = [];
  let end = null;
  const gone = new Promise((resolve) => {
    socket.on('close', (code) => {
      end = { code, at: performance.now() };
      resolve();
    });
  });
  socket.on('error', () => undefined);
  socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  const ready = new Promise((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(Buffer.from(data).toString());
      if (message.type === 'connection_ack') say({ type: 'subscribe', id: 'wall', payload: { query: WALL } });
      if (message.type === 'ping') say({ type: 'pong' });
      const wall = message.payload?.data?.wall;
      if (wall?.__typename === 'WallSnapshot') resolve();
      if (wall?.__typename === 'WallChange') heard.push(offsetOf(wall.cursor));
    });
  });
  await Promise.race([ready, gone, wait(GIVE_UP_MS, null, { ref: false })]);
  if (end !== null) throw new Error(`a socket was not let in: ${end.code}`);
  return {
    heard,
    /** When it was closed. */
    async closed() {
      await Promise.race([gone, wait(GIVE_UP_MS, null, { ref: false })]);
      if (end === null) throw new Error('a socket outlived its rights');
      if (end.code !== FORBIDDEN) throw new Error(`a socket was closed with ${end.code}`);
      return end.at;
    },
  };
}

async function signIn({ roles = [], employeeId = null, lasts = 86_400_000 }) {
  const token = makeToken('SESSION', REGION);
  const [id, grantId] = [randomUUID(), randomUUID()];
  const expiresAt = new Date(Date.now() + lasts);
  await client.query(
    `insert into account (region_code, id, login, name, employee_id, state, recovery_hashes, created_at, created_by)
     values ($1, $2, $3, 'Uji beban', $4, 'ACTIVE', '{}', now(), 'bench')
     on conflict (region_code, employee_id) do update set id = excluded.id`,
    [REGION, id, `bench.${id}`, employeeId],
  );
  for (const role of roles) {
    await client.query(
      `insert into role_grant (region_code, id, account_id, role, granted_at, granted_by) values ($1, $2, $3, $4, now(), 'bench')`,
      [REGION, grantId, id, role],
    );
  }
  await client.query(
    `insert into session (region_code, id, token_hash, account_id, second_factor, created_at, expires_at, last_seen_at)
     values ($1, gen_random_uuid(), $2, $3, true, now(), $4, now())`,
    [REGION, token.hash, id, expiresAt],
  );
  return { id, grantId, token: token.text, expiresAt };
}

async function pairWall() {
  const token = makeToken('DEVICE', REGION);
  const id = randomUUID();
  await client.query(
    `insert into wall_device (region_code, id, name, token_hash, level, paired_at, paired_by)
     values ($1, $2, 'Uji beban', $3, 'OFFICE', now(), 'bench')`,
    [REGION, id, token.hash],
  );
  return { id, token: token.text };
}

/** People without an account whom nobody would miss where they are. */
async function peopleToMove() {
  const { rows } = await client.query(
    `select e.id, e.nip, e.name, e.status, e.position_title as position, u.code as unit from employee e
     join org_unit u on u.region_code = e.region_code and u.id = e.unit_id and u.kind = 'KELURAHAN'
     where e.region_code = $1 and e.active and not exists (
       select 1 from account a where a.region_code = e.region_code and a.employee_id = e.id)
     order by e.id limit $2`,
    [REGION, ROUNDS],
  );
  const { rows: units } = await client.query(
    `select code from org_unit where region_code = $1 and kind = 'KELURAHAN' order by code`,
    [REGION],
  );
  if (rows.length < ROUNDS) throw new Error(`the demo has ${rows.length} people to move`);
  return rows.map((row) => ({ ...row, to: units.find(({ code }) => code !== row.unit).code }));
}

async function transfer({ unitOfWork }, { nip, name, status, position, to }) {
  const path = join(folder, 'employees.csv');
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await writeFile(
    path,
    `nip,name,status,unit,position,since\n${nip},"${name}",${status},${to},"${position}",${today}\n`,
  );
  const findings = [];
  const report = await importFile({
    ...{ path, kind: importKinds.employees, regionCode: REGION, carryOut: forGood(unitOfWork) },
    onFinding: (finding) => findings.push(finding),
    onProgress: () => undefined,
  });
  if (findings.length > 0 || report.changed !== 1) throw new Error(JSON.stringify({ findings, report }));
}
