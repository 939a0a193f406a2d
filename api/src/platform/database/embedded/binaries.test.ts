import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesPackage, readyBinaries } from './binaries.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pantau-binaries-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The package as npm leaves it when it was told to run no install scripts. */
async function unmendedPackage(): Promise<string> {
  const copy = join(folder, 'package');
  cpSync(await binariesPackage(), copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const { target } of links) rmSync(join(copy, target), { force: true });
  return copy;
}

const version = (program: string) =>
  execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe' });

it('mends the libraries of a package whose install script did not run', async () => {
  const unmended = await unmendedPackage();
  expect(() => version(join(unmended, 'native/bin/postgres'))).toThrow(
    'error while loading shared libraries',
  );

  const binaries = await readyBinaries(unmended, join(folder, 'copies'), false);
  expect(binaries.postgres).toBe(join(unmended, 'native/bin/postgres'));
  for (const program of [binaries.postgres, binaries.initdb, binaries.pgCtl]) {
    expect(version(program)).toContain(`(PostgreSQL) ${binaries.major}.`);
  }
});

it('copies once for a server whose account cannot reach the package, whatever the umask, even when asked twice at once', async () => {
  const unmended = await unmendedPackage();
  const copies = join(folder, 'copies');
  const umask = process.umask(0o077);
  try {
    const [one, two] = await Promise.all([
      readyBinaries(unmended, copies, true),
      readyBinaries(unmended, copies, true),
    ]);
    expect(one).toEqual(two);
    expect(version(one.initdb)).toContain('PostgreSQL');
    expect(readdirSync(copies)).toHaveLength(1);
    const [copy = ''] = readdirSync(copies);
    for (const path of ['', 'native', 'native/bin/postgres', 'native/share/postgresql/postgres.bki']) {
      expect(statSync(join(copies, copy, path)).mode & 0o005).toBe(0o005);
    }
    expect(statSync(copies).mode & 0o777).toBe(0o711);

    const before = statSync(one.postgres).ino;
    await readyBinaries(unmended, copies, true);
    expect(statSync(one.postgres).ino).toBe(before);
  } finally {
    process.umask(umask);
  }
});
