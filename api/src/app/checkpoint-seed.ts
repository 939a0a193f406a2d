import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homeOf } from './open-database.js';
import type { Config } from '../platform/config.js';

const SEED_BYTES = 32;

/**
 * The secret from which this installation's checkpoint key grows: a file that only its owner reads, made at the first
 * need. Whoever has it can sign a history of their own; the ministry or the inspectorate keeps the public key.
 */
export async function checkpointSeed(config: Config): Promise<Buffer> {
  const folder = homeOf(config);
  const path = join(folder, 'checkpoint.key');
  await mkdir(folder, { recursive: true });
  // Where two begin at once the first file stays, and both read it.
  await writeFile(path, randomBytes(SEED_BYTES), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const seed = await readFile(path);
  if (seed.length !== SEED_BYTES) throw new Error(`${path} does not hold ${SEED_BYTES} bytes`);
  return seed;
}
