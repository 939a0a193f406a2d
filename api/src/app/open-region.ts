import { randomBytes } from 'node:crypto';
import { getRegencies } from 'idn-area-data';
import type { HasRegions } from '../features/regions/region.store.js';

/** The code is none of Indonesia's kabupaten and kota. */
export class RegionUnknown extends Error {}

/**
 * Opens a region with its official name and an empty change stream; one that is there already keeps its data.
 * @throws RegionUnknown
 */
export async function openRegion(tx: HasRegions, regionCode: string, demo: boolean): Promise<void> {
  const official = (await getRegencies()).find(({ code }) => code === regionCode);
  if (official === undefined) {
    throw new RegionUnknown(
      `"${regionCode}" bukan kode kabupaten/kota. Contoh: 35.78 untuk Kota Surabaya. · ` +
        `"${regionCode}" is no code of a kabupaten or kota. Example: 35.78 for Kota Surabaya.`,
    );
  }
  await tx.regions.open({ regionCode, name: official.name, demo }, randomBytes(4).toString('hex'));
}
