/**
 * One event to many subscribers: how many deliveries a second of the server's processor time, and how long from
 * publishing to the last of them; beside peers and beside Node's limit, one after the other, in turns.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QUERY } from './fan-out/board.mjs';
import { Listeners } from './fan-out/listeners.mjs';

const COUNTS = (process.env.BENCH_SOCKETS ?? '100,1000,5000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Some 400,000 deliveries a round: of fewer, a good part is a process that still compiles and sorts its memory. */
const eventsTo = (count) => Number(process.env.BENCH_EVENTS ?? Math.max(100, 400_000 / count));
const WARM_UP = 20;
const KINDS = (process.env.BENCH_KINDS ?? 'limit,pantau,pantau own ids,graphql-ws,mercurius,yoga').split(',');

const program = fileURLToPath(new URL('./fan-out/servers.mjs', import.meta.url));

for (const count of COUNTS) {
  const found = new Map(KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < KINDS.length; at += 1) {
      // In turns, each time from another one on: what warms up or slows down the machine meets all alike.
      const kind = KINDS[(at + round) % KINDS.length];
      found.get(kind).push(await measure(kind, count));
    }
  }
  console.log(`\n${count} sockets`);
  console.log(
    `${'server'.padEnd(20)}${'deliveries/s of CPU'.padStart(20)}${'of the limit'.padStart(14)}` +
      `${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'KiB a socket'.padStart(14)}`,
  );
  const perSecond = (kind) => median(found.get(kind).map((one) => one.perSecond));
  const limit = perSecond('limit');
  for (const kind of KINDS) {
    const runs = found.get(kind);
    const latencies = runs.flatMap((one) => one.latencies).sort((a, b) => a - b);
    const share = (part) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))];
    console.log(
      kind.padEnd(20) +
        Math.round(perSecond(kind)).toLocaleString('en').padStart(20) +
        (perSecond(kind) / limit).toFixed(2).padStart(14) +
        share(0.5).toFixed(1).padStart(9) +
        share(0.99).toFixed(1).padStart(9) +
        median(runs.map((one) => one.kibPerSocket))
          .toFixed(1)
          .padStart(14),
    );
  }
}

async function measure(kind, count) {
  const name = kind.split(' ')[0];
  const server = fork(program, [name], { execArgv: ['--expose-gc'] });
  // What is shorter is an acknowledgement or a ping.
  const listeners = new Listeners({ query: QUERY, wanted: (message) => message.length > 300 });
  try {
    const { port } = await told(server);
    const ask = () => {
      server.send('measure');
      return told(server);
    };
    const empty = await ask();
    await listeners.open(port, count, kind.endsWith('own ids') ? null : '1');
    await new Promise((resolve) => setTimeout(resolve, 300 + count / 5));
    const latencies = [];
    const publish = async () => {
      const began = performance.now();
      const wanted = listeners.heard + count;
      server.send('publish');
      await listeners.until(wanted);
      return performance.now() - began;
    };
    for (let n = 0; n < WARM_UP; n += 1) await publish();
    const before = await ask();
    const events = eventsTo(count);
    for (let n = 0; n < events; n += 1) latencies.push(await publish());
    const after = await ask();
    return {
      latencies,
      perSecond: (events * count) / ((after.cpuMs - before.cpuMs) / 1_000),
      kibPerSocket: (after.rss - empty.rss) / 1_024 / count,
    };
  } finally {
    listeners.close();
    const gone = server.exitCode === null ? new Promise((resolve) => server.once('exit', resolve)) : null;
    if (server.connected) server.disconnect();
    await gone;
  }
}

function told(server) {
  return new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) => reject(new Error(`the server ended (${code})`)));
  });
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
