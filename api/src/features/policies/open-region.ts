import { getRegencies } from 'idn-area-data';
import { FIRST_POLICY, type ScoringPolicy } from '../../domain/scoring/policy.js';
import { writePolicy } from '../../domain/scoring/read-policy.js';
import type { HasPolicies } from './policy.store.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { newEpoch } from '../../platform/changes/new-life.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasRegions } from '../regions/region.store.js';

/** The code is none of Indonesia's kabupaten and kota. */
export class RegionUnknown extends Error {}

/** The official name of a kabupaten or kota; null where the code is none. */
export async function officialName(regionCode: string): Promise<string | null> {
  return (await getRegencies()).find(({ code }) => code === regionCode)?.name ?? null;
}

/**
 * Opens a region with its official name, an empty change stream and its first policy; one that is there already keeps its data.
 * The first entry of its audit chain says so. Call it in a transaction.
 * @throws RegionUnknown
 */
export async function openRegion(
  tx: HasRegions & HasPolicies & HasTrail & HasClock,
  regionCode: string,
  demo: boolean,
  policy: ScoringPolicy = FIRST_POLICY,
): Promise<void> {
  const name = await officialName(regionCode);
  if (name === null) {
    throw new RegionUnknown(
      `"${regionCode}" bukan kode kabupaten/kota. Contoh: 35.78 untuk Kota Surabaya. · ` +
        `"${regionCode}" is no code of a kabupaten or kota. Example: 35.78 for Kota Surabaya.`,
    );
  }
  const { now } = tx;
  await tx.regions.open({ regionCode, name, demo }, newEpoch());
  const added = await tx.policies.add({
    version: policy.version,
    state: 'SIGNED',
    basedOn: null,
    numbers: writePolicy(policy),
    note: 'Aturan yang berlaku sejak awal.',
    createdAt: now,
    createdBy: THE_PRODUCT,
    effectiveFrom: ALWAYS,
    signedAt: now,
    signedBy: THE_PRODUCT,
    signingNote: null,
  });
  if (!added) return;
  await tx.trail.write({ actor: { kind: 'SYSTEM', id: THE_PRODUCT }, action: 'openRegion', outcome: 'DONE' });
}

/** Who signs the policy with which a region begins, and the day from which on it holds: no period is without one. */
const THE_PRODUCT = 'pantau';
const ALWAYS = '0001-01-01';
