/**
 * How long an observation takes to the wall: from sending `logObservation` over HTTP to its change arriving at a
 * websocket subscriber of the same process, over loopback, on the seeded demo.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { joinDatabase } from '../dist/app/open-database.js';
import { signInChief } from './sign-in.mjs';

const OBSERVATIONS = Number(process.env.BENCH_OBSERVATIONS ?? 1_000);
const WARM_UP = 100;
const REGION = '35.78';
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const began = performance.now();
const server = spawn(process.execPath, [program], {
  env: { ...process.env, PANTAU_HOME: home, PANTAU_DEMO: 'quiet' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const gone = new Promise((resolve) => server.once('exit', resolve));
try {
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /(http:\/\/\S+)\/graphql/.exec(line);
      if (found) resolve(found[1]);
    });
    server.once('exit', () => reject(new Error('the server ended')));
  });
  console.log(
    `first start of the built server, with migration and demo: ${seconds(performance.now() - began)} s`,
  );

  const database = await joinDatabase({ databaseUrl: null, home }, () => undefined);
  const authorization = `Bearer ${await signInChief(database.url, REGION)}`;

  const ask = async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
  const { periods } = await ask(`query($r: RegionCode!) { periods(region: $r) { code } }`, { r: REGION });
  const { employeeScores } = await ask(
    `query($r: RegionCode!, $p: String!) { employeeScores(region: $r, period: $p, first: 92) {
       edges { node { value employee { id } parts { realised target indicator { id } } } } } }`,
    { r: REGION, p: periods[0].code },
  );
  const cells = employeeScores.edges.flatMap(({ node }) =>
    node.value === null
      ? []
      : node.parts.map((part) => ({
          employeeId: node.employee.id,
          indicatorId: part.indicator.id,
          value: part.target,
        })),
  );

  const arrivals = new Map();
  let waiting = null;
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
  });
  client.subscribe(
    {
      query: `subscription { wall(region: "${REGION}") { ... on WallChange { cursor } ... on WallHeartbeat { __typename } } }`,
    },
    {
      next: ({ data }) => {
        if (data.wall.cursor === undefined) return;
        arrivals.set(data.wall.cursor, performance.now());
        waiting?.();
      },
      error: (error) => console.error(error),
      complete: () => undefined,
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 500));

  const answer = [];
  const wall = [];
  for (let n = 0; n < WARM_UP + OBSERVATIONS; n += 1) {
    const sent = performance.now();
    const arrived = new Promise((resolve) => (waiting = resolve));
    const { logObservation } = await ask(
      `mutation($i: LogObservationInput!) { logObservation(input: $i) { __typename ... on Refusal { message } } }`,
      {
        i: {
          region: REGION,
          key: randomUUID(),
          observedAt: new Date().toISOString(),
          ...cells[(n * 37) % cells.length],
        },
      },
    );
    if (logObservation.__typename !== 'ObservationRecorded') throw new Error(logObservation.message);
    const answered = performance.now();
    if (arrivals.size === 0) await arrived;
    const [at] = arrivals.values();
    arrivals.clear();
    if (n >= WARM_UP) {
      answer.push(answered - sent);
      wall.push(at - sent);
    }
  }
  console.log(`${OBSERVATIONS} observations, one after another, in ms     p50      p99      max`);
  row('logObservation answered', answer);
  row('change at the wall', wall);
  await client.dispose();
} finally {
  server.kill('SIGINT');
  await gone;
  await rm(home, { recursive: true, force: true });
}

function row(name, values) {
  values.sort((a, b) => a - b);
  const at = (share) =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(46)}${at(0.5)}${at(0.99)}${at(1)}`);
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}
