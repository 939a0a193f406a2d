import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROGRAMS } from './repository.mjs';

/** The oldest Node that Pantau itself runs on; building and starting it works on older ones. */
export const OLDEST_FOR_PANTAU = [22, 17];

/**
 * The Node to run Pantau with: the one that npm installed for this machine, else the caller's own where it is new
 * enough, else null.
 *
 * @param {string} [installed] path of the installed one
 * @param {{ path: string, version: string }} [own]
 */
export function chooseNode(
  installed = join(PROGRAMS, 'node'),
  own = { path: process.execPath, version: process.versions.node },
) {
  // It can be there and not run, e.g. on a system with another C library.
  if (spawnSync(installed, ['--version']).status === 0) return installed;
  const [major, minor] = own.version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_FOR_PANTAU;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor) ? own.path : null;
}
