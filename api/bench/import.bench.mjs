/**
 * How fast `npm run import` takes a whole kota, and how much memory it needs for it: the command itself, from the
 * files on disk to the committed scores, on an embedded PostgreSQL of its own.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REGION, writeLargeRegion } from './large-region.mjs';

const employees = Number(process.env.BENCH_EMPLOYEES ?? 20_000);
const observations = Number(process.env.BENCH_OBSERVATIONS ?? 1_000_000);
const program = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
try {
  await writeLargeRegion(folder, { employees, observations, now: new Date() });
  const rows = { employees, targets: employees * 5, observations };
  console.log('file            rows   seconds    rows/s   peak MiB');
  for (const name of ['units', 'employees', 'indicators', 'targets', 'observations', 'observations']) {
    const { seconds, peak } = await measure(join(folder, `${name}.csv`));
    const count = rows[name];
    if (count === undefined) continue;
    const again = name === 'observations' && rows.observedBefore ? ' (again: nothing is imported twice)' : '';
    if (name === 'observations') rows.observedBefore = true;
    console.log(
      `${name.padEnd(13)}${String(count).padStart(8)}${seconds.toFixed(1).padStart(10)}${Math.round(
        count / seconds,
      )
        .toString()
        .padStart(10)}${String(peak).padStart(11)}${again}`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

function measure(path) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [program, '--region', REGION, path], {
      env: {
        ...process.env,
        PANTAU_HOME: home,
        ...(process.env.BENCH_DATABASE_URL && { DATABASE_URL: process.env.BENCH_DATABASE_URL }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    let peak = 0;
    const probe = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid))), 50);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(probe);
      if (code !== 0) return reject(new Error(`the import ended with ${code}\n${output}`));
      resolve({ seconds: (performance.now() - began) / 1000, peak });
    });
  });
}

/** Highest resident memory of a process so far, in MiB; 0 where the system does not tell. */
function peakMemory(pid) {
  try {
    return Math.round(
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}
