/** Somebody else at the same server, in a thread of its own: asks twenty times a second and writes down how long it took. */
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 50;
const { hostname, port } = new URL(workerData.address);
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const took = [];
const failed = [];

function ask() {
  const began = performance.now();
  const asked = request(
    {
      ...{ hostname, port, agent, path: '/graphql', method: 'POST' },
      headers: { 'content-type': 'application/json' },
    },
    (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) took.push(performance.now() - began);
        else failed.push(response.statusCode);
      });
    },
  );
  // A kept connection that the server ends at the same moment is no failure of the server.
  asked.on('error', (error) => {
    if (!(error.code === 'ECONNRESET' && asked.reusedSocket)) failed.push(error.code);
  });
  asked.end('{"query":"{__typename}"}');
}
const timer = setInterval(ask, EVERY_MS);
parentPort.once('message', () => {
  clearInterval(timer);
  setTimeout(() => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    parentPort.postMessage({ took, failed });
    agent.destroy();
  }, 500);
});
