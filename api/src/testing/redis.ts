import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** A real Redis of a test file's own. */
export interface TestRedis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the redis-server that `npm test` has found. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'pantau-redis-'));
  const program = process.env['PANTAU_REDIS_SERVER'] ?? 'redis-server';
  const server = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, {
    retryStrategy: (times) => Math.min(times * 20, 200),
    maxRetriesPerRequest: null,
  });
  probe.on('error', () => undefined);
  await Promise.race([
    probe.ping(),
    new Promise((_resolve, reject) => server.once('error', reject)),
    gone.then(() => Promise.reject(new Error(`${program} ended at once`))),
  ]);
  probe.disconnect();
  return {
    url,
    pid: server.pid!,
    async stop() {
      server.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
