import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { HomeRefused } from './home-refused.js';
import { PASSABLE } from './passable-folder.js';
import { runProgram } from './run-program.js';
import type { ServerUser } from './server-user.js';

/** The name of both the application's database and the role that owns it. */
export const DATABASE = 'pantau';

/** A PostgreSQL data folder and the word that opens it. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/**
 * The cluster of a home, made if the home has none yet. The caller holds the home's lock.
 *
 * A cluster is made aside and gets its name when it is complete, so one that was interrupted is simply made again.
 * The application's role owns its database and may create others (tests do); the superuser has no password at all
 * and so cannot come in over the network.
 *
 * @param onCreate called before the slow part of making one
 * @throws HomeRefused when the one that is there belongs to another account or another major version
 */
export async function openCluster(
  home: string,
  binaries: Binaries,
  user: ServerUser | null,
  onCreate: () => void,
): Promise<Cluster> {
  const folder = join(home, 'postgres');
  const data = join(folder, 'data');
  if (!(await readdir(home)).includes('postgres')) {
    onCreate();
    await removeDrafts(home);
    await createCluster(home, folder, binaries, user);
  }
  await refuseForeign(data, binaries, user);
  return { data, password: (await readFile(join(folder, 'password'), 'utf8')).trim() };
}

const DRAFT = 'postgres.draft-';

async function createCluster(home: string, folder: string, binaries: Binaries, user: ServerUser | null) {
  const draft = join(home, `${DRAFT}${randomBytes(4).toString('hex')}`);
  const data = join(draft, 'data');
  await mkdir(data, { recursive: true });
  await chmod(draft, user === null ? 0o700 : PASSABLE);
  await chmod(data, 0o700);
  if (user !== null) await handOver(data, user);

  const password = randomBytes(24).toString('base64url');
  await writeFile(join(draft, 'password'), `${password}\n`, { mode: 0o600, flush: true });
  await runProgram(
    binaries.initdb,
    [
      ...['-D', data],
      '--username=postgres',
      '--data-checksums',
      '--encoding=UTF8',
      // Sorts and folds the same on every machine and after every system update: no index goes stale.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth-host=scram-sha-256',
      '--auth-local=reject',
    ],
    user,
  );
  await runProgram(
    binaries.postgres,
    ['--single', '-D', data, '-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', 'postgres'],
    user,
    [
      `create role ${DATABASE} login createdb password '${password}'`,
      `create database ${DATABASE} owner ${DATABASE}`,
      // Readers have a role of their own, so that row level security need not hold the owner's own work up.
      `create role pantau_reader nologin`,
      `grant pantau_reader to ${DATABASE}`,
      '',
    ].join('\n'),
  );
  await rename(draft, folder);
  await flushNames(home);
}

async function handOver(data: string, user: ServerUser) {
  try {
    await chown(data, user.uid, user.gid);
  } catch (error) {
    throw new HomeRefused(
      `Sebagai root, Pantau menjalankan basis datanya sebagai pengguna ${user.uid}, dan mesin ini tidak mengizinkannya. Jalankan sebagai pengguna biasa, atau sebut server Anda dengan DATABASE_URL.`,
      `As root, Pantau runs its database as user ${user.uid}, which this machine does not allow. Start it as a normal user, or name your server with DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function removeDrafts(home: string) {
  const drafts = (await readdir(home)).filter((name) => name.startsWith(DRAFT));
  // An initdb whose Pantau was killed may still write into its draft; what stays is removed another time.
  await Promise.all(
    drafts.map((name) => rm(join(home, name), { recursive: true, maxRetries: 3 }).catch(() => undefined)),
  );
}

/** After a power cut a committed row must not be there in a folder without its name. */
async function flushNames(folder: string) {
  if (process.platform === 'win32') return; // has no such call for folders
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

async function refuseForeign(data: string, binaries: Binaries, user: ServerUser | null) {
  const owner = (await stat(data)).uid;
  const expected = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) {
    throw new HomeRefused(
      `Folder data ${data} milik pengguna ${owner}, bukan ${expected}. Jalankan Pantau sebagai pengguna yang membuatnya, atau pilih folder lain dengan PANTAU_HOME.`,
      `The data folder ${data} belongs to user ${owner}, not ${expected}. Start Pantau as the user that made it, or choose another folder with PANTAU_HOME.`,
    );
  }
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.major) {
    throw new HomeRefused(
      `Folder data ${data} dibuat oleh PostgreSQL ${version}; Pantau ini membawa PostgreSQL ${binaries.major} dan tidak mengubah data lama. Pakai versi Pantau yang membuatnya, atau pilih folder lain dengan PANTAU_HOME.`,
      `The data folder ${data} was made by PostgreSQL ${version}; this Pantau carries PostgreSQL ${binaries.major} and does not touch older data. Use the Pantau version that made it, or choose another folder with PANTAU_HOME.`,
    );
  }
}
