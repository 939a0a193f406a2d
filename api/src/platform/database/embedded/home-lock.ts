import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HomeInUse } from './home-refused.js';

/** The right to work in a home, held until it is released or the process ends in whatever way. */
export interface HomeLock {
  /** Leaves word where this Pantau answers, for the message that a second one gets. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/** A lock is given up when its connection is collected, so each is kept here while it counts. */
const held = new Set<DatabaseSync>();

const SQLITE_BUSY = 5;

/**
 * Takes the home for this process.
 *
 * The lock is one of the operating system's own on a file, and SQLite is what Node has to ask for one. Unlike a file
 * with a process number in it, it ends with its process even after SIGKILL, cannot be mistaken for another process's
 * after a restart, holds between containers that share the folder, and two that ask at once cannot both get it.
 *
 * @throws HomeInUse when another process has it
 */
export async function lockHome(home: string): Promise<HomeLock> {
  const owner = join(home, 'owner.json');
  const lock = new DatabaseSync(join(home, 'lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new HomeInUse(home, await readOwner(owner));
  }
  held.add(lock);
  const write = (address: string | null) => writeFile(owner, JSON.stringify({ pid: process.pid, address }));
  await write(null);
  return {
    announce: write,
    async release() {
      if (!held.delete(lock)) return;
      await rm(owner, { force: true });
      lock.close();
    },
  };
}

/** What the holder left; only ever shown to a person, so a half-written file is no reason to stop. */
async function readOwner(file: string): Promise<{ pid: number | null; address: string | null }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { pid: number; address: string | null };
  } catch {
    return { pid: null, address: null };
  }
}
