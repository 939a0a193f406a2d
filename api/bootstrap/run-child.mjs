import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** npm passes on the Ctrl-C that the terminal has already given to all; a person does not press twice this fast. */
const SAME_SIGNAL_WITHIN_MS = 1000;

const PARENT_CHECK_MS = 500;

/** npm ends its current work and undoes it before it obeys, which can take half a minute. */
const KILL_AFTER_MS = 2000;

/**
 * Runs a program to its end in a process group of its own, and passes SIGINT and SIGTERM on to that whole group: once
 * for each time that somebody asked, however many copies arrive here. Under npm, the death of npm counts as SIGTERM.
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
      // Windows has no signals: its console tells every process of Ctrl-C by itself.
      if (!grouped) return;
      signalGroup(child.pid, signal);
      if (disposable) killing ??= setTimeout(signalGroup, KILL_AFTER_MS, child.pid, 'SIGKILL');
    };
    const parent = process.ppid;
    const parentCheck = setInterval(() => {
      if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) passOn('SIGTERM');
    }, PARENT_CHECK_MS);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);

    const finish = () => {
      clearInterval(parentCheck);
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
