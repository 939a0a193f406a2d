import { chmod, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Anyone may pass through, nobody but the owner may list or write. */
export const PASSABLE = 0o711;

/** Makes a folder with its parents; each that is new lets every account pass through, whatever the umask says. */
export async function makePassableFolder(path: string): Promise<void> {
  const lowest = resolve(path);
  const highest = await mkdir(lowest, { recursive: true });
  if (highest === undefined) return;
  for (let folder = lowest; ; folder = dirname(folder)) {
    await chmod(folder, PASSABLE);
    if (folder === highest) return;
  }
}
