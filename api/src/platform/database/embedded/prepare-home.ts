import { chmod, mkdir, readdir, realpath } from 'node:fs/promises';
import { blockingFolder } from './blocking-folder.js';
import { HomeRefused } from './home-refused.js';
import { makePassableFolder, PASSABLE } from './passable-folder.js';
import type { ServerUser } from './server-user.js';

/**
 * Makes the home if it is missing and gives its real path.
 * @throws HomeRefused when it cannot be made, or when the server's account cannot get into it
 */
export async function prepareHome(home: string, user: ServerUser | null): Promise<string> {
  const folder = await makeFolder(home, user);
  if (user === null) return folder;
  // A folder with something in it may be anybody's; only an empty one is ours to open.
  if ((await readdir(folder)).length === 0) await chmod(folder, PASSABLE);
  const blocking = await blockingFolder(folder, user);
  if (blocking === null) return folder;
  throw new HomeRefused(
    `Folder ${blocking} tertutup bagi pengguna ${user.uid}, yang menjalankan basis data bila Pantau dijalankan root. Buka dengan chmod o+x ${blocking}, atau pilih folder lain dengan PANTAU_HOME.`,
    `The folder ${blocking} is closed to user ${user.uid}, who runs the database when root starts Pantau. Open it with chmod o+x ${blocking}, or choose another folder with PANTAU_HOME.`,
  );
}

async function makeFolder(home: string, user: ServerUser | null): Promise<string> {
  try {
    await (user === null ? mkdir(home, { recursive: true }) : makePassableFolder(home));
    return await realpath(home);
  } catch (error) {
    throw new HomeRefused(
      `Folder ${home} tidak dapat dibuat atau dibuka (${(error as Error).message}). Pilih folder lain dengan PANTAU_HOME.`,
      `The folder ${home} cannot be made or opened (${(error as Error).message}). Choose another folder with PANTAU_HOME.`,
      { cause: error },
    );
  }
}
