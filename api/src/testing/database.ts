import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

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

/** Copies the template: quicker than migrating, and no test file meets another's rows. */
export async function createTestDatabase(
  options: { migrated: boolean } = { migrated: true },
): Promise<TestDatabase> {
  const name = `pantau_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} ${options.migrated ? `template ${TEMPLATE}` : ''}`);
  const url = databaseUrl(name);
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    client,
    async drop() {
      await client.end();
      await administer(`drop database ${name} with (force)`);
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
