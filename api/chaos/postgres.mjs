/** A PostgreSQL of the run's own: the product's binaries and cluster, on a disk that can be filled. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { binariesPackage, readyBinaries } from '../dist/platform/database/embedded/binaries.js';
import { openCluster } from '../dist/platform/database/embedded/cluster.js';
import { SHARED_FOLDER } from '../dist/platform/database/embedded/embedded-home.js';
import { prepareHome } from '../dist/platform/database/embedded/prepare-home.js';
import { programOptions } from '../dist/platform/database/embedded/run-program.js';
import { serverUser } from '../dist/platform/database/embedded/server-user.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { isAlive, keep, signalTree, until } from './processes.mjs';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '64MB',
  // The run's disk is small.
  min_wal_size: '32MB',
  max_wal_size: '96MB',
  timezone: 'UTC',
  logging_collector: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const READY_WITHIN_MS = 60_000;
const AGAIN_MS = 300;

export class Postgres {
  #child = null;
  #wanted = false;
  #restarting = null;

  constructor(home, port, settings = {}) {
    this.home = home;
    this.port = port;
    this.settings = { ...SETTINGS, ...settings, port: String(port) };
    this.starts = 0;
  }

  async prepare() {
    this.user = serverUser();
    const folder = await prepareHome(this.home, this.user);
    const copies = this.user === null ? folder : SHARED_FOLDER;
    this.binaries = await readyBinaries(await binariesPackage(), copies, this.user !== null);
    this.cluster = await openCluster(folder, this.binaries, this.user, () => undefined);
    this.log = openSync(join(this.home, '..', 'postgres.log'), 'a');
  }

  url(port = this.port) {
    return `postgres://pantau:${this.cluster.password}@127.0.0.1:${port}/pantau`;
  }

  async start() {
    this.#wanted = true;
    this.#spawn();
    if (!(await this.untilReady())) throw new Error('PostgreSQL did not start');
  }

  /** Runs until it is told to stop: whoever ends it, it is started again. */
  #spawn() {
    const settings = Object.entries(this.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.starts += 1;
    this.#child = spawn(this.binaries.postgres, ['-D', this.cluster.data, ...settings], {
      ...programOptions(this.user),
      stdio: ['ignore', this.log, this.log],
      detached: true,
    });
    void keep(this.#child).then(() => {
      if (this.#wanted) this.#restarting = setTimeout(() => this.#spawn(), AGAIN_MS);
    });
  }

  untilReady(withinMs = READY_WITHIN_MS) {
    return until(async () => (await this.query('select 1 as one', [], 1_000)).length === 1, withinMs, 100);
  }

  /** One question on a connection of its own, past every proxy. */
  async query(text, values = [], connectMs = 5_000) {
    const client = new pg.Client({
      connectionString: this.url(),
      options: AS_SYSTEM,
      connectionTimeoutMillis: connectMs,
      query_timeout: 120_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text, values)).rows;
    } finally {
      void client.end().catch(() => undefined);
    }
  }

  signal(signal) {
    if (this.#child !== null) signalTree(this.#child, signal);
  }

  /** Leaves no free byte on the disk; gives what makes room again. */
  fill() {
    const ballast = join(this.home, 'ballast');
    const file = openSync(ballast, 'w');
    let written = 0;
    for (let size = 4 * 1024 * 1024; size >= 4_096; size /= 4) {
      const block = Buffer.alloc(size, 7);
      try {
        for (;;) written += writeSync(file, block);
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      }
    }
    closeSync(file);
    return { written, free: () => rmSync(ballast, { force: true }) };
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#restarting);
    if (this.#child === null || !isAlive(this.#child)) return;
    const gone = once(this.#child, 'exit');
    this.signal('SIGCONT');
    this.#child.kill('SIGINT');
    const late = setTimeout(() => this.signal('SIGKILL'), 10_000);
    await gone;
    clearTimeout(late);
  }
}
