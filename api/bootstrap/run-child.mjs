import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ancestors } from './ancestors.mjs';

/** npm passes on the Ctrl-C that the terminal has already given to all; a person does not press twice this fast. */
const SAME_SIGNAL_WITHIN_MS = 1000;

const ANCESTOR_CHECK_MS = 500;

/** npm ends its current work and undoes it before it obeys, which can take half a minute. */
const KILL_AFTER_MS = 2000;

/**
 * Runs a program to its end in a process group of its own, and passes SIGINT and SIGTERM on to that whole group: once
 * for each time that somebody asked, however many copies arrive here. The death of the npm that runs us is SIGTERM, too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {object} [how]
 * @param {(child: import('node:child_process').ChildProcess) => void} [how.onSpawn]
 * @param {boolean} [how.disposable] nothing is lost when it is killed, so a slow end is not waited for
 * @returns {Promise<{ code: number, interrupted: boolean }>} the exit code as a shell gives it (128 + the number of
 *   the signal that ended it), and whether it was asked to stop
 */
export function runChild(command, args, options, { onSpawn, disposable = false } = {}) {
  return new Promise((resolve, reject) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(command, args, { ...options, detached: grouped });
    let passedOnAt = -Infinity;
    let killing;

    const passOn = (signal) => {
      if (performance.now() - passedOnAt < SAME_SIGNAL_WITHIN_MS) return;
      passedOnAt = performance.now();
      clearInterval(ancestorCheck);
      // Windows has no signals: its console tells every process of Ctrl-C by itself.
      if (!grouped) return;
      signalGroup(child.pid, signal);
      if (disposable) killing ??= setTimeout(signalGroup, KILL_AFTER_MS, child.pid, 'SIGKILL');
    };
    const began = ancestors();
    const ancestorCheck = setInterval(() => {
      // Without npm a changed parent may be all right: a service manager or a closed shell.
      if (process.env.npm_lifecycle_event !== undefined && ancestors() !== began) passOn('SIGTERM');
    }, ANCESTOR_CHECK_MS);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);

    const finish = () => {
      clearInterval(ancestorCheck);
      clearTimeout(killing);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('close', (code, signal) => {
      finish();
      resolve({ code: code ?? 128 + constants.signals[signal], interrupted: passedOnAt > 0 });
    });
    onSpawn?.(child);
  });
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it has just ended
  }
}
