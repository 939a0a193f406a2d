/** Everything that runs: PostgreSQL, Redis, two API processes, and a proxy on each way between them and to them. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiProcess } from './api-process.mjs';
import { FaultProxy } from './fault-proxy.mjs';
import { Postgres } from './postgres.mjs';
import { Redis } from './redis.mjs';

/** What an office's own settings would change about the run. */
const OWN = /^(DATABASE_URL|REDIS_URL|PORT|HOST|NODE_ENV|PANTAU_(?!REDIS_SERVER).*|CHAOS_.*)$/;
const DISK = '700m';

export async function startCluster({ random, mutant = null }) {
  const root = process.getuid?.() === 0;
  const folder = await mkdtemp(join(root ? '/var/lib' : tmpdir(), 'pantau-chaos-'));
  await chmod(folder, 0o755);
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = mount(disk);
  process.once('exit', () => {
    if (mounted) unmount(disk);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const postgres = new Postgres(join(disk, 'home'), await freePort(), mutant?.postgres);
  await postgres.prepare();
  await postgres.start();
  const redis = new Redis(folder, await freePort());
  await redis.start();

  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));
  const secret = randomBytes(32).toString('base64url');
  const apis = [];
  for (const name of ['api-a', 'api-b']) {
    const port = await freePort();
    const ways = {
      postgres: new FaultProxy(`${name} to postgres`, postgres.port, random.branch()),
      redis: new FaultProxy(`${name} to redis`, redis.port, random.branch()),
      clients: new FaultProxy(`clients to ${name}`, port, random.branch()),
    };
    await Promise.all(Object.values(ways).map((way) => way.start()));
    const home = join(folder, name);
    await mkdir(home);
    const environment = {
      ...plain,
      ...{
        PORT: String(port),
        PANTAU_SECRET: secret,
        PANTAU_HOME: home,
        PANTAU_DEMO: 'off',
        PANTAU_LOG: 'warn',
      },
      // Starting is most of what a killed process costs.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      DATABASE_URL: postgres.url(ways.postgres.port),
      REDIS_URL: `redis://127.0.0.1:${ways.redis.port}`,
    };
    const logFile = join(folder, `${name}.log`);
    const process_ = new ApiProcess({
      name,
      port,
      environment,
      logFile,
      mutant: mutant?.code ? mutant.name : null,
    });
    apis.push({ process: process_, ways, name });
  }
  const ways = apis.flatMap((api) => Object.values(api.ways));
  return {
    folder,
    mounted,
    postgres,
    redis,
    apis,
    ways,
    /** For the product's command line, past every proxy. */
    environment: { ...plain, PANTAU_DEMO: 'off', PANTAU_LOG: 'error', DATABASE_URL: postgres.url() },
    /** Everything goes on as if nothing had been. */
    heal() {
      for (const way of ways) way.heal();
      postgres.signal('SIGCONT');
      redis.signal('SIGCONT');
      for (const { process: api } of apis) api.signal('SIGCONT');
    },
    async stop() {
      await Promise.all(apis.map(({ process: api }) => api.stop()));
      await Promise.all(ways.map((way) => way.stop()));
      await redis.stop();
      await postgres.stop();
    },
  };
}

/** A disk that can be filled without filling anybody's; false where it takes rights that one has not. */
function mount(disk) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function unmount(disk) {
  try {
    execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  } catch (error) {
    console.error(`${disk} is still mounted: ${error.message}`);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
