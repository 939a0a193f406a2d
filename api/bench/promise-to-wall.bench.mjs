/**
 * How long a promise that is spoken in a hall takes to the leadership's wall, and to the screen in the hall: from sending
 * the entry over HTTP to its change at a websocket, over loopback, on the seeded demo, with a dozen walls and six screens
 * beside. And how long the berita acara of a meeting with sixty outcomes takes, from asking for it to its last byte.
 */
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { openDemoOffice, REGION } from './demo-office.mjs';

const PROMISES = Number(process.env.BENCH_PROMISES ?? 100);
/** One who signed in may hold twenty sockets. */
const WALLS = 12;
const SCREENS = 6;
const PAPERS = 20;
/** Issues that fill the minutes up to sixty outcomes of one session, beside the promises of another one. */
const OUTCOMES = 60;
/** What the wall promises. */
const BOUND_MS = 2_000;

const office = await openDemoOffice();
const clients = [];
try {
  const { units } = await office.ask(
    `query($r: RegionCode!) { units(region: $r, first: 100) { edges { node { id kind } } } }`,
    { r: REGION },
  );
  const unit = units.edges.find(({ node }) => node.kind === 'KELURAHAN').node.id;
  const session = await openSession(unit);
  const arrivals = new Map();
  const listen = (query, promiseOf) => {
    const client = createClient({
      url: `${office.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: office.authorization },
    });
    clients.push(client);
    client.subscribe(
      { query },
      {
        next: ({ data }) => {
          for (const id of promiseOf(data)) {
            arrivals.get(id)?.push(performance.now());
            arrivals.get(id)?.done();
          }
        },
        error: (error) => console.error(error),
        complete: () => undefined,
      },
    );
  };
  for (let n = 0; n < WALLS; n += 1) {
    listen(
      `subscription { wall(region: "${REGION}") { ... on WallChange { cursor promise: commitment { id text } } } }`,
      ({ wall }) => (wall.promise ? [`wall ${wall.promise.id}`] : []),
    );
  }
  for (let n = 0; n < SCREENS; n += 1) {
    listen(
      `subscription { forumSession(region: "${REGION}", id: "${session}") {
         ... on ForumSessionUpdate { reason commitments { id text } } } }`,
      ({ forumSession: { commitments = [] } }) => commitments.map(({ id }) => `screen ${id}`),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 1_500));

  const answered = [];
  const atWalls = [];
  const atScreens = [];
  for (let n = 0; n < PROMISES; n += 1) {
    const id = randomUUID();
    const heard = [expectTo(arrivals, `wall ${id}`, WALLS), expectTo(arrivals, `screen ${id}`, SCREENS)];
    const sent = performance.now();
    await write(session, [
      { id, outcome: { kind: 'COMMITMENT', text: `Janji ${n}`, ownerUnit: unit, workingDays: 5 } },
    ]);
    answered.push(performance.now() - sent);
    const [walls, screens] = await Promise.all(heard);
    atWalls.push(...walls.map((at) => at - sent));
    atScreens.push(...screens.map((at) => at - sent));
  }
  console.log(`${PROMISES} promises, one after another, in ms            p50      p99      max`);
  row('logForumEntries answered', answered);
  row(`at ${WALLS} walls`, atWalls);
  row(`at ${SCREENS} screens of the hall`, atScreens);
  if (Math.max(...atWalls) > BOUND_MS) process.exitCode = 1;

  const meeting = await openSession(unit);
  for (let n = 0; n < OUTCOMES; n += 20) {
    await write(
      meeting,
      Array.from({ length: 20 }, (_, m) => ({
        id: randomUUID(),
        outcome: { kind: 'ISSUE', text: `Yang disampaikan warga, nomor ${n + m}` },
      })),
    );
  }
  const papers = [];
  for (let n = 0; n < PAPERS; n += 1) {
    const sent = performance.now();
    const response = await fetch(`${office.address}/forum/minutes/${meeting}.pdf`, {
      headers: { authorization: office.authorization },
    });
    const bytes = await response.arrayBuffer();
    if (!response.ok) throw new Error(`no paper: ${response.status}`);
    papers.push(performance.now() - sent);
    if (n === 0) console.log(`berita acara of ${OUTCOMES} outcomes: ${bytes.byteLength} bytes`);
  }
  row('berita acara as PDF', papers);
} finally {
  await Promise.all(clients.map((client) => client.dispose()));
  await office.close();
}

/** Resolves with the moments at which it came so many times. */
function expectTo(known, name, times) {
  return new Promise((resolve) => {
    const moments = [];
    moments.done = () => {
      if (moments.length < times) return;
      known.delete(name);
      resolve(moments);
    };
    known.set(name, moments);
  });
}

async function openSession(unit) {
  const heldOn = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const { planForumSeries } = await office.ask(
    `mutation($i: PlanForumSeriesInput!) { planForumSeries(input: $i) {
       ... on ForumSeriesPlanned { series { id } } ... on Refusal { message } } }`,
    {
      i: {
        ...{ region: REGION, key: randomUUID(), unit, kind: 'FORUM_WARGA' },
        ...{ name: 'Forum ukur', place: 'Balai', quorum: 0 },
      },
    },
  );
  const { planForumSession } = await office.ask(
    `mutation($i: PlanForumSessionInput!) { planForumSession(input: $i) {
       ... on ForumSessionRecorded { session { id } } ... on Refusal { message } } }`,
    {
      i: {
        ...{ region: REGION, key: randomUUID(), series: planForumSeries.series.id, title: 'Diukur' },
        ...{ place: 'Balai', heldOn, startsAt: '09:00', quorum: 0, agenda: [] },
      },
    },
  );
  const { id } = planForumSession.session;
  await write(id, [{ id: randomUUID(), open: true }]);
  return id;
}

async function write(session, parts) {
  const now = new Date().toISOString();
  const { logForumEntries } = await office.ask(
    `mutation($i: LogForumEntriesInput!) { logForumEntries(input: $i) { results { state refusal { code } } } }`,
    {
      i: {
        ...{ region: REGION, session, device: randomUUID(), deviceNow: now },
        entries: parts.map((part, seq) => ({ seq, takenAt: now, ...part })),
      },
    },
  );
  const refused = logForumEntries.results.find(({ state }) => state === 'REFUSED');
  if (refused) throw new Error(refused.refusal.code);
}

function row(name, values) {
  values.sort((a, b) => a - b);
  const at = (share) =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(46)}${at(0.5)}${at(0.99)}${at(1)}`);
}
