import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import type { BoundedLog } from './bounded-log.js';
import { DATABASE, type Cluster } from './cluster.js';
import { stopServer } from './leftover-server.js';
import { programOptions } from './run-program.js';
import type { ServerUser } from './server-user.js';
import { stopWithOwner } from './stop-with-owner.js';

/** What every server runs with, whatever stands in the data folder's own postgresql.conf. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's path may be 107 bytes long at most; a home's path may be longer.
  unix_socket_directories: '',
  max_connections: '100',
  // An answer that was given must survive a power cut.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // The data of one office fits into memory.
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // Statements and details carry personal values, and those have no place in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const;

/** Replaying the log after a power cut takes seconds; longer than this and a person should look. */
const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 25;

/** A server that answers but says no (wrong password, no database) will not change its mind. */
const REFUSALS_BEFORE_GIVING_UP = 40;

/** A PostgreSQL server that this process runs. */
export interface Server {
  readonly url: string;
  /** Resolves when the server is gone, asked or not. */
  readonly gone: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts the server of a cluster and waits until the application's database answers.
 * @throws Error with the end of the server's log
 */
export async function startServer(
  binaries: Binaries,
  cluster: Cluster,
  port: number,
  log: BoundedLog,
  user: ServerUser | null,
): Promise<Server> {
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(binaries.postgres, ['-D', cluster.data, ...settings], {
    ...programOptions(user),
    stdio: ['ignore', log.fd, log.fd],
    // Ctrl-C is for Pantau, which stops the server when its own work is done.
    detached: true,
  });
  await once(child, 'spawn');
  const gone = once(child, 'exit');
  const letGo = stopWithOwner(Number(child.pid), cluster.data, user);
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  void gone.then(letGo);

  const stop = async () => {
    if (isGone()) return;
    // pg_ctl goes by a file in the data folder, which may have been removed with it.
    await stopServer(binaries, cluster.data, user).catch(() => child.kill('SIGQUIT'));
    await gone;
  };

  const url = `postgres://${DATABASE}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`;
  try {
    await untilReady(url, isGone);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${(error as Error).message}\n${await log.tail(10)}`, {
      cause: error,
    });
  }
  return { url, gone, stop };
}

async function untilReady(url: string, isGone: () => boolean): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let refusals = 0; !isGone(); await pause(LOOK_EVERY_MS)) {
    try {
      const client = new pg.Client({ connectionString: url, ssl: false });
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!isStarting(error) && ++refusals > REFUSALS_BEFORE_GIVING_UP) throw error;
      if (Date.now() > deadline) throw error;
    }
  }
  throw new Error('it ended at once');
}

/** Not listening yet, or replaying its log (PostgreSQL's 57P03, cannot_connect_now). */
function isStarting(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03';
}
