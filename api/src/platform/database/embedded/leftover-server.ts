import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { runProgram } from './run-program.js';
import type { ServerUser } from './server-user.js';

/** A fast shutdown writes everything that is in memory; on a slow disk that takes a while. */
const FAST_STOP_SECONDS = 30;
const IMMEDIATE_STOP_SECONDS = 10;

/** Stops the server of a data folder and waits: cleanly if it can, else as if the power failed, which is safe too. */
export async function stopServer(binaries: Binaries, data: string, user: ServerUser | null): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runProgram(binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', String(seconds)], user);
  await stop('fast', FAST_STOP_SECONDS).catch(() => stop('immediate', IMMEDIATE_STOP_SECONDS));
}

/**
 * Clears away the server that stays when its Pantau is killed. The caller holds the home's lock, so a server of this
 * data folder is nobody's. After a restart of the machine the process number in `postmaster.pid` may be that of some
 * other program of ours: it is left alone, and the file goes, since PostgreSQL would take it for a living server.
 *
 * @returns whether there was such a server
 */
export async function stopLeftoverServer(
  binaries: Binaries,
  data: string,
  user: ServerUser | null,
): Promise<boolean> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0)) return false;
  if (await isServerOf(pid, data)) {
    await stopServer(binaries, data, user).catch(async (error: unknown) => {
      // It may just have ended by itself.
      if (await isServerOf(pid, data)) throw error;
    });
    return true;
  }
  await rm(file, { force: true });
  return false;
}

/** Whether a process is the PostgreSQL server of a data folder, told by its command line, which anyone may read. */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  const command = await commandLine(pid);
  return basename(command[0] ?? '').startsWith('postgres') && command.join(' ').includes(`-D ${data} `);
}

async function commandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  }
  const [program, args] =
    process.platform === 'win32'
      ? [
          'powershell',
          ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).CommandLine`],
        ]
      : ['ps', ['-ww', '-o', 'args=', '-p', String(pid)]];
  const { stdout } = await promisify(execFile)(program, args).catch(() => ({
    stdout: '',
  }));
  const [first = '', ...rest] = stdout.trim().split(' ');
  return [first, ...rest, ''];
}
