import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinDatabase } from '../dist/app/open-database.js';
import { signInChief } from './sign-in.mjs';

export const REGION = '35.78';
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The built server in a process of its own, with the demo in a database of its own, and somebody who may do all. */
export async function openDemoOffice() {
  const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
  const began = performance.now();
  const server = spawn(process.execPath, [program], {
    env: { ...process.env, PANTAU_HOME: home, PANTAU_DEMO: 'quiet' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const close = async () => {
    server.kill('SIGINT');
    await gone;
    await rm(home, { recursive: true, force: true });
  };
  try {
    const address = await new Promise((resolve, reject) => {
      createInterface({ input: server.stdout }).on('line', (line) => {
        const found = /(http:\/\/\S+)\/graphql/.exec(line);
        if (found) resolve(found[1]);
      });
      server.once('exit', () => reject(new Error('the server ended')));
    });
    const startedInMs = performance.now() - began;
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
    return { address, databaseUrl: database.url, authorization, startedInMs, ask, close, pid: server.pid };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Logs one observation after the other, of everybody in turn. */
export async function observer({ ask }) {
  const { periods } = await ask(`query($r: RegionCode!) { periods(region: $r) { code } }`, { r: REGION });
  const { employeeScores } = await ask(
    `query($r: RegionCode!, $p: String!) { employeeScores(region: $r, period: $p, first: 92) {
       edges { node { value employee { id } parts { target indicator { id } } } } } }`,
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
  let logged = 0;
  return async () => {
    const { logObservation } = await ask(
      `mutation($i: LogObservationInput!) { logObservation(input: $i) {
         __typename ... on ObservationRecorded { cursor } ... on Refusal { message } } }`,
      {
        i: {
          region: REGION,
          key: randomUUID(),
          observedAt: new Date().toISOString(),
          ...cells[((logged += 1) * 37) % cells.length],
        },
      },
    );
    if (logObservation.__typename !== 'ObservationRecorded') throw new Error(logObservation.message);
    return logObservation.cursor;
  };
}
