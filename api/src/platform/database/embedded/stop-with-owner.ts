import { spawn } from 'node:child_process';
import { programOptions } from './run-program.js';
import type { ServerUser } from './server-user.js';

/**
 * Lets a server end cleanly when this process does, even by SIGKILL: a shell of its own session waits at a pipe that
 * only this process holds open, and then asks the server to stop. Windows has no such shell, nor do we need one where
 * it is missing: the next start clears away what stayed.
 *
 * @param data named on the shell's command line, for whoever looks at the list of processes
 * @returns lets the shell go
 */
export function stopWithOwner(pid: number, data: string, user: ServerUser | null): () => void {
  if (process.platform === 'win32') return () => undefined;
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', data, String(pid)], {
    ...programOptions(user),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.once('error', () => undefined);
  watcher.unref();
  return () => void watcher.kill('SIGKILL');
}
