import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user.js';

const ENTER = 0o1;

/**
 * The topmost folder on the way to an existing absolute path that the account may not pass through, or null when the
 * way is free. Looks at the permission bits alone.
 */
export async function blockingFolder(path: string, user: ServerUser): Promise<string | null> {
  const parent = dirname(path);
  const above = parent === path ? null : await blockingFolder(parent, user);
  if (above !== null) return above;
  const folder = await stat(path);
  const shift = folder.uid === user.uid ? 6 : folder.gid === user.gid ? 3 : 0;
  return (folder.mode >> shift) & ENTER ? null : path;
}
