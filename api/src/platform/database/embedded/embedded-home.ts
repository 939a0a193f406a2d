import { randomBytes } from 'node:crypto';
import { chownSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where root keeps what an unprivileged server has to reach; a clone in root's own home is closed to it. */
export const SHARED_FOLDER = '/var/lib/pantau';

/**
 * The folder of the embedded database: PANTAU_HOME where it is set; `<repository>/.pantau` for a normal user; for root
 * `/var/lib/pantau/<id>`, where the id is made once and kept in `<repository>/.pantau/id`, so that every clone has data
 * of its own and a fresh clone never meets old data.
 */
export function embeddedHome(
  environment: Readonly<Record<string, string | undefined>>,
  repositoryRoot: string,
): string {
  if (environment['PANTAU_HOME']) return resolve(environment['PANTAU_HOME']);
  const inside = join(repositoryRoot, '.pantau');
  return process.getuid?.() === 0 ? join(SHARED_FOLDER, cloneId(inside, repositoryRoot)) : inside;
}

function cloneId(folder: string, repositoryRoot: string): string {
  const file = join(folder, 'id');
  const known = readId(file);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  // The folder's owner may start Pantau without root later, and then keeps data in here.
  const owner = statSync(repositoryRoot);
  chownSync(folder, owner.uid, owner.gid);
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(8).toString('hex')}\n`);
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another start was first; its id counts for both.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return cloneId(folder, repositoryRoot);
}

function readId(file: string): string | null {
  try {
    const id = readFileSync(file, 'utf8').trim();
    if (/^[0-9a-f]{16}$/.test(id)) return id;
    throw new Error(
      `${file} should hold the 16 hexadecimal digits that name this clone's data, but holds "${id}"`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
