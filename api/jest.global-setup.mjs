import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { entities } from './dist/app/entities.js';
import { startEmbeddedPostgres } from './dist/platform/database/embedded.js';
import { migrate } from './dist/platform/database/migrate.js';
import { createOrm } from './dist/platform/database/orm.js';

/** As in src/testing/database.ts, which copies this database for each test file. */
const TEMPLATE = 'pantau_test_template';

/**
 * Starts a real PostgreSQL for the whole run and migrates the database that each test file copies. It runs outside
 * jest's own module system, hence from the build, which `npm test` has made before.
 */
export default async function setUp() {
  const home = await mkdtemp(join(tmpdir(), 'pantau-test-'));
  const postgres = await startEmbeddedPostgres({ home, say: () => undefined });
  globalThis.pantauTestServer = { postgres, home };
  process.env.PANTAU_TEST_SERVER = postgres.url;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${TEMPLATE}`;
  const orm = createOrm({ url: url.href, entities });
  await orm.connect();
  await migrate(orm);
  await orm.close();
}
