/** The process that is attacked: built, with a database of its own in a folder of its own, and watched from inside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { runningPostgres } from '../dist/platform/database/embedded/running-postgres.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** What an office's own settings would change about the run. */
const OWN = /^(?:DATABASE_URL|REDIS_URL|PORT|HOST|NODE_ENV|PANTAU_.*)$/;
const START_WITHIN_MS = 120_000;

export async function startTarget() {
  const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-attack-'));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', here('watched.mjs'), here('../dist/main.js')],
    {
      env: {
        ...env,
        PANTAU_HOME: home,
        PANTAU_DEMO: 'quiet',
        PANTAU_LOG: 'error',
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const gone = once(child, 'exit');
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const log = [];
  const uncaught = [];
  const waiting = [];
  let output = '';
  child.on('message', (message) => {
    if (message.uncaught !== undefined) uncaught.push(message);
    else waiting.shift()?.(message);
  });
  child.stderr.on('data', (data) => log.push(String(data)));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await gone;
    await rm(home, { recursive: true, force: true });
  };
  try {
    const address = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        output += `${line}\n`;
        // What a program logs goes to its standard output, one JSON object a line.
        if (line.startsWith('{')) log.push(line);
        const found = /(http:\/\/\S+)\/graphql/.exec(line);
        if (found) resolve(found[1]);
      });
      child.once('exit', () => reject(new Error(`the server ended:\n${output}\n${log.join('')}`)));
      setTimeout(() => reject(new Error('the server did not start in time')), START_WITHIN_MS).unref();
    });
    const database = new pg.Client({ connectionString: await runningPostgres(home) });
    await database.connect();
    database.on('error', () => undefined);
    const ask = (question) =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error('the server is gone'));
        const late = setTimeout(() => reject(new Error('the server does not answer its parent')), 20_000);
        waiting.push((message) => (clearTimeout(late), resolve(message)));
        child.send(question);
      });
    const tables = (
      await database.query(
        `select quote_ident(table_name) as name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      )
    ).rows.map(({ name }) => name);
    const counting = `select ${tables.map((name) => `(select count(*) from ${name}) as ${name}`).join(', ')}`;
    const heads = `select string_agg(h::text, ' ' order by h::text) as heads from stream_head h`;
    return {
      address,
      pid: child.pid,
      log,
      uncaught,
      isAlive: () => child.exitCode === null && child.signalCode === null,
      begin: () => ask('begin'),
      end: async () => (await ask('end')).ended,
      /** What it holds without its garbage. */
      collect: async () => (await ask('collect')).collected,
      /** Where the streams of changes stand: every change moves one. */
      heads: async () => (await database.query(heads)).rows[0].heads,
      /** Forgets who failed to sign in. */
      forget: () => database.query('delete from sign_in_failure'),
      /** How many rows each table has. */
      rows: async () => (await database.query(counting)).rows[0],
      async stop() {
        await database.end().catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
