/**
 * How long an observation takes to the wall: from sending `logObservation` over HTTP to its change arriving at a
 * websocket subscriber of the same process, over loopback, on the seeded demo.
 */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { observer, openDemoOffice, REGION } from './demo-office.mjs';

const OBSERVATIONS = Number(process.env.BENCH_OBSERVATIONS ?? 1_000);
const WARM_UP = 100;

const office = await openDemoOffice();
try {
  const seconds = (office.startedInMs / 1000).toFixed(1);
  console.log(`first start of the built server, with migration and demo: ${seconds} s`);
  const log = await observer(office);
  const arrivals = new Map();
  let waiting = null;
  const client = createClient({
    url: `${office.address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: office.authorization },
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
    await log();
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
  await office.close();
}

function row(name, values) {
  values.sort((a, b) => a - b);
  const at = (share) =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(46)}${at(0.5)}${at(0.99)}${at(1)}`);
}
