/**
 * Sends every case of the corpus to a server of its own and looks what it does to it: npm run attack [-- WORD ...]
 *
 * Words choose the cases whose key begins with one of them. Everything stays on this machine's loopback addresses.
 * Ends with 1 where anything was a surprise; `ATTACK_PROVE=1` makes the server misbehave, to see that it does.
 */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { addToTally } from '../bootstrap/tally.mjs';
import { letIn } from './actors.mjs';
import { queryHttp, queryWs, sendHttp, sendRaw, sendTurns, socketSteps, upgradeHeaders } from './doors.mjs';
import { expand, unfold } from './expressions.mjs';
import { readFacts } from './facts.mjs';
import { holdForums } from './forum.mjs';
import { BOUNDS, codesOf, judgeAnswer, judgeCost, judgeRows } from './judge.mjs';
import { startTarget } from './target.mjs';

/** Families whose failures are counted: sign-in, and what citizens send. */
const COUNTED = new Set(['S', 'C', 'F', 'R']);
const VICTIM_P99_MS = 500;
/** Of fewer requests the slowest hundredth says nothing. */
const ENOUGH = 1_000;
const RSS_GROWTH = 64 * 1024 * 1024;
const ROWS_EVERY = 20;
let networksGiven = 0;
const wanted = process.argv.slice(2);

const folder = new URL('./corpus/', import.meta.url);
const cases = [];
for (const file of (await readdir(folder)).sort()) {
  for (const written of JSON.parse(await readFile(new URL(file, folder), 'utf8')))
    cases.push(...unfold(written));
}
const twice = cases.map(({ key }) => key).filter((key, n, all) => all.indexOf(key) !== n);
if (twice.length > 0) throw new Error(`two cases have one name: ${twice.join(', ')}`);
const chosen = cases.filter(({ key }) => wanted.length === 0 || wanted.some((word) => key.startsWith(word)));

const target = await startTarget();
const counts = { passed: 0, failed: 0, skipped: 0 };
/** How many cases of each family were sent. */
const families = {};
const worst = { block: { ms: 0 }, cpu: { ms: 0 }, held: { bytes: -Infinity } };
let stopBystander = () => undefined;
try {
  const { address } = target;
  const { tokens, facts: known } = await letIn(address);
  const office = await readFacts(address, tokens.chief);
  const facts = { ...office, ...(await holdForums(address, tokens.chief, office.unit)), ...known };
  await warmUp(address, facts, tokens.chief);
  const bystander = await follow(address, facts.region, tokens.wall);
  stopBystander = bystander.stop;
  const idle = new Worker(new URL('./control.mjs', import.meta.url));
  const control = await new Promise((resolve) => idle.once('message', resolve));
  const probe = new Worker(new URL('./probe.mjs', import.meta.url), { workerData: { address, control } });
  /** What the server held when its garbage was last collected. */
  let clean = await target.collect();
  const rssBefore = clean.rss;
  let heads = await target.heads();
  let rows = await target.rows();
  let sinceRows = [];
  /** Counting all rows takes longer than most cases: it is done once for a handful of them. */
  const lookAtRows = async (one) => {
    sinceRows.push(one);
    if (sinceRows.length < ROWS_EVERY && one !== null) return;
    const now = await target.rows();
    const changed = sinceRows.some((other) => other?.writes) ? [] : judgeRows(rows, now);
    if (changed.length > 0) surprise({ key: sinceRows.map((other) => other?.key).join(', ') }, changed);
    rows = now;
    sinceRows = [];
  };

  const tryOnce = async (one) => {
    const loggedBefore = target.log.length;
    // Each guess at a door is looked at, whatever was guessed before.
    if (COUNTED.has(one.family)) await target.forget();
    await target.begin();
    const answer = await attempt(one, { address, facts, tokens });
    if (!target.isAlive())
      return { answer, gone: true, wrong: ['THE SERVER IS GONE', ...target.log.slice(-3)] };
    const after = await target.end();
    const before = clean;
    if (after.held - before.held > BOUNDS.heldBytes) {
      clean = await target.collect();
      Object.assign(after, clean);
    }
    const headsAfter = await target.heads();
    const logged = target.log.slice(loggedBefore).join(' ').slice(0, 300);
    const wrong = [
      ...judgeAnswer(one, answer),
      ...target.uncaught.splice(0).map(({ message }) => `uncaught: ${message}`),
      ...(logged === '' ? [] : [`logged: ${logged}`]),
      ...(bystander.isFollowing() ? [] : ['THE BYSTANDER WAS CUT OFF']),
      ...(one.writes || headsAfter === heads ? [] : [`the streams went on to ${headsAfter}`]),
    ];
    heads = headsAfter;
    return { answer, after, before, wrong, dear: judgeCost(one, before, after) };
  };

  for (const one of chosen.filter(({ slow }) => !slow)) {
    families[one.family] = (families[one.family] ?? 0) + 1;
    let tried = await tryOnce(one);
    // A collection of garbage may fall into any case: what is dear has to be so twice.
    if (!tried.gone && tried.dear.length > 0) tried = await tryOnce(one);
    const { answer, after, before } = tried;
    const wrong = [...tried.wrong, ...(tried.dear ?? [])];
    if (tried.gone) {
      surprise(one, wrong);
      break;
    }
    if (after.longestBlockMs > worst.block.ms) worst.block = { ms: after.longestBlockMs, key: one.key };
    if (after.cpuMs > worst.cpu.ms && !one.bounds?.cpuMs) worst.cpu = { ms: after.cpuMs, key: one.key };
    if (after.held - before.held > worst.held.bytes)
      worst.held = { bytes: after.held - before.held, key: one.key };
    if (process.env.ATTACK_ALL) {
      const got = codesOf(answer)[0] ?? answer.status ?? answer.close ?? 'answered';
      console.log(
        `${one.key.padEnd(20)} ${got} · CPU ${after.cpuMs.toFixed(0)} ms · held ${after.longestBlockMs.toFixed(0)} ms`,
      );
    }
    if (wrong.length > 0) surprise(one, wrong);
    else counts.passed += 1;
    await lookAtRows(one);
  }
  if (target.isAlive()) await lookAtRows(null);
  let rssLast = (await target.collect()).rss;

  // Cases that wait for a slow client's end run side by side.
  const slow = chosen.filter(({ slow }) => slow);
  if (target.isAlive() && slow.length > 0) {
    await Promise.all(
      slow.map(async (one) => {
        families[one.family] = (families[one.family] ?? 0) + 1;
        const wrong = judgeAnswer(one, await attempt(one, { address, facts, tokens }));
        if (wrong.length > 0) surprise(one, wrong);
        else counts.passed += 1;
      }),
    );
    const afterSlow = await target.rows();
    if (JSON.stringify(afterSlow) !== JSON.stringify(rows))
      surprise({ key: 'slow clients' }, ['rows changed']);
    rssLast = (await target.collect()).rss;
  }

  const { took, controlTook, failed } = await new Promise((resolve) => {
    probe.once('message', resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    probe.postMessage('end');
  });
  await Promise.all([probe.terminate(), idle.terminate()]);
  const p99 = p99Of(took);
  const controlP99 = p99Of(controlTook);
  whole('somebody else is served all the while', [
    ...(took.length >= ENOUGH && p99 - controlP99 > VICTIM_P99_MS
      ? [`p99 ${Math.round(p99)} ms, of nothing ${Math.round(controlP99)} ms`]
      : []),
    ...(failed.length > 0
      ? [
          `${failed.length} of ${failed.length + took.length} requests failed: ${[...new Set(failed)].join(', ')}`,
        ]
      : []),
  ]);
  whole('the wall of somebody else goes on', bystander.isFollowing() ? [] : ['it was cut off']);
  whole(
    'nothing was uncaught',
    target.uncaught.map(({ uncaught, message }) => `${uncaught}: ${message}`),
  );
  whole('memory comes back', rssLast - rssBefore > RSS_GROWTH ? [`${mib(rssLast - rssBefore)} more`] : []);
  console.log(
    `somebody else: ${took.length} requests, p99 ${p99.toFixed(1)} ms (of nothing ${controlP99.toFixed(1)} ms), worst ${Math.max(...took).toFixed(1)} ms · ` +
      `event loop held at most ${worst.block.ms.toFixed(1)} ms (${worst.block.key}) · ` +
      `CPU of one case at most ${worst.cpu.ms.toFixed(0)} ms (${worst.cpu.key}) · ` +
      `memory ${mib(rssBefore)} before, ${mib(rssLast)} after; one case kept at most ${mib(worst.held.bytes)} (${worst.held.key})`,
  );
} finally {
  stopBystander();
  await target.stop();
}
console.log(`attack: ${counts.passed} passed, ${counts.failed} failed`);
if (process.env.PANTAU_TALLY) addToTally(process.env.PANTAU_TALLY, counts);
process.exitCode = counts.failed > 0 ? 1 : 0;

function p99Of(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Infinity;
}

function surprise({ key, title }, wrong) {
  counts.failed += 1;
  console.log(`✗ ${key}  ${title ?? ''}\n    ${wrong.join('\n    ')}`);
}

function whole(title, wrong) {
  if (wrong.length > 0) surprise({ key: 'all', title }, wrong);
  else counts.passed += 1;
}

function mib(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** Where failures are counted, a case comes from a network of its own, as far as loopback has them; else undefined. */
function networks({ family }) {
  if (!COUNTED.has(family)) return undefined;
  networksGiven += 1;
  return `127.8.${networksGiven >> 8}.${networksGiven & 255}`;
}

/** Sends one case by the door that it is for. */
async function attempt(one, { address, facts, tokens }) {
  try {
    if (!Object.hasOwn(tokens, one.as)) throw new Error(`there is nobody called ${one.as}`);
    const own = tokens[one.as];
    if (one.transport === 'turns') {
      const own = networks(one);
      const uuid = randomUUID();
      const look = (turn, taken) =>
        expand(turn, { facts: { ...facts, network: own, uuid, ...taken }, it: one.it });
      return await sendTurns(address, one.request.turns, { look, tokens });
    }
    const made = expand(one.request, { facts, it: one.it });
    const from = networks(one);
    const bearer = own === null ? {} : { authorization: `Bearer ${own}` };
    switch (one.transport) {
      case 'http':
        return await queryHttp(address, made, own, from);
      case 'ws':
        return await queryWs(address, made, own, from);
      case 'request': {
        const headers = { ...bearer, ...(made.upgrade && upgradeHeaders()), ...made.headers };
        return await sendHttp(address, { from, ...made, headers });
      }
      case 'socket':
        return await socketSteps(address, { ...made, headers: { ...bearer, ...made.headers } });
      case 'raw':
        return await sendRaw(address, made);
      default:
        throw new Error(`no such door: ${one.transport}`);
    }
  } catch (error) {
    return {
      status: null,
      headers: {},
      text: '',
      bytes: 0,
      messages: [],
      close: null,
      failed: String(error),
    };
  }
}

/** What every server has done a hundred times before somebody attacks it: the first of anything is slow. */
async function warmUp(address, facts, token) {
  const query = `query($r: RegionCode!, $p: String!) { employeeScores(region: $r, period: $p, first: 50) {
    edges { node { value parts { weight indicator { code name } } employee { name } } } } }`;
  for (let n = 0; n < 40; n += 1) {
    const operation = {
      query: n % 4 === 0 ? query : `{ warm${n % 10}: nothing }`,
      variables: { r: facts.region, p: facts.period },
    };
    await queryHttp(address, operation, token);
    await queryWs(address, operation, token);
  }
}

/** A wall that somebody looks at meanwhile; it must never notice. */
async function follow(address, region, token) {
  let last = performance.now();
  let broken = false;
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const first = new Promise((resolve) => {
    client.subscribe(
      { query: `subscription { wall(region: "${region}") { __typename } }` },
      {
        next: () => {
          last = performance.now();
          resolve();
        },
        error: () => (broken = true),
        complete: () => (broken = true),
      },
    );
  });
  await first;
  return {
    isFollowing: () => !broken && performance.now() - last < 10_000,
    stop: () => void client.dispose(),
  };
}
