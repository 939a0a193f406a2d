import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a script by pgbench, every statement prepared once for each client.
 * Gives transactions a second and how long each took, in milliseconds.
 */
export async function pgbench(databaseUrl, script, { clients, seconds, options = [] }) {
  const folder = await mkdtemp(join(tmpdir(), 'pantau-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, script);
    const url = new URL(databaseUrl);
    const said = await run(
      process.env.BENCH_PGBENCH ?? 'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        clients,
        '-j',
        1,
        '-T',
        seconds,
        '-l',
        `--log-prefix=${join(folder, 'log')}`,
      ]

        .concat(options, ['-f', file, url.pathname.slice(1)])
        .map(String),
      {
        ...process.env,
        PGHOST: url.hostname,
        PGPORT: url.port,
        PGUSER: decodeURIComponent(url.username),
        PGPASSWORD: decodeURIComponent(url.password),
        PGOPTIONS: '-c pantau.kind=SYSTEM -c timezone=UTC',
      },
    );
    const times = [];
    for (const name of await readdir(folder)) {
      if (!name.startsWith('log')) continue;
      // client, transaction, microseconds, script, epoch, microseconds
      for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) {
        const took = line.split(' ')[2];
        if (took !== undefined) times.push(Number(took) / 1000);
      }
    }
    return { perSecond: times.length / seconds, times, said };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(program, args, env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0 || /aborted|ERROR/.test(said))
    throw new Error(`pgbench ended with ${code}: ${said.slice(0, 2_000)}`);
  return said;
}
