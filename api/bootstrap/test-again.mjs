import { join } from 'node:path';
import process from 'node:process';
import { BOOTSTRAP, ROOT } from './repository.mjs';
import { addToTally, readFailedFiles, readWorkspaces } from './tally.mjs';

const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
/** Those that have tests of their own. */
const WORKSPACES = ['api', 'web'];

/**
 * Runs the files in which tests failed once more, each alone on the machine. A test that waits for the world, a
 * browser, a socket, a process that starts, may fail because everything else ran beside it; one that is right passes
 * alone. Whichever failed is named either way, so that an unsteady one is not forgotten.
 *
 * @param {(command: string, args: readonly string[], options: object) => Promise<number>} run
 * @returns {Promise<number>} exit code
 */
export async function testAgain(run, environment) {
  const tally = environment.PANTAU_TALLY;
  const failed = readFailedFiles(tally);
  const ran = readWorkspaces(tally);
  // A workspace that broke off before its first test has nothing that could be run again.
  let worst = failed.length === 0 || !WORKSPACES.every((name) => ran.has(join(ROOT, name))) ? 1 : 0;
  for (const { folder, file, passed, failed: failures, skipped, names } of failed) {
    process.stdout.write(`\nonce more, alone: ${file}\n${names.map((name) => `  ${name}\n`).join('')}`);
    // Its numbers are counted anew.
    addToTally(tally, { passed: -passed, failed: -failures, skipped: -skipped });
    const args = [
      ...['--experimental-vm-modules', JEST, '--runInBand', '--runTestsByPath', file],
      ...['--reporters=default', `--reporters=${join(BOOTSTRAP, 'count-jest-tests.mjs')}`],
    ];
    const code = await run(process.execPath, args, { cwd: folder, env: environment, stdio: 'inherit' });
    if (code === 0) process.stdout.write(`unsteady: it failed beside the others and passes alone: ${file}\n`);
    else worst = code;
  }
  return worst;
}
