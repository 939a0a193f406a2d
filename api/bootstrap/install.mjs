import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './step.mjs';
import { ROOT, repositoryEnvironment } from './repository.mjs';

/**
 * Whether node_modules is what package-lock.json says: by the stamp that we leave, or, where somebody ran `npm ci`
 * by hand, by npm's own record, which npm writes when all is done.
 */
export function isInstalled(root) {
  const stamp = join(root, 'node_modules', '.pantau-installed');
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockStamp(root);
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Remembers, inside node_modules and so only as long as that lives, for which lock file it was installed. */
export function markInstalled(root) {
  writeFileSync(join(root, 'node_modules', '.pantau-installed'), lockStamp(root));
}

function lockStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** Installs all packages where they are missing or not those of package-lock.json. */
export async function installIfNeeded() {
  if (!isInstalled(ROOT)) {
    const [command, ...npm] = npmCommand(process.env);
    // Whatever npm is set to leave out, building needs the development packages, and Node itself comes as an optional one.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    await runStep('Memasang paket · Installing packages', command, [...npm, ...args], {
      cwd: ROOT,
      env: repositoryEnvironment(),
      shell: process.platform === 'win32' && npm.length === 0,
    });
  }
  markInstalled(ROOT);
}

/** The npm that runs us, else the one on the PATH. */
export function npmCommand(environment) {
  const running = environment.npm_execpath;
  return running?.endsWith('npm-cli.js') && existsSync(running) ? [process.execPath, running] : ['npm'];
}
