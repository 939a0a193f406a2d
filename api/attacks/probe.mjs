/**
 * Somebody else at the same server, in a thread of its own: asks twenty times a second and writes down how long it
 * took, and how long a server that does nothing took at the same moment.
 */
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 50;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const took = [];
const controlTook = [];
const failed = [];

function ask(address, took, failed) {
  const { hostname, port } = new URL(address);
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
const timer = setInterval(() => {
  ask(workerData.address, took, failed);
  ask(workerData.control, controlTook, []);
}, EVERY_MS);
parentPort.once('message', () => {
  clearInterval(timer);
  setTimeout(() => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    parentPort.postMessage({ took, controlTook, failed });
    agent.destroy();
  }, 500);
});
