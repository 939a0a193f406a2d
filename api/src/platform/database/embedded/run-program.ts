import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { ServerUser } from './server-user.js';

/** How every PostgreSQL program is started, so that nothing of the caller's shell leaks into it. */
export function programOptions(user: ServerUser | null) {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    ...user,
    // The account may not be allowed into the caller's working folder.
    cwd: '/',
    // No PG* variable, no other library path; one language in messages.
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C' },
    windowsHide: true,
  };
}

/**
 * Runs a program to its end.
 * @param input what it reads
 * @throws Error with all that it said, when it does not end well
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  user: ServerUser | null,
  input = '',
): Promise<void> {
  const child = spawn(program, args, { ...programOptions(user), stdio: 'pipe' });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  // A program that ends before it has read everything says why on its own.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  if (code !== 0) throw new Error(`${basename(program)} ended with ${code}\n${said.trim()}`);
}
