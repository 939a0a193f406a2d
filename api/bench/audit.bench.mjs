/**
 * What it costs to hold a region's whole history against its audit chain, in rows a second of the wall clock and of
 * this process's own processor time: bulk imports, observations one by one, and looks with details.
 */
import { spawn } from 'node:child_process';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Client } from 'pg';
import { compose } from '../dist/app/compose.js';
import { openDatabase } from '../dist/app/open-database.js';
import { databaseSource, inOneMoment } from '../dist/audit-verify/database-source.js';
import { exportChain, folderSource } from '../dist/audit-verify/folder-source.js';
import { verifyChain } from '../dist/audit-verify/verify-chain.js';
import { logObservation } from '../dist/features/observations/log-observation.js';
import { appendAudit } from '../dist/platform/audit/append-audit.js';
import { COMMAND_LINE } from '../dist/platform/auth/actor.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';
import { sqlOf } from '../dist/platform/database/sql.js';
import { createLogger } from '../dist/platform/logger.js';
import { REGION, writeLargeRegion } from './large-region.mjs';

const EMPLOYEES = Number(process.env.BENCH_EMPLOYEES ?? 500);
const OBSERVATIONS = Number(process.env.BENCH_OBSERVATIONS ?? 200_000);
const LOGGED = Number(process.env.BENCH_LOGGED ?? 1_000);
const LOOKS = Number(process.env.BENCH_LOOKS ?? 50_000);

const folder = await mkdtemp(join(tmpdir(), 'pantau-bench-'));
const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-bench-home-'));
const server = await openDatabase(
  { databaseUrl: process.env.BENCH_DATABASE_URL ?? null, home },
  () => undefined,
);
try {
  await writeLargeRegion(folder, { employees: EMPLOYEES, observations: OBSERVATIONS, now: new Date() });
  await bring(['units', 'employees', 'indicators', 'targets', 'observations']);
  const pantau = await compose({
    secret: createSecretKey(randomBytes(32)),
    databaseUrl: server.url,
    redisUrl: null,
    logger: createLogger('silent'),
    webRoot: null,
  });
  await logAndLook(pantau);
  await pantau.close();

  const client = new Client({ connectionString: server.url, options: AS_SYSTEM });
  await client.connect();
  await client.query('vacuum analyze');
  const exported = join(folder, 'chain');
  await inOneMoment(client, () => exportChain(databaseSource(client, REGION), exported));
  for (let round = 0; round < 3; round += 1) {
    await inOneMoment(client, () => measure('database', databaseSource(client, REGION)));
  }
  await measure('export', await folderSource(exported));
  await client.end();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

async function measure(from, source) {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const { counts, found } = await verifyChain(source);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1000;
  const own = (user + system) / 1e6;
  const { entries, changes, details, subjects, observations, evidence } = counts;
  const rows = entries + changes + details + subjects + observations + evidence;
  console.log(
    `${from}: ${rows} rows (${entries} entries, ${changes} changes, ${observations} observations, ${evidence} of other evidence, ${details} details), ` +
      `${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} rows/s; own processor time ${own.toFixed(2)} s, ` +
      `${Math.round(rows / own)} rows/s; ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB; ${found} findings`,
  );
}

async function logAndLook(pantau) {
  const sql = sqlOf(pantau.orm.em.fork());
  const cells = await sql.rows(
    `select t.employee_id as "employeeId", t.indicator_id as "indicatorId" from target t
     join indicator i on i.region_code = t.region_code and i.id = t.indicator_id where i.kind = 'RESULT'`,
  );
  const times = [];
  for (let n = 0; n < LOGGED; n += 1) {
    const { employeeId, indicatorId } = cells[(n * 7) % cells.length];
    const input = {
      ...{ employeeId, indicatorId, value: String(60 + (n % 40)), observedAt: new Date() },
      ...{ note: 'dari loket', observerId: null, behaviour: null },
    };
    const command = {
      verb: 'logObservation',
      actor: COMMAND_LINE,
      regionCode: REGION,
      key: randomUUID(),
      input,
    };
    const began = performance.now();
    const done = await pantau.unitOfWork.run(command, (tx) => logObservation(tx, COMMAND_LINE, input));
    if (n >= 100) times.push(performance.now() - began);
    if (!done.ok) throw new Error(done.refusal.code);
  }
  times.sort((a, b) => a - b);
  console.log(`one observation more: p50 ${times[Math.floor(times.length / 2)]?.toFixed(2)} ms`);
  const began = performance.now();
  for (let n = 0; n < LOOKS; n += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, k) =>
        appendAudit(sql, REGION, {
          at: new Date(),
          actor: { kind: 'OFFICER', id: `officer-${n % 9}` },
          action: 'readEmployee',
          outcome: 'DONE',
          detail: {
            told: { reason: 'pemeriksaan berkala', network: '10.0.0.0/8' },
            subjects: [{ employeeId: cells[(n + k) % cells.length].employeeId, fields: ['name', 'nip'] }],
          },
        }),
      ),
    );
  }
  console.log(`looks: ${Math.round(LOOKS / ((performance.now() - began) / 1000))} a second`);
}

async function bring(names) {
  const program = fileURLToPath(new URL('../dist/app/import.js', import.meta.url));
  const paths = names.map((name) => join(folder, `${name}.csv`));
  const child = spawn(process.execPath, [program, '--region', REGION, ...paths], {
    env: { ...process.env, DATABASE_URL: server.url },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}
