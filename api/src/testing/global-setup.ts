import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../app/entities.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/database/embedded.js';
import { migrate } from '../platform/database/migrate.js';
import { createOrm } from '../platform/database/orm.js';
import { administer, databaseUrl, TEMPLATE } from './database.js';

declare global {
  var pantauTestServer: { postgres: EmbeddedPostgres; home: string } | undefined;
}

/** Starts a real PostgreSQL for the whole run and migrates the database that each test file copies. */
export default async function setUp(): Promise<void> {
  const home = await mkdtemp(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'pantau-test-'));
  const postgres = await startEmbeddedPostgres({ home, say: () => undefined });
  globalThis.pantauTestServer = { postgres, home };
  process.env['PANTAU_TEST_SERVER'] = postgres.url;
  await administer(`create database ${TEMPLATE}`);
  const orm = createOrm({ url: databaseUrl(TEMPLATE), entities });
  await orm.connect();
  await migrate(orm);
  await orm.close();
}
