/** The processes of a run. Each is known by its pid, and all of them end with the run, however that ends. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const own = new Set();

process.once('exit', () => {
  for (const child of own) signalTree(child, 'SIGKILL');
});

/** Takes a child in; gives a promise of its end. */
export function keep(child) {
  own.add(child);
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => {
      own.delete(child);
      resolve({ code, signal });
    }),
  );
}

export function isAlive(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Sends a signal to a child and all below it: first itself, so that it makes no new ones meanwhile. */
export function signalTree(child, signal) {
  if (!isAlive(child)) return;
  if (signal === 'SIGKILL') send(child.pid, 'SIGSTOP');
  const below = descendants(child.pid);
  if (signal !== 'SIGKILL') send(child.pid, signal);
  for (const pid of below) send(pid, signal);
  if (signal === 'SIGKILL') send(child.pid, signal);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function descendants(pid) {
  let list;
  try {
    list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
  return list.flatMap((child) => [child, ...descendants(child)]);
}

/** Asks again and again until the answer is true. */
export async function until(ask, withinMs, everyMs = 50) {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await ask().catch(() => false)) return true;
    await pause(everyMs);
  }
  return false;
}
