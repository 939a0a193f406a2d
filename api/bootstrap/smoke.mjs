// What happens to somebody who has just cloned the repository: node api/bootstrap/smoke.mjs (Linux, needs git).
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { FreshClone } from './fresh-clone.mjs';
import { addToTally } from './tally.mjs';
import { within } from './within.mjs';

const GONE_WITHIN_S = 15;

const counts = { passed: 0, failed: 0, skipped: 0 };
const clone = new FreshClone(await freePort());
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
process.once('exit', () => clone.remove());

/** One thing that has to hold. The next ones stand on it, so the first that does not hold ends the run. */
async function check(title, prove) {
  const began = performance.now();
  try {
    await prove();
    counts.passed++;
    console.log(`✓ ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed++;
    console.log(`✗ ${title}`);
    throw error;
  }
}

async function get(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
}

async function serves(address) {
  assert.equal((await get(`${address}/readyz`)).status, 200);
  const wall = await get(`${address}/wall`);
  assert.equal(wall.status, 200);
  assert.match(wall.type, /^text\/html/);
  assert.match(wall.body, /<script/);
}

const isOpen = (address) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port) });
    socket
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Every process of the clone is gone, and so is the port. */
async function nothingStays(address) {
  await within(GONE_WITHIN_S, 'all processes to end', () =>
    clone.processes().length === 0 ? true : undefined,
  ).catch(() => assert.deepEqual(clone.processes(), []));
  assert.equal(await isOpen(address), false);
}

try {
  let start = clone.start();
  let address;
  await check('npm start in a fresh clone comes to an address', async () => {
    address = await start.address();
  });
  await check('it is ready and shows the wall', () => serves(address));
  await check('it leaves nothing in the clone that git would see', () =>
    assert.equal(clone.git('status', '--porcelain'), ''),
  );
  await check('a second npm start in the clone is refused and names the address of the first', async () => {
    const second = clone.start();
    await second.end();
    assert.notEqual(second.npm.exitCode, 0);
    assert.ok(second.said.includes(address), second.said);
    await serves(address);
  });
  await check('Ctrl-C stops everything', async () => {
    start.interrupt();
    await start.end();
    await nothingStays(address);
  });
  await check('it starts again, quickly', async () => {
    start = clone.start();
    address = await start.address();
    await serves(address);
  });
  await check('after kill -9 of the server, npm start ends and nothing stays', async () => {
    process.kill(start.server, 'SIGKILL');
    await start.end();
    await nothingStays(address);
  });
  await check('the next start recovers', async () => {
    start = clone.start();
    address = await start.address();
    await serves(address);
  });
  await check('kill of npm alone stops everything', async () => {
    process.kill(start.npm.pid, 'SIGTERM');
    await start.end();
    await nothingStays(address);
  });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
if (process.env.PANTAU_TALLY) addToTally(process.env.PANTAU_TALLY, counts);
console.log(`smoke: ${counts.passed} passed, ${counts.failed} failed`);
