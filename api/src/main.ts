import 'reflect-metadata';
import { join } from 'node:path';
import { compose, type Pantau } from './app/compose.js';
import { DatabaseRefused, homeOf, openDatabase } from './app/open-database.js';
import { checkpointKeyOf } from './app/checkpoint-key-of.js';
import { startCheckpoints } from './platform/audit/start-checkpoints.js';
import { sqlOf } from './platform/database/sql.js';
import { openServerSecret } from './app/open-server-secret.js';
import { SecretRefused } from './platform/auth/secret.js';
import { readSiasnCodes } from './app/read-siasn-codes.js';
import { repositoryRoot } from './app/repository-root.js';
import { startLiveDay } from './demo/live-day.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './features/accounts/demo-accounts.js';
import { offerSetUp } from './features/accounts/offer-set-up.js';
import { DEMO_REGION, seedDemo } from './demo/seed-demo.js';
import { createRegionStore } from './features/regions/region.store.js';
import { ConfigRefused, readConfig, type Config } from './platform/config.js';
import { HomeRefused } from './platform/database/embedded.js';
import { prepareDatabase } from './app/prepare-database.js';
import { serveMetrics } from './platform/http/serve-metrics.js';
import { createLogger } from './platform/logger.js';
import { startTracing } from './platform/tracing/start-tracing.js';

/** What a shell expects of a program whose settings are wrong (sysexits.h, EX_CONFIG). */
const EXIT_CONFIG = 78;
/** How many ports after the usual one are tried when that is taken and nobody named one. */
const MORE_PORTS = 50;
/** Indonesia has 514 of them. */
const MOST_REGIONS = 1_000;
/** After a second Ctrl-C, or when closing takes this long, the process ends as it is; nothing committed is lost. */
const LONGEST_CLOSE_MS = 10_000;

/** Signals that come closer together than this are one press of Ctrl-C. */
const ONE_PRESS_MS = 1_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function start(config: Config): Promise<() => Promise<void>> {
  const siasnCodes = await readSiasnCodes(config.siasnCodesFile);
  const began = performance.now();
  const step = (text: string) =>
    say(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
  const database = await openDatabase(config, step);
  try {
    const logger = createLogger(config.logLevel);
    const secret = await openServerSecret(config);
    const traced = config.tracing === null ? null : await startTracing(config.tracing, logger);
    const pantau = await compose({
      databaseUrl: database.url,
      redisUrl: config.redisUrl,
      secret,
      origin: config.origin,
      oidc: config.oidc,
      trustsProxy: config.trustsProxy,
      siasnCodes,
      webhookAllow: config.webhookAllow,
      tracing: traced?.tracing ?? null,
      logger,
      webRoot: join(repositoryRoot, 'web', 'dist'),
    });
    const ran = await prepareDatabase(pantau.orm);
    if (ran.length > 0)
      step(`Tabel disiapkan: ${ran.length} migrasi · Tables made: ${ran.length} migrations`);
    await refuseDemoInProduction(pantau, config);
    await offerDemo(pantau, config, step);
    const setUpCode = await offerSetUp(pantau);
    const port = await listen(pantau, config);
    const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    await database.announce(address);
    const numbers = config.metrics === null ? null : await serveMetrics(config.metrics, pantau.metrics);
    const live = config.demo === 'live' ? startLiveDay(address, DEMO_REGION, logger) : null;
    announce(config, address, setUpCode);
    const checkpoints = startCheckpoints({
      sql: sqlOf(pantau.orm.em.fork()),
      key: checkpointKeyOf(secret),
      folder: join(homeOf(config), 'checkpoints'),
      clock: pantau.now,
      logger,
    });
    return async () => {
      live?.stop();
      await numbers?.close();
      await checkpoints.stop();
      await pantau.close();
      await traced?.stop();
      await database.stop();
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function offerDemo(pantau: Pantau, config: Config, step: (text: string) => void): Promise<void> {
  if (config.demo === 'off') return;
  const stores = createRegionStore(pantau.orm.em.fork());
  const region = await stores.get(DEMO_REGION);
  if (region !== null && !region.demo) {
    throw new ConfigRefused(
      `PANTAU_DEMO: wilayah ${DEMO_REGION} sudah berisi data sungguhan; data contoh tidak dicampurkan.\n` +
        `PANTAU_DEMO: region ${DEMO_REGION} holds real data; the demo is not mixed into it. Set PANTAU_DEMO=off.`,
    );
  }
  const added = await seedDemo(pantau, new Date());
  if (added > 0) step(`Data contoh: ${added} pengamatan baru · Demo: ${added} new observations`);
}

/** Accounts with a password that everybody knows never serve beside real people. */
async function refuseDemoInProduction(pantau: Pantau, config: Config): Promise<void> {
  if (!config.production) return;
  const held = await pantau.transact('', (tx) => tx.regions.page(null, MOST_REGIONS));
  for (const { regionCode, demo } of held) {
    const known = demo || (await pantau.transact(regionCode, (tx) => tx.accounts.hasDemo()));
    if (!known) continue;
    throw new ConfigRefused(
      `DATABASE_URL: wilayah ${regionCode} berisi akun contoh dengan kata sandi yang diketahui semua orang. Pakai basis data baru.\n` +
        `DATABASE_URL: region ${regionCode} holds demo accounts whose password everybody knows. Use a fresh database.`,
    );
  }
}

async function listen(pantau: Pantau, config: Config): Promise<number> {
  for (let port = config.port; ; port += 1) {
    try {
      return await pantau.listen(config.host, port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (config.portNamed) {
        throw new ConfigRefused(
          `PORT: ${port} sudah dipakai program lain. Pilih yang lain.\nPORT: ${port} is taken. Choose another.`,
        );
      }
      if (port >= config.port + MORE_PORTS) throw error;
    }
  }
}

function announce(config: Config, address: string, setUpCode: string | null): void {
  const store =
    config.databaseUrl === null ? 'PostgreSQL 18 bawaan · embedded' : 'PostgreSQL dari DATABASE_URL';
  const notices = config.redisUrl === null ? 'NOTIFY' : 'NOTIFY + Redis';
  say('');
  say(`  Pantau siap · Pantau is ready    (${store}; ${notices})`);
  say('');
  say(`  Dinding · Wall      ${address}/wall`);
  say(`  GraphQL             ${address}/graphql`);
  if (setUpCode !== null) {
    say('');
    say(
      `  Belum ada administrator. Buka ${address}/set-up dan ketik kode ini (berlaku 24 jam, sekali pakai):`,
    );
    say(`  There is no administrator yet. Open ${address}/set-up and type this code (24 hours, once):`);
    say('');
    say(`      ${setUpCode}`);
  }
  if (config.demo !== 'off') {
    say('');
    say(`  Masuk · Sign in     ${address}/sign-in    kata sandi · password: ${DEMO_PASSWORD}`);
    for (const { login, purpose, purposeEn } of DEMO_ACCOUNTS) {
      say(`    ${login.padEnd(12)} ${purpose} · ${purposeEn}`);
    }
  }
  if (config.demo !== 'off')
    say('  Data contoh: semua orang dan angka rekaan · Demo data: all people and figures are invented');
  say('');
  say('  Ctrl-C menghentikan semuanya · Ctrl-C stops everything');
}

async function run(): Promise<void> {
  let close: (() => Promise<void>) | null = null;
  let stopping = false;
  let askedAt = 0;
  const stop = () => {
    // A terminal's Ctrl-C reaches the whole group, and npm passes it on once more: that is one wish, not two.
    const again = stopping && performance.now() - askedAt > ONE_PRESS_MS;
    if (again) process.exit(130);
    if (stopping) return;
    stopping = true;
    askedAt = performance.now();
    if (close === null) return;
    setTimeout(() => process.exit(1), LONGEST_CLOSE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    close = await start(readConfig(process.env));
    if (stopping) {
      stopping = false;
      stop();
    }
  } catch (error) {
    const expected =
      error instanceof ConfigRefused ||
      error instanceof HomeRefused ||
      error instanceof DatabaseRefused ||
      error instanceof SecretRefused;
    process.stderr.write(`${expected ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(error instanceof ConfigRefused ? EXIT_CONFIG : 1);
  }
}

await run();
