/** A Redis of the run's own, which keeps nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis as Client } from 'ioredis';
import { isAlive, keep, signalTree, until } from './processes.mjs';

const AGAIN_MS = 300;

export class Redis {
  #child = null;
  #wanted = false;
  #restarting = null;

  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
  }

  async start() {
    this.#wanted = true;
    this.#spawn();
    if (!(await until(() => this.say((client) => client.ping()), 10_000)))
      throw new Error('Redis did not start');
  }

  #spawn() {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const program = process.env.PANTAU_REDIS_SERVER ?? 'redis-server';
    this.#child = spawn(program, [...args, '--dir', this.folder], { stdio: 'ignore' });
    this.#child.on('error', () => undefined);
    void keep(this.#child).then(() => {
      if (this.#wanted) this.#restarting = setTimeout(() => this.#spawn(), AGAIN_MS);
    });
  }

  signal(signal) {
    if (this.#child !== null) signalTree(this.#child, signal);
  }

  /** Something that is said to Redis past every proxy. */
  async say(what) {
    const client = new Client({
      port: this.port,
      host: '127.0.0.1',
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
      commandTimeout: 1_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await what(client);
      return true;
    } finally {
      client.disconnect();
    }
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#restarting);
    if (this.#child === null || !isAlive(this.#child)) return;
    const gone = once(this.#child, 'exit');
    this.signal('SIGKILL');
    await gone;
  }
}
