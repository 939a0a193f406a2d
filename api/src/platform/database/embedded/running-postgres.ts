import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE } from './cluster.js';

/** Address of the database of a home in which a Pantau is at work, for a command that runs beside it. */
export async function runningPostgres(home: string): Promise<string> {
  const password = (await readFile(join(home, 'postgres', 'password'), 'utf8')).trim();
  const port = Number(await readFile(join(home, 'port'), 'utf8'));
  return `postgres://${DATABASE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
}
