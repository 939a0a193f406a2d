import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pantau } from '../app/compose.js';
import { forGood, importFile } from '../app/import-file.js';
import { importKinds, type ImportKindName } from '../app/import-kinds.js';
import { openRegion } from '../app/open-region.js';
import { openStores } from '../app/stores.js';
import { writeDemoFiles } from './write-demo-files.js';

/** Kota Surabaya, of which Mulyorejo is a kecamatan. */
export const DEMO_REGION = '35.78';

/**
 * Fills an empty region with the Mulyorejo demo: writes its files and imports them as anybody's files are imported.
 * The observations come last and in one transaction, so a demo without any was interrupted and is imported again.
 * Tells whether there was anything to do.
 */
export async function seedDemo(
  { orm, unitOfWork }: Pick<Pantau, 'orm' | 'unitOfWork'>,
  now: Date,
): Promise<boolean> {
  const { observations } = openStores(orm.em.fork(), DEMO_REGION, now);
  const any = await observations.page({ employeeId: null, indicatorId: null, periodCode: null }, null, 1);
  if (any.length > 0) return false;
  await openRegion(openStores(orm.em.fork(), DEMO_REGION, now), DEMO_REGION, true);
  const folder = await mkdtemp(join(tmpdir(), 'pantau-demo-'));
  try {
    await writeDemoFiles(folder, now);
    for (const name of Object.keys(importKinds) as ImportKindName[]) {
      await importFile({
        path: join(folder, `${name}.csv`),
        kind: importKinds[name],
        regionCode: DEMO_REGION,
        carryOut: forGood(unitOfWork),
        onFinding: ({ line, code, message }) => {
          throw new Error(`${name}.csv of the demo, line ${line}: ${code} ${message.en}`);
        },
        onProgress: () => undefined,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}
