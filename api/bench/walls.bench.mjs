/**
 * Many walls on a busy morning: observations at a steady pace, and how long each takes to each wall; from sending
 * `logObservation` over HTTP to its change at a websocket, over loopback, on the seeded demo.
 */
import { openDemoOffice, observer, REGION } from './demo-office.mjs';
import { Listeners } from './fan-out/listeners.mjs';
import { pairWalls } from './sign-in.mjs';

const SOCKETS = Number(process.env.BENCH_SOCKETS ?? 500);
const A_SECOND = Number(process.env.BENCH_RATE ?? 50);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
/** One after another, before the pace begins. */
const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 1_500);
const WARM_UP_SECONDS = 3;
/** A principal may hold as many. */
const EACH = 20;

const office = await openDemoOffice();
/** When each change came to each wall, by its cursor. */
const arrivals = new Map();
const listeners = new Listeners({
  // As much as the wall itself asks for.
  query: `subscription { wall(region: "${REGION}") { __typename
    ... on WallSnapshot { cursor units { id value } }
    ... on WallChange { cursor previous at units { id value state coverage observationCount headcount scoredHeadcount changedAt }
      happening { id at unitId unitName delta sentence sentenceEn } }
    ... on WallHeartbeat { cursor previous at } } }`,
  wanted(message) {
    if (!message.includes('"WallChange"')) return false;
    const cursor = /"cursor":"([^"]+)"/.exec(message.toString('latin1'))[1];
    const times = arrivals.get(cursor) ?? [];
    arrivals.set(cursor, times);
    times.push(performance.now());
    return true;
  },
});
try {
  const port = Number(new URL(office.address).port);
  for (const token of await pairWalls(office.databaseUrl, REGION, Math.ceil(SOCKETS / EACH))) {
    await listeners.open(port, EACH, null, { authorization: `Bearer ${token}` });
  }
  const log = await observer(office);
  // A server that has been up: Node compiles what runs often only after it has run often.
  for (let n = 0; n < WARM_UP; n += 1) await log();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  arrivals.clear();
  const heardBefore = listeners.heard;
  const sent = new Map();
  const answered = [];
  const trouble = [];
  const under = new Set();
  const began = performance.now();
  const total = (WARM_UP_SECONDS + SECONDS) * A_SECOND;
  for (let n = 0; n < total; n += 1) {
    // At its time whether the ones before have ended or not: a queue must show as lateness.
    const due = began + (n * 1_000) / A_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const one = log()
      .then((cursor) => {
        sent.set(cursor, { due, counts: n >= WARM_UP_SECONDS * A_SECOND });
        if (n >= WARM_UP_SECONDS * A_SECOND) answered.push(performance.now() - due);
      })
      .catch((error) => trouble.push(error.message))
      .finally(() => under.delete(one));
    under.add(one);
  }
  await Promise.all(under);
  await Promise.race([
    listeners.until(heardBefore + total * SOCKETS),
    new Promise((resolve) => setTimeout(resolve, 5_000)),
  ]);

  const late = [];
  let missing = 0;
  for (const [cursor, { due, counts }] of sent) {
    // The change of an observation is not its last one: what its unit shows comes with the next offsets.
    const times = arrivals.get(cursor);
    if (times === undefined) missing += 1;
    else if (counts) for (const time of times) late.push(time - due);
  }
  late.sort((a, b) => a - b);
  answered.sort((a, b) => a - b);
  console.log(
    `${SOCKETS} walls, ${A_SECOND} observations a second for ${SECONDS} s: ${late.length} of ` +
      `${SECONDS * A_SECOND * SOCKETS} arrivals, ${missing} changes not seen, ${trouble.length} failures, ${listeners.ended} walls lost`,
  );
  console.log(`in ms, from when it was due                      p50      p99      max`);
  row('logObservation answered', answered);
  row('change at a wall', late);
  if (trouble.length > 0) console.log(trouble[0]);
} finally {
  listeners.close();
  await office.close();
}

function row(name, values) {
  if (values.length === 0) return;
  const at = (share) =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(44)}${at(0.5)}${at(0.99)}${at(1)}`);
}
