import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { AS_SYSTEM } from '../platform/database/orm.js';

/** Set by the global set-up: a server on which tests may create databases, and the migrated one they are copied from. */
const serverUrl = () => {
  const url = process.env['PANTAU_TEST_SERVER'];
  if (url === undefined) throw new Error('the tests run under jest, whose global set-up starts PostgreSQL');
  return new URL(url);
};

export const TEMPLATE = 'pantau_test_template';

/** A migrated database of a test file's own. */
export interface TestDatabase {
  readonly url: string;
  /** Statements beside the API, as a database administrator would type them. */
  readonly client: Client;
  drop(): Promise<void>;
}

const NOT_ALLOWED = '42501';

/**
 * Copies the template: quicker than migrating, and no test file meets another's rows. With `copyOf` it copies another
 * test database with all that is in it; nothing may be connected to that one but its own client, which is ended.
 */
export async function createTestDatabase(
  options: { migrated: boolean; copyOf?: TestDatabase } = { migrated: true },
): Promise<TestDatabase> {
  const name = `pantau_test_${randomBytes(6).toString('hex')}`;
  await options.copyOf?.client.end();
  const template = options.copyOf === undefined ? TEMPLATE : new URL(options.copyOf.url).pathname.slice(1);
  await administer(`create database ${name} ${options.migrated ? `template ${template}` : ''}`);
  const url = databaseUrl(name);
  const client = new Client({ connectionString: url, options: AS_SYSTEM });
  await client.connect();
  return {
    url,
    client,
    async drop() {
      await client.end();
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await administer(`drop database ${name} with (force)`);
        } catch (error) {
          // A vacuum of the server's own is at work in it, which only the server may end; it is soon done.
          if ((error as { code?: string }).code !== NOT_ALLOWED || attempt === 50) throw error;
          await wait(200);
        }
      }
    },
  };
}

/** The address of a database on the tests' server. */
export function databaseUrl(name: string): string {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the tests' server, outside any test database. */
export async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl().href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
